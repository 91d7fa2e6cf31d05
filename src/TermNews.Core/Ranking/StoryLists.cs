using System.Collections.Concurrent;
using TermNews.Core.Lists;
using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Ranking;

/// <summary>Gives every list of stories with scores and reasons, to commands and view models alike.</summary>
/// <param name="stories">The stories.</param>
/// <param name="clock">The time and its zone.</param>
/// <param name="rules">What the reader never wants to miss.</param>
/// <param name="settings">What evidence is worth; null for what it is worth where nothing is configured.</param>
/// <param name="mutes">What is muted, to be told of muted stories; null where nothing is.</param>
/// <param name="learnt">What the reader cares for; null where nothing is learnt.</param>
public sealed class StoryLists(
    IStoryRepository stories, TimeProvider clock, MustReadRules rules, RankingSettings? settings = null,
    IMuteRepository? mutes = null, LearntInterests? learnt = null)
{
    private const int Candidates = 2000;
    private const int EnoughRows = 10;
    private const int RelatedCandidates = 4;   // For each that is shown.
    private const int KeptCounts = 16;

    private readonly RankingSettings _settings = settings ?? RankingSettings.Default;
    private readonly ConcurrentDictionary<StoryList, Kept<IReadOnlyList<RankedCandidate>>> _rankings = [];
    private readonly ConcurrentDictionary<StoryQuery, Kept<int>> _counts = [];

    /// <summary>A page of a list.</summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="after">Where the page begins; null for the first. Comes from the page before.</param>
    /// <param name="size">At most this many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RankedPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var page = await (query.List.IsRanked
            ? RankedPageAsync(query, after, size, cancellationToken)
            : PageByTimeAsync(query, after, size, cancellationToken)).ConfigureAwait(false);
        return page with { Stories = await WithMutesAsync(page.Stories, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>How many stories a query matches (<see cref="IStoryReader.CountAsync"/>); as with a ranking, they are counted again when something was written.</summary>
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

    /// <summary>What a search finds, best match first.</summary>
    public async Task<IReadOnlyList<RankedStory>> SearchAsync(
        string search, StoryQuery query, int limit, CancellationToken cancellationToken)
    {
        var found = await stories.SearchAsync(search, query, limit, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        RankedStory[] rows = [.. found.Select((story, place) => new RankedStory(story, found.Count - place, Reasons.OfTime(story, now)))];
        return await WithMutesAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Muted stories say what mutes them.</summary>
    private async Task<IReadOnlyList<RankedStory>> WithMutesAsync(IReadOnlyList<RankedStory> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (mutes is null || !rows.Any(row => row.Story.IsMuted(now)))
            return rows;
        var muting = new MuteRules(await mutes.ListAsync(cancellationToken).ConfigureAwait(false));
        return [.. rows.Select(row => row.Story.IsMuted(now) ? WithMutes(row, muting.Of(MuteSubject.Of(row.Story)), now) : row)];
    }

    private RankedStory WithMutes(RankedStory row, IReadOnlyList<Mute> by, DateTimeOffset now) => row with
    {
        MutedBy = by,
        Reason = MuteWords.By(row.Story, by, now, clock.LocalTimeZone) + (row.Reason.Length == 0 ? "" : $"; {row.Reason}"),
    };

    /// <summary>"You may also like": the nearest stories by text, at most two of a feed and one of a cluster; where they are too few, others of its categories.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<RankedStory>> RelatedAsync(long storyId, int limit, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is not { } story)
            return [];
        var most = (int)Math.Min(RelatedCandidates * (long)limit, int.MaxValue);
        var near = await stories.RelatedAsync(story, most, cancellationToken).ConfigureAwait(false);
        var found = RelatedRanking.Rank(story, near, [], limit);
        if (found.Count == limit)
            return found;
        var ofCategory = await stories.SameCategoryAsync(story, most, cancellationToken).ConfigureAwait(false);
        return RelatedRanking.Rank(story, near, ofCategory, limit);
    }

    /// <summary>The same rows, each of a cluster with the names of its sources.</summary>
    public async Task<IReadOnlyList<RankedStory>> WithSourcesAsync(IReadOnlyList<RankedStory> rows, CancellationToken cancellationToken)
    {
        long[] clusters = [.. rows.Where(row => row.Story.Cluster.Sources > 1).Select(row => row.Story.Cluster.Id).Distinct()];
        if (clusters.Length == 0)
            return rows;
        var coverage = await stories.ListCoverageAsync(clusters, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row =>
            coverage.GetValueOrDefault(row.Story.Cluster.Id) is { } known ? Reasons.WithCoverage(row, known) : row)];
    }

    /// <summary>Everything that speaks for a story; null where there is no such story.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="withRanks">With its places, for which both lists are ranked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StoryWhy?> WhyAsync(long storyId, bool withRanks, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        var unnamed = new RankedStory(found, 0, "");
        var story = (await WithSourcesAsync([unnamed], cancellationToken).ConfigureAwait(false))[0].Story;
        var now = clock.GetUtcNow();
        var scale = await ScaleAsync(cancellationToken).ConfigureAwait(false);
        var popular = PopularRanking.EvidenceOf(story, scale, _settings.Popular);
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        var interests = await InterestsAsync(pace, now, cancellationToken).ConfigureAwait(false);
        var mustRead = MustReadRanking.EvidenceOf(story, scale, pace, rules, _settings.MustRead, interests)
            .Concat(await ExplorationOfAsync(story, interests, now, cancellationToken).ConfigureAwait(false));
        return new StoryWhy(
        [
            new ListWhy("Popular", PointsOf(popular), AgeDecay.Of(story, now, _settings.Popular.HalfLife),
                withRanks ? await RankOfAsync(story, StoryList.Popular, cancellationToken).ConfigureAwait(false) : null),
            new ListWhy("Must-Read", PointsOf(mustRead), MustReadRanking.DecayOf(story, now, _settings.MustRead),
                withRanks ? await RankOfAsync(story, StoryList.MustRead, cancellationToken).ConfigureAwait(false) : null),
        ], Reasons.OfTime(story, now))
        {
            Muted = (await WithMutesAsync([unnamed], cancellationToken).ConfigureAwait(false))[0].Reason is { Length: > 0 } muted ? muted : null,
        };
    }

    private static IReadOnlyList<EvidencePoints> PointsOf(IEnumerable<Evidence> evidence) =>
        [.. Reasons.StrongestFirst(evidence).Select(piece => new EvidencePoints(piece.Words, piece.Points))];

    private async Task<FeedScale> ScaleAsync(CancellationToken cancellationToken) =>
        FeedScale.Of(await stories.ListCountersAsync(cancellationToken).ConfigureAwait(false));

    private async Task<int?> RankOfAsync(Story story, StoryList list, CancellationToken cancellationToken)
    {
        var ranked = await RankAsync(new StoryQuery { List = list }, cancellationToken).ConfigureAwait(false);
        var place = ranked.Select(row => row.Story.Cluster.Id).TakeWhile(cluster => cluster != story.Cluster.Id).Count() + 1;
        return place > ranked.Count ? null : place;
    }

    private async Task<RankedPage> PageByTimeAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var page = await stories.PageAsync(query, after, size, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return new RankedPage([.. page.Stories.Select(story => ByTime(story, query.List, now))], page.Next);
    }

    private static RankedStory ByTime(Story story, StoryList list, DateTimeOffset now)
    {
        var when = Reasons.OfTime(story, now);
        var comments = list == StoryList.Commented ? OwnCommentsEvidence.Of(story, Weights.OwnComments) : null;
        var reason = comments is null ? when : $"{comments.Words}; {when}";
        return new RankedStory(story, story.SortAt.ToUnixTimeSeconds(), reason);
    }

    /// <summary>The list may have been ranked anew since the page before; the page begins after the story of the cursor, wherever it stands now.</summary>
    private async Task<RankedPage> RankedPageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var ranked = await RankAsync(query, cancellationToken).ConfigureAwait(false);
        var first = after is null ? 0 : PlaceAfter(ranked, after);
        List<RankedCandidate> rows = [.. ranked.Skip(first).Take(size)];
        var next = first + rows.Count < ranked.Count && rows.Count > 0 ? new StoryCursor(first + rows.Count, rows[^1].Story.Id) : null;
        var whole = await WholeAsync(rows, cancellationToken).ConfigureAwait(false);
        return new RankedPage(await WithSourcesAsync(whole, cancellationToken).ConfigureAwait(false), next);
    }

    /// <summary>What is shown of the rows; a story that is gone by now is left out.</summary>
    private async Task<IReadOnlyList<RankedStory>> WholeAsync(IReadOnlyList<RankedCandidate> rows, CancellationToken cancellationToken)
    {
        var found = await stories.ListAsync([.. rows.Select(row => row.Story.Id)], cancellationToken).ConfigureAwait(false);
        var byId = found.ToDictionary(story => story.Id);
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

    /// <summary>A ranking is kept for the next page, and for who comes back to the list, until something is written.</summary>
    private async Task<IReadOnlyList<RankedCandidate>> RankAsync(StoryQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await stories.StateAsync(cancellationToken).ConfigureAwait(false);
        if (_rankings.TryGetValue(query.List, out var kept) && kept.Holds(query, state, now))
            return kept.Value;
        var ranked = await RankAsync(query, now, cancellationToken).ConfigureAwait(false);
        _rankings[query.List] = new(query, state, now, ranked);
        return ranked;
    }

    /// <summary>
    /// The newest two weeks are enough; where they bring next to nothing (all feeds were silent, or nothing was fetched for long) older
    /// stories count too.
    /// </summary>
    private async Task<IReadOnlyList<RankedCandidate>> RankAsync(StoryQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = query.Since ?? now - WindowOf(query.List);
        var ranked = await RankSinceAsync(query with { Since = since }, now, cancellationToken).ConfigureAwait(false);
        return query.Since is not null || await HasEnoughAsync(ranked, now, cancellationToken).ConfigureAwait(false)
            ? ranked
            : await RankSinceAsync(query, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows of a flood do not count: with it the others are the same as without.</summary>
    private async Task<bool> HasEnoughAsync(IReadOnlyList<RankedCandidate> ranked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ranked.Count is < EnoughRows or >= EnoughRows + Diversity.MostOfAFeed)
            return ranked.Count >= EnoughRows;
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        return ranked.Count(row => pace.GetValueOrDefault(row.Story.Feed.Id) <= Weights.FloodPerDay) >= EnoughRows;
    }

    private async Task<IReadOnlyList<RankedCandidate>> RankSinceAsync(StoryQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var candidates = await stories.CandidatesAsync(query, Candidates, TextOf(query.List), cancellationToken).ConfigureAwait(false);
        var scale = await ScaleAsync(cancellationToken).ConfigureAwait(false);
        if (query.List == StoryList.Popular)
            return PopularRanking.Rank(candidates, now, _settings.Popular, scale);
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        var interests = await InterestsAsync(pace, now, cancellationToken).ConfigureAwait(false);
        return MustReadRanking.Rank(candidates, pace, rules, now, _settings.MustRead, interests, scale);
    }

    /// <summary>What is popular is what others did, whatever the words are.</summary>
    private CandidateText TextOf(StoryList list) =>
        list == StoryList.Popular ? CandidateText.None : rules.LookAtText ? CandidateText.All : CandidateText.Headline;

    private Task<Interests> InterestsAsync(IReadOnlyDictionary<long, double> pace, DateTimeOffset now, CancellationToken cancellationToken) =>
        learnt is null ? Task.FromResult(Interests.None) : learnt.ReadAsync(pace, now, cancellationToken);

    /// <summary>Whether a story is the one of the day is seen only among all candidates; they are read where it can be.</summary>
    private async Task<IEnumerable<Evidence>> ExplorationOfAsync(
        Story story, Interests interests, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Exploration.StoryOfTheDay([story], interests, now) is null)
            return [];
        var query = new StoryQuery { List = StoryList.MustRead, Since = now - WindowOf(StoryList.MustRead) };
        var candidates = await stories.CandidatesAsync(query, Candidates, CandidateText.None, cancellationToken).ConfigureAwait(false);
        return Exploration.StoryOfTheDay(candidates, interests, now)?.Id == story.Id ? [new ExplorationEvidence(story.Feed.Title)] : [];
    }

    private TimeSpan WindowOf(StoryList list) => list == StoryList.Popular ? _settings.Popular.Window : _settings.MustRead.Window;

    private sealed record Kept<T>(StoryQuery Query, DatabaseState State, DateTimeOffset At, T Value)
    {
        public bool Holds(StoryQuery query, DatabaseState state, DateTimeOffset now) =>
            Query == query && State == state && Freshness.Lasts(At, now);
    }
}
