using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Article;

/// <summary>Opens stories in the article, and prepares the one that is selected.</summary>
internal sealed class ArticleOpening(
    ReaderSession session, ArticleViewModel article, FrontPageViewModel list, ArticleTexts texts, IStoryRepository stories,
    Func<Func<Task>, Task> runBehind, bool opensBestText) : IStoryOpener
{
    private const int MostCompared = 12;   // Stories of a cluster whose texts are read.
    private const int EnoughMore = 100;    // Characters by which a text must be longer…
    private const double TimesMore = 1.2;  // …beyond this multiple of the story's own, before the other story is opened in its place.
    private (Story Story, Story Best)? _bestText;

    /// <summary>A story, or null where there is none of this id.</summary>
    public Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken) => stories.FindAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task OpenAsync(Story story, CancellationToken cancellationToken) => OpenAsync(story, story, cancellationToken);

    /// <inheritdoc/>
    public async Task OpenAsync(Story story, Story row, CancellationToken cancellationToken)
    {
        session.Push(session.All<ArticleScreen>().First());
        list.ShowOpened(row);
        await article.OpenAsync(story, row, viewed => list.ReReadAsync(row.Id, viewed), cancellationToken);
        if (article.State.Error is not null)
            await list.ReReadAsync(row.Id, cancellationToken);   // The view could not be counted.
        if (!session.State.IsSample && texts.IsAlwaysFull(story) && article.State.Story?.Id == story.Id)
            await texts.ShowFullTextAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task OpenRowAsync(Story row, CancellationToken cancellationToken) =>
        await OpenAsync(await BestTextOfAsync(row, cancellationToken), row, cancellationToken);

    /// <summary>Prepares what opening the selected story would show, and the rows that pages down would show.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (session.Screen is not FrontPageScreen || list.State.Current is not { } line)
            return;
        try
        {
            var layout = session.All<ArticleScreen>().First().LayoutOf(session.State.Width, session.State.Height, isWriting: false);
            await article.PrepareAsync(await BestTextOfAsync(line.Story, cancellationToken), layout.PageWidth, cancellationToken);
            await list.LoadAheadAsync(cancellationToken);
        }
        catch (NewsException)
        {
            // Opening the story will say it.
        }
    }

    /// <summary>
    /// The story of its cluster with the best text: the longest of the first few. A text that is hardly longer than the story's own is no
    /// better.
    /// </summary>
    private async Task<Story> BestTextOfAsync(Story story, CancellationToken cancellationToken)
    {
        if (story.Cluster.Size < 2 || !opensBestText)
            return story;
        if (_bestText is { } known && known.Story == story)
            return known.Best;
        var best = story;
        await runBehind(async () =>
        {
            var enough = EnoughMore + (TimesMore * await LengthOfTextAsync(story, cancellationToken).ConfigureAwait(false));
            var sources = await stories.ListClusterAsync(story.Id, cancellationToken).ConfigureAwait(false);
            foreach (var other in sources.Where(other => other.Id != story.Id && !other.Status.IsHidden).Take(MostCompared))
            {
                var length = await LengthOfTextAsync(other, cancellationToken).ConfigureAwait(false);
                if (length > enough)
                    (best, enough) = (other, length);
            }
        });
        _bestText = (story, best);
        return best;
    }

    private async Task<int> LengthOfTextAsync(Story story, CancellationToken cancellationToken) =>
        (await stories.ReadTextAsync(story.Id, cancellationToken).ConfigureAwait(false)).ToWords().Length;
}
