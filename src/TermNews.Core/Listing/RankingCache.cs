using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>
/// Keeps the last ranking of each list, for its next pages and for a reader who comes back to it, until something is written or a minute
/// is over (<see cref="Freshness"/>).
/// </summary>
internal sealed class RankingCache(IStoryRepository stories, TimeProvider clock, ListRanker ranker)
{
    private readonly ConcurrentDictionary<StoryList, Kept<IReadOnlyList<RankedCandidate>>> _rankings = [];

    /// <summary>The ranking that a query asks for, best first.</summary>
    public async Task<IReadOnlyList<RankedCandidate>> RankAsync(StoryQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await stories.StateAsync(cancellationToken).ConfigureAwait(false);
        if (_rankings.TryGetValue(query.List, out var kept) && kept.Holds(query, state, now))
            return kept.Value;
        var ranked = await ranker.RankAsync(query, now, cancellationToken).ConfigureAwait(false);
        _rankings[query.List] = new(query, state, now, ranked);
        return ranked;
    }

    /// <summary>
    /// The place of a story in a list, or that of the story that represents its cluster, from 1; null if neither is in it.
    /// </summary>
    public async Task<int?> PlaceOfAsync(Story story, StoryList list, CancellationToken cancellationToken)
    {
        var ranked = await RankAsync(new StoryQuery { List = list }, cancellationToken).ConfigureAwait(false);
        var place = ranked.Select(row => row.Story.Cluster.Id).TakeWhile(cluster => cluster != story.Cluster.Id).Count() + 1;
        return place > ranked.Count ? null : place;
    }
}

/// <summary>A cached value with the query and the state of the database it was computed from.</summary>
internal sealed record Kept<T>(StoryQuery Query, DatabaseState State, DateTimeOffset At, T Value)
{
    /// <summary>Whether the value answers this query now.</summary>
    public bool Holds(StoryQuery query, DatabaseState state, DateTimeOffset now) =>
        Query == query && State == state && Freshness.Lasts(At, now);
}
