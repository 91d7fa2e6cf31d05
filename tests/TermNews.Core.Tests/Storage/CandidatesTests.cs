using TermNews.Core.Ranking;
using TermNews.Core.Storage;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class CandidatesTests : TemporaryDatabase
{
    private const int Share = 2000;

    private static readonly StoryQuery Popular = new() { List = StoryList.Popular, Since = A.Noon.AddDays(-14) };
    private static readonly StoryQuery MustRead = new() { List = StoryList.MustRead, Since = A.Noon.AddDays(-14) };

    private static PublishedCounters Points(long points) => new(null, points, null, null);

    private static IncomingStory Counted(string guid, double hoursOld) =>
        A.Incoming(guid, $"Story {guid}", A.Noon.AddHours(-hoursOld), counters: Points(guid.Length + 1));

    private async Task<string[]> OthersAsync(StoryQuery query, long flood) =>
        [.. (await Stories.CandidatesAsync(query, Share, Token)).Where(story => story.Feed.Id != flood).Select(story => story.Title!)];

    [Fact]
    public async Task A_flood_from_one_feed_takes_no_candidate_of_another()
    {
        var flood = await FeedAsync("https://flood/feed");
        foreach (var feed in Enumerable.Range(1, 5))
            await StoreAsync(await FeedAsync($"https://quiet{feed}/feed"), [.. Enumerable.Range(1, 30).Select(n => Counted($"{feed}-{n}", (n * 8) + feed))]);
        var (popular, mustRead) = (await OthersAsync(Popular, flood), await OthersAsync(MustRead, flood));

        await StoreAsync(flood, [.. Enumerable.Range(1, 3000).Select(n => Counted($"flood-{n}", n / 3000.0))]);

        Assert.Equal((150, 150), (popular.Length, mustRead.Length));
        Assert.Equal(popular, await OthersAsync(Popular, flood));
        Assert.Equal(mustRead, await OthersAsync(MustRead, flood));
        Assert.Equal(100, (await Stories.CandidatesAsync(Popular, Share, Token)).Count(story => story.Feed.Id == flood));
    }

    [Fact]
    public async Task The_lists_of_a_flooded_database_are_those_of_the_database_before_with_two_rows_more()
    {
        var flood = await FeedAsync("https://flood/feed");
        foreach (var feed in Enumerable.Range(1, 5))
            await StoreAsync(await FeedAsync($"https://quiet{feed}/feed"), [.. Enumerable.Range(1, 9).Select(n => Counted($"{feed}-{n}", (n * 8) + feed))]);
        var lists = new StoryLists(Stories, Clock, new MustReadRules([], [], []) { Queries = ["story"] });
        var before = await BothAsync(lists);

        await StoreAsync(flood, [.. Enumerable.Range(1, 10_000).Select(n => Counted($"flood-{n}", n / 10_000.0))]);

        foreach (var (was, now) in before.Zip(await BothAsync(lists)))
        {
            Assert.Equal(2, now.Count(row => row.Story.Feed.Id == flood));
            Assert.Equal(was, now.Where(row => row.Story.Feed.Id != flood), (one, other) => (one.Story.Id, one.Score, one.Reason) == (other.Story.Id, other.Score, other.Reason));
        }
    }

    private static async Task<List<IReadOnlyList<RankedStory>>> BothAsync(StoryLists lists)
    {
        List<IReadOnlyList<RankedStory>> both = [];
        foreach (var list in new[] { StoryList.Popular, StoryList.MustRead })
            both.Add((await lists.PageAsync(new StoryQuery { List = list }, null, 1000, Token)).Stories);
        return both;
    }

    [Fact]
    public async Task Many_feeds_share_the_places_and_each_has_four()
    {
        foreach (var feed in Enumerable.Range(1, 4))
            await StoreAsync(await FeedAsync($"https://feed{feed}/feed"), [.. Enumerable.Range(1, 20).Select(n => Counted($"{feed}-{n}", n))]);

        Assert.Equal(Enumerable.Repeat(10, 4), await CountsAsync(40));
        Assert.Equal(Enumerable.Repeat(4, 4), await CountsAsync(1));
        Assert.Equal(Enumerable.Repeat(20, 4), await CountsAsync(Share));
    }

    private async Task<int[]> CountsAsync(int share) =>
        [.. (await Stories.CandidatesAsync(Popular, share, Token)).CountBy(story => story.Feed.Id).Select(pair => pair.Value)];

    [Fact]
    public async Task What_is_pinned_comes_whatever_its_age_and_feed()
    {
        var gone = await FeedAsync("https://gone/feed");
        await StoreAsync(gone, A.Incoming("old", "Old", A.Noon.AddDays(-300)), A.Incoming("other", "Other", A.Noon.AddDays(-2)));
        await StoreAsync(await FeedAsync("https://kept/feed"), A.Incoming("new", "New", A.Noon.AddDays(-1)), A.Incoming("aged", "Aged", A.Noon.AddDays(-20)));
        await Stories.MarkAsync([await IdAsync("Old"), await IdAsync("New")], StatusChange.Pinned, Token);
        await Feeds.RemoveAsync(gone, Token);

        var found = await Stories.CandidatesAsync(MustRead, Share, Token);

        Assert.Equal(["New", "Old"], found.Select(story => story.Title));
        var ofFeed = await Stories.CandidatesAsync(MustRead with { FeedId = gone, Until = A.Noon.AddDays(-100) }, Share, Token);
        Assert.Equal(["Old"], ofFeed.Select(story => story.Title));
    }

    [Fact]
    public async Task Who_reports_a_cluster_is_listed_by_the_first_report_each_feed_once()
    {
        var (late, early) = (await FeedAsync("https://a/feed", "Late"), await FeedAsync("https://b/feed", "Early"));
        await StoreAsync(late, A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-1)) with { Link = "https://a/1" },
            A.Incoming("2", "Parliament debates a new law on forests", A.Noon));
        await StoreAsync(early, A.Incoming("1", "Northern coast ports closed as storm Ella nears", A.Noon.AddHours(-4)) with { Link = "https://b/1" },
            A.Incoming("2", "Ports closed on northern coast, storm Ella nears", A.Noon.AddHours(-2)) with { Link = "https://b/2" });
        await new StoryClusters(Database).CatchUpAsync(Token);
        var clusters = (await ListAsync(new StoryQuery { List = StoryList.All })).Select(story => story.Cluster.Id).Distinct().ToArray();

        var coverage = await Stories.ListCoverageAsync(clusters, Token);

        Assert.Equal(2, clusters.Length);
        var (feeds, first, last) = Assert.Single(coverage).Value;
        Assert.Equal(["Early", "Late"], feeds);
        Assert.Equal((A.Noon.AddHours(-4), A.Noon.AddHours(-1)), (first, last));
    }
}
