using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Ranking;

/// <summary>What tests about interests have in common: ten feeds that bring as much each, and deeds written by hand.</summary>
public abstract class InterestTest
{
    internal static readonly IReadOnlyDictionary<long, double> TenFeeds = Enumerable.Range(1, 10).ToDictionary(id => (long)id, _ => 5.0);

    /// <summary>A thousand headlines, of which 10 have a term; unless it is named otherwise.</summary>
    internal static InterestCounts Counts(InterestTally tally, params (string Term, int Count)[] common) => InterestCounts.None with
    {
        Headlines = 1000,
        Terms = tally.Terms.ToDictionary(
            term => term, term => common.Where(one => one.Term == term).Select(one => one.Count).FirstOrDefault(10)),
        Stories = 1000,
        Categories = new Dictionary<string, int> { ["TECHNOLOGY"] = 50 },
        Languages = new Dictionary<string, int> { [""] = 1000 },
    };

    internal static Interests Learn(IEnumerable<StoryDeeds> deeds, params (string Term, int Count)[] common) =>
        Learn(InterestNotes.None with { Deeds = [.. deeds] }, A.Noon, common);

    internal static Interests Learn(InterestNotes notes, DateTimeOffset? now = null, params (string Term, int Count)[] common)
    {
        var tally = InterestTally.Of(notes, now ?? A.Noon);
        return InterestLearning.Learn(notes, tally, Counts(tally, common), TenFeeds, now ?? A.Noon);
    }

    /// <summary>A story that was opened two days ago, and nothing else done with it.</summary>
    internal static StoryDeeds Opened(
        long id, long feed = 1, string title = "A headline", double daysAgo = 2, params string[] categories) => new()
        {
            StoryId = id,
            FeedId = feed,
            FeedTitle = $"Feed {feed}",
            Title = title,
            Categories = categories,
            OpenedAt = A.Noon.AddDays(-daysAgo),
        };

    /// <summary>Stories of all ten feeds that were opened, one of each, with a headline each of its own.</summary>
    internal static IEnumerable<StoryDeeds> OneOfEach(int firstId = 100) =>
        Enumerable.Range(0, 10).Select(n => Opened(firstId + n, n + 1, $"{(char)('a' + n)}word{firstId} {(char)('k' + n)}word{firstId}"));

    /// <summary>Many stories of feed 1 that were opened.</summary>
    internal static IEnumerable<StoryDeeds> ManyOfOne(int count = 12, double daysAgo = 2) =>
        Enumerable.Range(1, count).Select(id => Opened(id, title: $"own{id}", daysAgo: daysAgo));

    internal static Interest? In(Interests interests, InterestSubject subject) =>
        interests.All.SingleOrDefault(one => one.Subject == subject);

    internal static double FeedStrength(Interests interests, long feed = 1) => In(interests, InterestSubject.Feed(feed))?.Strength ?? 0;
}
