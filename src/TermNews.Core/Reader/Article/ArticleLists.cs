using TermNews.Core.Listing;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.FrontPage;

namespace TermNews.Core.Reader.Article;

/// <summary>
/// The lists below an article. They are made behind the screen, never on the thread that draws: the text does not wait for them.
/// Popular and Must-Read are kept for a while, so that opening one story after another ranks once; so is what is related to a story.
/// </summary>
/// <param name="lists">Ranks.</param>
/// <param name="clock">The time.</param>
/// <param name="runBehind">Runs work off the thread that draws.</param>
internal sealed class ArticleLists(Func<StoryLists> lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
{
    private const int Shown = 5;
    private const int Kept = 30;   // More than are shown, as those that are opened meanwhile fall out.
    private const int MostStories = 50;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private readonly HashSet<long> _opened = [];
    private readonly Dictionary<long, IReadOnlyList<RankedStory>> _related = [];
    private Ranked? _ranked;
    private Task _work = Task.CompletedTask;
    private int _timesForgotten;

    /// <summary>Stories came or went: the lists are made anew at the next opening.</summary>
    public void Forget()
    {
        _timesForgotten++;
        _ranked = null;
        _related.Clear();
    }

    /// <summary>The lists below a story, which is opened by this.</summary>
    public async Task<Below> ReadAsync(long storyId, CancellationToken cancellationToken)
    {
        _opened.Add(storyId);
        await PrepareAsync(storyId, cancellationToken);
        return Ready(storyId) ?? Below.Nothing;
    }

    /// <summary>The lists below a story as far as they were prepared and are fresh; else null.</summary>
    public Below? Ready(long storyId)
    {
        if (FreshRanks() is not { } ranked || !_related.TryGetValue(storyId, out var related))
            return null;
        return new Below(
            Lines(related),
            Lines(ranked.Popular.Where(row => row.Story.Id != storyId)),
            Lines(ranked.MustRead.Where(row => row.Story.Id != storyId && !_opened.Contains(row.Story.Id))));
    }

    /// <summary>Makes the lists below a story, one story after the other, unless they are there.</summary>
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
            return;   // What was found is old already; whoever opens the story asks again.
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

    /// <summary>What stands below an article.</summary>
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
