using TermNews.Core.Articles.Reading;

namespace TermNews.Core.UseCases;

/// <summary>Chooses the text that opens for a story: the best one of its cluster, and the full text of its page.</summary>
/// <param name="stories">The stories of the edition that is shown.</param>
/// <param name="texts">The full texts.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws.</param>
public sealed class OpenText(Func<IStoryRepository> stories, FullTexts texts, Func<Func<Task>, Task> runBehind)
{
    /// <summary>The sentence while a page is fetched.</summary>
    public const string Fetching = "Fetching the page…";

    /// <summary>The sentence for a story without a link.</summary>
    public const string NoPage = "This story has no page of its own.";

    /// <summary>The sentence when the full text is shown.</summary>
    public const string IsShown = "The full text of the page; {key:full-text} goes back to the feed's.";

    /// <summary>The sentence when the full text was fetched once more.</summary>
    public const string IsFetchedAgain = "The text is that of the page now.";

    private const int MostCompared = 12;    // Texts read for one opening, to bound the wait where a cluster is large.
    private const int EnoughMore = 100;     // Characters. Below it a longer text is only a longer teaser.
    private const double TimesMore = 1.2;   // A text that is not clearly longer is no reason to open another feed's than the chosen one.
    private (Story Story, Story Best)? _best;

    /// <summary>The story with the best text of its cluster opens in place of the chosen one.</summary>
    public bool OpensBest { get; init; } = true;

    /// <summary>Feeds, by title or address, whose stories open with their full text.</summary>
    public IReadOnlyList<string> AlwaysFull { get; init; } = [];

    /// <summary>The full texts.</summary>
    public FullTexts Texts => texts;

    /// <summary>
    /// The story of its cluster with the best text: the longest of the first few, unless it is hardly longer than the text of the story
    /// itself.
    /// </summary>
    public async Task<Story> BestOfAsync(Story story, CancellationToken cancellationToken)
    {
        if (story.Cluster.Size < 2 || !OpensBest)
            return story;
        if (_best is { } known && known.Story == story)
            return known.Best;
        var best = story;
        await runBehind(async () =>
        {
            var enough = EnoughMore + (TimesMore * await LengthOfAsync(story, cancellationToken).ConfigureAwait(false));
            var sources = await stories().ListClusterAsync(story.Id, cancellationToken).ConfigureAwait(false);
            foreach (var other in sources.Where(other => other.Id != story.Id && !other.Status.IsHidden).Take(MostCompared))
            {
                var length = await LengthOfAsync(other, cancellationToken).ConfigureAwait(false);
                if (length > enough)
                    (best, enough) = (other, length);
            }
        });
        _best = (story, best);
        return best;
    }

    /// <summary>Whether a story opens with its full text.</summary>
    public bool IsAlwaysFull(Story story) => story.Link is not null && AlwaysFull.Any(wanted =>
        wanted.Equals(story.Feed.Title, StringComparison.OrdinalIgnoreCase) || ShownAddress.Of(wanted) == story.Feed.Url);

    /// <summary>Fetches the full texts of the first unread stories, off the calling thread; failures are left for later.</summary>
    /// <param name="list">The list.</param>
    /// <param name="most">How many, at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task FetchAheadAsync(IEnumerable<Story> list, int most, CancellationToken cancellationToken)
    {
        Story[] first = [.. list.Where(static story => !story.Status.IsRead).Take(most)];
        return runBehind(() => texts.FetchAheadAsync(first, cancellationToken));
    }

    private async Task<int> LengthOfAsync(Story story, CancellationToken cancellationToken)
    {
        try
        {
            return (await stories().ReadTextAsync(story.Id, cancellationToken).ConfigureAwait(false)).ToWords().Length;
        }
        catch (NewsException ex) when (ex.Fault == NewsFault.DamagedText)
        {
            return 0;   // Another report of the same news is the better text.
        }
    }
}
