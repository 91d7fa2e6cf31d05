using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>Reads pages, counts and search results, each row with its reason.</summary>
internal sealed class ListReader(IStoryRepository stories, TimeProvider clock, RankingCache rankings, RowDetails details)
{
    /// <summary>Cached counts. A screen asks for three queries at a time; 16 hold those of the last few screens.</summary>
    private const int KeptCounts = 16;

    private readonly ConcurrentDictionary<StoryQuery, Kept<int>> _counts = [];

    /// <inheritdoc cref="StoryLists.PageAsync"/>
    public async Task<RankedPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var page = await (query.List.IsRanked
            ? RankedPageAsync(query, after, size, cancellationToken)
            : PageInOrderAsync(query, after, size, cancellationToken)).ConfigureAwait(false);
        return page with { Stories = await details.WithMutesAsync(page.Stories, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc cref="StoryLists.CountAsync"/>
    public async Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await stories.StateAsync(cancellationToken).ConfigureAwait(false);
        if (_counts.TryGetValue(query, out var kept) && kept.Holds(query, state, now))
            return kept.Value;
        var count = await stories.CountAsync(query, cancellationToken).ConfigureAwait(false);
        if (_counts.Count >= KeptCounts)
            _counts.Clear();
        _counts[query] = new(query, state, now, count);
        return count;
    }

    /// <inheritdoc cref="StoryLists.SearchAsync"/>
    public async Task<IReadOnlyList<RankedStory>> SearchAsync(
        string search, StoryQuery query, int limit, CancellationToken cancellationToken)
    {
        var found = await stories.SearchAsync(search, query, limit, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        RankedStory[] rows = [.. found.Select((story, place) => new RankedStory(story, found.Count - place, Reasons.OfTime(story, now)))];
        return await details.WithMutesAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RankedPage> PageInOrderAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var page = await stories.PageAsync(query, after, size, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return new RankedPage([.. page.Stories.Select(story => ByTime(story, query.List, now))], page.Next);
    }

    private static RankedStory ByTime(Story story, StoryList list, DateTimeOffset now)
    {
        var when = Reasons.OfTime(story, now);
        var comments = list.Order == ListOrder.LatestCommentFirst ? OwnCommentsEvidence.Of(story, EvidenceKinds.OwnCommentsWeight) : null;
        return new RankedStory(story, story.SortAt.ToUnixTimeSeconds(), comments is null ? when : $"{comments.Words}; {when}");
    }

    /// <summary>
    /// A page of a ranking. The list may have been ranked again since the page before, so the page begins after the story of the cursor,
    /// at whatever place it is now.
    /// </summary>
    private async Task<RankedPage> RankedPageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var ranked = await rankings.RankAsync(query, cancellationToken).ConfigureAwait(false);
        var first = after is null ? 0 : PlaceAfter(ranked, after);
        List<RankedCandidate> rows = [.. ranked.Skip(first).Take(size)];
        var next = first + rows.Count < ranked.Count && rows.Count > 0 ? new StoryCursor(first + rows.Count, rows[^1].Story.Id) : null;
        var whole = await WholeAsync(rows, cancellationToken).ConfigureAwait(false);
        return new RankedPage(await details.WithSourcesAsync(whole, cancellationToken).ConfigureAwait(false), next);
    }

    /// <summary>The whole stories of ranked candidates; a story that was removed meanwhile is left out.</summary>
    private async Task<IReadOnlyList<RankedStory>> WholeAsync(IReadOnlyList<RankedCandidate> rows, CancellationToken cancellationToken)
    {
        var found = await stories.ListAsync([.. rows.Select(static row => row.Story.Id)], cancellationToken).ConfigureAwait(false);
        var byId = found.ToDictionary(static story => story.Id);
        return [.. rows.Where(row => byId.ContainsKey(row.Story.Id))
            .Select(row => new RankedStory(byId[row.Story.Id], row.Score, row.Reason) { Evidence = row.Evidence })];
    }

    private static int PlaceAfter(IReadOnlyList<RankedCandidate> ranked, StoryCursor after)
    {
        for (var place = 0; place < ranked.Count; place++)
        {
            if (ranked[place].Story.Id == after.Id)
                return place + 1;
        }
        return (int)Math.Clamp(after.Key, 0, ranked.Count);
    }
}
