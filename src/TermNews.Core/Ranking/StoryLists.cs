using System.Globalization;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>Gives every list of stories with scores and reasons, to commands and view models alike.</summary>
/// <param name="stories">The stories.</param>
/// <param name="clock">The time.</param>
/// <param name="rules">What the reader never wants to miss.</param>
/// <param name="learnt">What the reader cares for; null where nothing is learnt.</param>
public sealed class StoryLists(IStoryRepository stories, TimeProvider clock, MustReadRules rules, LearntInterests? learnt = null)
{
    private const int MostCandidates = 2000;
    private const int EnoughRows = 10;
    private const int MostRelatedOfAFeed = 2;
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>A page of a list.</summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="after">Where the page begins; null for the first. Comes from the page before.</param>
    /// <param name="size">At most this many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RankedPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken) =>
        query.List switch
        {
            StoryList.Popular or StoryList.MustRead => RankedPageAsync(query, after, size, cancellationToken),
            StoryList.Latest or StoryList.Unread or StoryList.Saved or StoryList.Commented or StoryList.All =>
                PageByTimeAsync(query, after, size, cancellationToken),
        };

    /// <summary>What a search finds, best match first.</summary>
    public async Task<IReadOnlyList<RankedStory>> SearchAsync(
        string search, StoryQuery query, int limit, CancellationToken cancellationToken)
    {
        var found = await stories.SearchAsync(search, query, limit, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return [.. found.Select((story, place) => new RankedStory(story, found.Count - place, Reasons.OfTime(story, now)))];
    }

    /// <summary>"You may also like": the nearest stories by text, at most two of a feed and one of a cluster.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<RankedStory>> RelatedAsync(long storyId, int limit, CancellationToken cancellationToken)
    {
        var near = await stories.RelatedAsync(storyId, (int)Math.Min(4L * limit, int.MaxValue), cancellationToken).ConfigureAwait(false);
        var ofFeed = new Dictionary<long, int>();
        List<Story> found = [.. near.DistinctBy(story => story.Cluster.Id)
            .Where(story => (ofFeed[story.Feed.Id] = ofFeed.GetValueOrDefault(story.Feed.Id) + 1) <= MostRelatedOfAFeed).Take(limit)];
        return [.. found.Select((story, place) => new RankedStory(story, found.Count - place, $"near by its words, place {Place(place)}"))];
    }

    /// <summary>
    /// Everything that speaks for a story, strongest first and with its points, then where it stands in time; empty where there is no
    /// such story.
    /// </summary>
    public async Task<IReadOnlyList<string>> WhyAsync(long storyId, CancellationToken cancellationToken)
    {
        var story = await stories.FindAsync(storyId, cancellationToken).ConfigureAwait(false);
        if (story is null)
            return [];
        var now = clock.GetUtcNow();
        var popular = new StoryQuery { List = StoryList.Popular, FeedId = story.Feed.Id, Since = now - Window };
        var ofFeed = await stories.CandidatesAsync(popular, MostCandidates, cancellationToken).ConfigureAwait(false);
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        var scale = FeedScale.Of(ofFeed.Any(other => other.Id == story.Id) ? ofFeed : [.. ofFeed, story]);
        var interests = await InterestsAsync(pace, now, cancellationToken).ConfigureAwait(false);
        var evidence = PopularRanking.EvidenceOf(story, scale)
            .Concat(MustReadRanking.EvidenceOf(story, scale, pace, rules, interests))
            .Concat(await ExplorationOfAsync(story, interests, now, cancellationToken).ConfigureAwait(false))
            .OrderByDescending(piece => piece.Points)
            .DistinctBy(piece => piece.Words)
            .Select(piece => string.Create(CultureInfo.InvariantCulture, $"{piece.Words} ({piece.Points:0.##} points)"));
        return [.. evidence, Reasons.OfTime(story, now)];
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
        var reason = list == StoryList.Commented && OwnCommentsEvidence.Of(story) is { } comments ? $"{comments.Words}; {when}" : when;
        return new RankedStory(story, story.SortAt.ToUnixTimeSeconds(), reason);
    }

    /// <summary>The list is ranked anew for each page; the page begins after the story of the cursor, wherever it stands now.</summary>
    private async Task<RankedPage> RankedPageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        var ranked = await RankAsync(query, cancellationToken).ConfigureAwait(false);
        var first = after is null ? 0 : PlaceAfter(ranked, after);
        List<RankedStory> rows = [.. ranked.Skip(first).Take(size)];
        var next = first + rows.Count < ranked.Count && rows.Count > 0 ? new StoryCursor(first + rows.Count, rows[^1].Story.Id) : null;
        return new RankedPage(rows, next);
    }

    private static int PlaceAfter(IReadOnlyList<RankedStory> ranked, StoryCursor after)
    {
        for (var place = 0; place < ranked.Count; place++)
        {
            if (ranked[place].Story.Id == after.Id)
                return place + 1;
        }
        return (int)Math.Clamp(after.Key, 0, ranked.Count);
    }

    /// <summary>
    /// The newest two weeks are enough; where they bring next to nothing (all feeds were silent, or nothing was fetched for long) older
    /// stories count too.
    /// </summary>
    private async Task<IReadOnlyList<RankedStory>> RankAsync(StoryQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ranked = await RankSinceAsync(query with { Since = query.Since ?? now - Window }, now, cancellationToken).ConfigureAwait(false);
        return ranked.Count >= EnoughRows || query.Since is not null
            ? ranked
            : await RankSinceAsync(query, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RankedStory>> RankSinceAsync(StoryQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var candidates = await stories.CandidatesAsync(query, MostCandidates, cancellationToken).ConfigureAwait(false);
        if (query.List == StoryList.Popular)
            return PopularRanking.Rank(candidates, now);
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        var interests = await InterestsAsync(pace, now, cancellationToken).ConfigureAwait(false);
        return MustReadRanking.Rank(candidates, pace, rules, now, interests);
    }

    private Task<Interests> InterestsAsync(IReadOnlyDictionary<long, double> pace, DateTimeOffset now, CancellationToken cancellationToken) =>
        learnt is null ? Task.FromResult(Interests.None) : learnt.ReadAsync(pace, now, cancellationToken);

    /// <summary>Whether a story is the one of the day is seen only among all candidates; they are read where it can be.</summary>
    private async Task<IEnumerable<Evidence>> ExplorationOfAsync(
        Story story, Interests interests, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Exploration.StoryOfTheDay([story], interests, now) is null)
            return [];
        var query = new StoryQuery { List = StoryList.MustRead, Since = now - Window };
        var candidates = await stories.CandidatesAsync(query, MostCandidates, cancellationToken).ConfigureAwait(false);
        return Exploration.StoryOfTheDay(candidates, interests, now)?.Id == story.Id ? [new ExplorationEvidence(story.Feed.Title)] : [];
    }

    private static string Place(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}
