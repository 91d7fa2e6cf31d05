using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.ViewModels;

/// <summary>
/// The lists below an article. They are made behind the screen, never on the thread that draws: the text does not wait for them.
/// Popular and Must-Read are kept for a while, so that opening one story after another ranks once.
/// </summary>
/// <param name="lists">Ranks.</param>
/// <param name="clock">The time.</param>
/// <param name="runBehind">Runs work off the thread that draws.</param>
internal sealed class ArticleLists(StoryLists lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
{
    private const int Shown = 5;
    private const int Kept = 30;   // More than are shown, as those that are opened meanwhile fall out.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private readonly HashSet<long> _opened = [];
    private Ranked? _kept;

    /// <summary>Stories came or went: the lists are made anew at the next opening.</summary>
    public void Forget() => _kept = null;

    /// <summary>The lists below a story, which is opened by this.</summary>
    public async Task<Below> ReadAsync(long storyId, CancellationToken cancellationToken)
    {
        _opened.Add(storyId);
        var kept = _kept is { } known && clock.GetUtcNow() - known.At < KeptFor ? known : null;
        IReadOnlyList<RankedStory> related = [];
        await runBehind(async () =>
        {
            related = await lists.RelatedAsync(storyId, cancellationToken).ConfigureAwait(false);
            kept ??= await RankAsync(cancellationToken).ConfigureAwait(false);
        });
        _kept = kept;
        return new Below(
            Lines(related),
            Lines(kept!.Popular.Where(row => row.Story.Id != storyId)),
            Lines(kept.MustRead.Where(row => !_opened.Contains(row.Story.Id))));
    }

    private static IReadOnlyList<StoryLine> Lines(IEnumerable<RankedStory> rows) => [.. rows.Take(Shown).Select(StoryLine.From)];

    private async Task<Ranked> RankAsync(CancellationToken cancellationToken)
    {
        var popular = await lists.PageAsync(new StoryQuery { List = StoryList.Popular }, null, Kept, cancellationToken).ConfigureAwait(false);
        var mustRead = await lists.PageAsync(new StoryQuery { List = StoryList.MustRead }, null, Kept, cancellationToken).ConfigureAwait(false);
        return new Ranked(clock.GetUtcNow(), popular.Stories, mustRead.Stories);
    }

    /// <summary>What stands below an article.</summary>
    /// <param name="Related">"You may also like".</param>
    /// <param name="Popular">Popular now.</param>
    /// <param name="MustRead">Must-reads.</param>
    public sealed record Below(IReadOnlyList<StoryLine> Related, IReadOnlyList<StoryLine> Popular, IReadOnlyList<StoryLine> MustRead);

    private sealed record Ranked(DateTimeOffset At, IReadOnlyList<RankedStory> Popular, IReadOnlyList<RankedStory> MustRead);
}
