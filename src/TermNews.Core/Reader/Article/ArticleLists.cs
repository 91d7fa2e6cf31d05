using TermNews.Core.Listing;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.FrontPage;

namespace TermNews.Core.Reader.Article;

/// <summary>
/// The lists below an article. They are computed off the thread that draws, so that the text does not wait for them. Popular and Must-Read
/// are cached for a while, so that several stories in a row need one ranking; so are the related stories.
/// </summary>
/// <param name="lists">The lists of the edition that is shown.</param>
/// <param name="clock">The time.</param>
/// <param name="runBehind">Runs work off the thread that draws.</param>
internal sealed class ArticleLists(Func<StoryLists> lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
{
    private const int Shown = 5;   // Rows of each list, so that all three fit one screen.
    private const int Kept = 30;   // Rows cached; more than are shown, because stories that were opened drop out.
    private const int MostStories = 50;   // Stories with cached related stories, to bound memory.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);   // By choice: rankings change slowly while somebody reads.
    private readonly HashSet<long> _opened = [];
    private readonly Dictionary<long, IReadOnlyList<RankedStory>> _related = [];
    private Ranked? _ranked;
    private Task _work = Task.CompletedTask;
    private int _timesForgotten;

    /// <summary>Drops the cache: stories arrived, changed or were removed.</summary>
    public void Forget()
    {
        _timesForgotten++;
        _ranked = null;
        _related.Clear();
    }

    /// <summary>The lists below a story that is opened now.</summary>
    public async Task<Below> ReadAsync(long storyId, CancellationToken cancellationToken)
    {
        _opened.Add(storyId);
        await PrepareAsync(storyId, cancellationToken);
        return Ready(storyId) ?? Below.Nothing;
    }

    /// <summary>The lists below a story; null if they are not cached or too old.</summary>
    public Below? Ready(long storyId)
    {
        if (FreshRanks() is not { } ranked || !_related.TryGetValue(storyId, out var related))
            return null;
        return new Below(
            Lines(related),
            Lines(ranked.Popular.Where(row => row.Story.Id != storyId)),
            Lines(ranked.MustRead.Where(row => row.Story.Id != storyId && !_opened.Contains(row.Story.Id))));
    }

    /// <summary>Computes the lists below a story unless they are cached; one story at a time.</summary>
    public Task PrepareAsync(long storyId, CancellationToken cancellationToken) =>
        _work = PrepareAsync(_work, storyId, cancellationToken);

    private async Task PrepareAsync(Task before, long storyId, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        cancellationToken.ThrowIfCancellationRequested();
        var timesForgotten = _timesForgotten;
        var (ranked, related) = (FreshRanks(), _related.GetValueOrDefault(storyId));
        if (ranked is not null && related is not null)
            return;
        await runBehind(async () =>
        {
            related ??= await lists().RelatedAsync(storyId, Shown, cancellationToken).ConfigureAwait(false);
            ranked ??= await RankAsync(cancellationToken).ConfigureAwait(false);
        });
        if (timesForgotten != _timesForgotten)
            return;   // The result is outdated; opening the story computes it again.
        if (_related.Count >= MostStories)
            _related.Clear();
        (_ranked, _related[storyId]) = (ranked, related!);
    }

    private Ranked? FreshRanks() => _ranked is { } known && clock.GetUtcNow() - known.At < KeptFor ? known : null;

    private static IReadOnlyList<StoryLine> Lines(IEnumerable<RankedStory> rows) => [.. rows.Take(Shown).Select(StoryLine.From)];

    private async Task<Ranked> RankAsync(CancellationToken cancellationToken)
    {
        var popular = await lists().PageAsync(new StoryQuery { List = StoryList.Popular }, null, Kept, cancellationToken)
            .ConfigureAwait(false);
        var mustRead = await lists().PageAsync(new StoryQuery { List = StoryList.MustRead }, null, Kept, cancellationToken)
            .ConfigureAwait(false);
        return new Ranked(clock.GetUtcNow(), popular.Stories, mustRead.Stories);
    }

    /// <summary>The lists below an article.</summary>
    /// <param name="Related">"You may also like".</param>
    /// <param name="Popular">Popular now.</param>
    /// <param name="MustRead">Must-reads.</param>
    public sealed record Below(IReadOnlyList<StoryLine> Related, IReadOnlyList<StoryLine> Popular, IReadOnlyList<StoryLine> MustRead)
    {
        /// <summary>Empty lists.</summary>
        public static Below Nothing { get; } = new([], [], []);
    }

    private sealed record Ranked(DateTimeOffset At, IReadOnlyList<RankedStory> Popular, IReadOnlyList<RankedStory> MustRead);
}
