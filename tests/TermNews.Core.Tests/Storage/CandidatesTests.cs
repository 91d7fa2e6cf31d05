using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
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
        [.. (await Stories.CandidatesAsync(query, Share, CandidateText.Headline, Token)).Where(story => story.Feed.Id != flood)
            .Select(story => story.Title!)];

    [Fact]
    public async Task A_flood_from_one_feed_takes_no_candidate_of_another()
    {
        var flood = await FeedAsync("https://flood/feed");
        foreach (var feed in Enumerable.Range(1, 5))
            await StoreAsync(await FeedAsync($"https://quiet{feed}/feed"),
                [.. Enumerable.Range(1, 30).Select(n => Counted($"{feed}-{n}", (n * 8) + feed))]);
        var (popular, mustRead) = (await OthersAsync(Popular, flood), await OthersAsync(MustRead, flood));

        await StoreAsync(flood, [.. Enumerable.Range(1, 3000).Select(n => Counted($"flood-{n}", n / 3000.0))]);

        Assert.Equal((150, 150), (popular.Length, mustRead.Length));
        Assert.Equal(popular, await OthersAsync(Popular, flood));
        Assert.Equal(mustRead, await OthersAsync(MustRead, flood));
        Assert.Equal(
            100, (await Stories.CandidatesAsync(Popular, Share, CandidateText.Headline, Token)).Count(story => story.Feed.Id == flood));
    }

    [Fact]
    public async Task The_lists_of_a_flooded_database_are_those_of_the_database_before_with_two_rows_more()
    {
        var flood = await FeedAsync("https://flood/feed");
        foreach (var feed in Enumerable.Range(1, 5))
            await StoreAsync(await FeedAsync($"https://quiet{feed}/feed"),
                [.. Enumerable.Range(1, 9).Select(n => Counted($"{feed}-{n}", (n * 8) + feed))]);
        var lists = new StoryLists(Stories, Clock, new MustReadRules([], [], []) { Queries = ["story"] });
        var before = await BothAsync(lists);

        await StoreAsync(flood, [.. Enumerable.Range(1, 10_000).Select(n => Counted($"flood-{n}", n / 10_000.0))]);

        foreach (var (was, now) in before.Zip(await BothAsync(lists)))
        {
            Assert.Equal(2, now.Count(row => row.Story.Feed.Id == flood));
            Assert.Equal(was, now.Where(row => row.Story.Feed.Id != flood),
                (one, other) => (one.Story.Id, one.Score, one.Reason) == (other.Story.Id, other.Score, other.Reason));
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
            await StoreAsync(
                await FeedAsync($"https://feed{feed}/feed"), [.. Enumerable.Range(1, 20).Select(n => Counted($"{feed}-{n}", n))]);

        Assert.Equal(Enumerable.Repeat(10, 4), await CountsAsync(40));
        Assert.Equal(Enumerable.Repeat(4, 4), await CountsAsync(1));
        Assert.Equal(Enumerable.Repeat(20, 4), await CountsAsync(Share));
    }

    [Theory]
    [InlineData(CandidateText.None, null, null)]
    [InlineData(CandidateText.Headline, "Rain", null)]
    [InlineData(CandidateText.All, "Rain", "It rains.")]
    public async Task Candidates_have_as_much_text_as_is_asked_for(CandidateText text, string? title, string? lead)
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "Rain", A.Noon, text: "It rains."));
        var found = Assert.Single(await Stories.CandidatesAsync(MustRead, Share, text, Token));
        Assert.Equal((title, lead), (found.Title, found.Lead));
    }

    private async Task<int[]> CountsAsync(int share) =>
        [.. (await Stories.CandidatesAsync(Popular, share, CandidateText.Headline, Token)).CountBy(story => story.Feed.Id)
            .Select(pair => pair.Value)];

    [Fact]
    public async Task What_is_pinned_comes_whatever_its_age_and_feed()
    {
        var gone = await FeedAsync("https://gone/feed");
        await StoreAsync(gone, A.Incoming("old", "Old", A.Noon.AddDays(-300)), A.Incoming("other", "Other", A.Noon.AddDays(-2)));
        await StoreAsync(await FeedAsync("https://kept/feed"), A.Incoming("new", "New", A.Noon.AddDays(-1)),
            A.Incoming("aged", "Aged", A.Noon.AddDays(-20)));
        await Stories.MarkAsync([await IdAsync("Old"), await IdAsync("New")], StatusChange.Pinned, Token);
        await Feeds.RemoveAsync(gone, Token);

        var found = await Stories.CandidatesAsync(MustRead, Share, CandidateText.Headline, Token);

        Assert.Equal(["New", "Old"], found.Select(story => story.Title));
        var ofFeed = await Stories.CandidatesAsync(
            MustRead with { FeedId = gone, Until = A.Noon.AddDays(-100) }, Share, CandidateText.Headline, Token);
        Assert.Equal(["Old"], ofFeed.Select(story => story.Title));
    }

    [Fact]
    public async Task Who_reports_a_cluster_is_listed_by_the_first_report_each_feed_once()
    {
        var (late, early) = (await FeedAsync("https://a/feed", "Late"), await FeedAsync("https://b/feed", "Early"));
        await StoreAsync(
            late, A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-1)) with { Link = "https://a/1" },
            A.Incoming("2", "Parliament debates a new law on forests", A.Noon));
        await StoreAsync(
            early, A.Incoming("1", "Northern coast ports closed as storm Ella nears", A.Noon.AddHours(-4)) with { Link = "https://b/1" },
            A.Incoming("2", "Ports closed on northern coast, storm Ella nears", A.Noon.AddHours(-2)) with { Link = "https://b/2" });
        await new StoryClusters(Database).CatchUpAsync(Token);
        var clusters = (await ListAsync(new StoryQuery { List = StoryList.All })).Select(story => story.Cluster.Id).Distinct().ToArray();

        var coverage = await Stories.ListCoverageAsync(clusters, Token);

        Assert.Equal(2, clusters.Length);
        var (feeds, first, last) = Assert.Single(coverage).Value;
        Assert.Equal(["Early", "Late"], feeds);
        Assert.Equal((A.Noon.AddHours(-4), A.Noon.AddHours(-1)), (first, last));
    }

    [Fact]
    public async Task What_several_feeds_report_is_a_candidate_however_much_they_brought_since()
    {
        foreach (var feed in new[] { "a", "b" })
        {
            await StoreAsync(await FeedAsync($"https://{feed}/feed"),
                [A.Incoming("news", $"Storm Ella closes ports along the northern coast, {feed}", A.Noon.AddHours(-20)), .. Busy(feed)]);
        }
        await new StoryClusters(Database).CatchUpAsync(Token);

        foreach (var query in new[] { Popular, MustRead })
        {
            var found = (await Stories.CandidatesAsync(query, 1, CandidateText.Headline, Token))
                .Where(story => story.Title!.StartsWith("Storm", StringComparison.Ordinal)).ToList();
            Assert.Equal([(2, 2), (2, 2)], found.Select(story => (story.Cluster.Size, story.Cluster.Sources)));
            Assert.Equal(["https://a/feed", "https://b/feed"], found.Select(story => story.Feed.Url).Order());
        }
    }

    [Fact]
    public async Task What_the_reader_saved_or_commented_on_is_a_candidate_however_much_its_feed_brought_since()
    {
        await StoreAsync(await FeedAsync(),
            [A.Incoming("1", "Kept", A.Noon.AddDays(-3)), A.Incoming("2", "Talked about", A.Noon.AddDays(-4)),
            A.Incoming("3", "Left", A.Noon.AddDays(-2)), .. Busy("x")]);
        await Stories.MarkAsync([await IdAsync("Kept")], StatusChange.Saved, Token);
        await Comments.AddAsync(await IdAsync("Talked about"), "me", CommentText.Create("Well said."), null, Token);

        var found = (await Stories.CandidatesAsync(MustRead, 1, CandidateText.Headline, Token))
            .Where(story => !story.Title!.StartsWith("Busy", StringComparison.Ordinal));

        Assert.Equal([("Kept", true, 0), ("Talked about", false, 1)],
            found.Select(story => (story.Title!, story.Status.IsSaved, story.CommentCount)));
        Assert.Equal(["Talked about"], (await Stories.CandidatesAsync(Popular, 1, CandidateText.Headline, Token))
            .Select(story => story.Title!).Where(title => !title.StartsWith("Busy", StringComparison.Ordinal)));
    }

    private static IEnumerable<IncomingStory> Busy(string feed) =>
        Enumerable.Range(1, 12).Select(n => A.Incoming($"busy {n}", $"Busy {feed}{n}", A.Noon.AddHours(-n), counters: Points(n)));

    [Fact]
    public async Task The_newest_counters_of_a_feed_tell_what_its_numbers_usually_are()
    {
        var feed = await FeedAsync("https://counting/feed");
        await StoreAsync(
            feed, [.. Enumerable.Range(1, 40).Select(n => A.Incoming($"{n}", $"Story {n}", A.Noon.AddDays(-n), counters: Points(n)))]);
        await StoreAsync(await FeedAsync("https://silent/feed"), A.Incoming("1", "Silent", A.Noon, counters: Points(0)));

        var counted = await Stories.ListCountersAsync(Token);

        Assert.All(counted, one => Assert.Equal(feed, one.FeedId));
        Assert.Equal(Enumerable.Range(1, 30).Select(n => (long?)n), counted.Select(one => one.Counters.Points).Order());
    }

    [Fact]
    public async Task Counters_that_a_feed_brings_later_make_a_candidate()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "Story", A.Noon.AddHours(-1)));
        Assert.Empty(await Stories.CandidatesAsync(Popular, Share, CandidateText.Headline, Token));

        await StoreAsync(feed, A.Incoming("1", "Story", A.Noon.AddHours(-1), counters: Points(3)));
        Assert.Equal(3, Assert.Single(await Stories.CandidatesAsync(Popular, Share, CandidateText.Headline, Token)).Counters.Points);

        await StoreAsync(feed, A.Incoming("1", "Story", A.Noon.AddHours(-1)));
        Assert.Empty(await Stories.CandidatesAsync(Popular, Share, CandidateText.Headline, Token));
    }

    [Fact]
    public async Task Stories_are_listed_in_the_order_asked_for_without_those_that_are_gone()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "One", A.Noon), A.Incoming("2", "Two", A.Noon.AddHours(-1)));
        var (one, two) = (await IdAsync("One"), await IdAsync("Two"));

        Assert.Equal(["Two", "One"], (await Stories.ListAsync([two, 999, one], Token)).Select(story => story.Title));
    }

    [Fact]
    public async Task What_is_counted_is_what_is_listed_whatever_is_left_out()
    {
        var (gone, kept) = (await FeedAsync("https://gone/feed"), await FeedAsync("https://kept/feed"));
        foreach (var feed in new[] { gone, kept })
        {
            await StoreAsync(feed, A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon),
                A.Incoming("2", $"Hidden {feed}", A.Noon),
                A.Incoming("3", $"Read {feed}", A.Noon), A.Incoming("4", $"Rain {feed}", A.Noon), A.Incoming("5", $"Plain {feed}", A.Noon));
        }
        await StoreAsync(await FeedAsync("https://third/feed"), A.Incoming("1", "Northern coast ports closed as storm Ella nears", A.Noon));
        await new StoryClusters(Database).CatchUpAsync(Token);
        await Mutes.AddAsync(new Mute(MuteKind.Word, "rain"), Token);
        await Stories.MarkAsync([await IdAsync($"Hidden {gone}"), await IdAsync($"Hidden {kept}")], StatusChange.Hidden, Token);
        await Stories.MarkAsync([await IdAsync($"Read {gone}"), await IdAsync($"Read {kept}")], StatusChange.Read, Token);

        await CountsWhatIsListedAsync((5, 3));
        await Feeds.RemoveAsync(gone, Token);
        await CountsWhatIsListedAsync((3, 2));
    }

    private async Task CountsWhatIsListedAsync((int Latest, int Unread) expected)
    {
        var (latest, unread) = (new StoryQuery(), new StoryQuery { List = StoryList.Unread });
        Assert.Equal(expected, ((await ListAsync(latest)).Count, (await ListAsync(unread)).Count));
        Assert.Equal(expected, (await Stories.CountAsync(latest, Token), await Stories.CountAsync(unread, Token)));
    }

    [Fact]
    public async Task The_state_of_a_database_changes_with_what_anybody_writes()
    {
        var feed = await FeedAsync();
        using var other = await NewsDatabase.OpenFileAsync(File, Clock, Token);
        var before = await Stories.StateAsync(Token);
        Assert.Equal(before, await Stories.StateAsync(Token));

        await StoreAsync(feed, A.Incoming("1", "Story", A.Noon));
        var own = await Stories.StateAsync(Token);
        Assert.NotEqual(before, own);

        await new StoryRepository(other).MarkAsync([await IdAsync("Story")], StatusChange.Read, Token);
        Assert.NotEqual(own, await Stories.StateAsync(Token));
    }

    [Fact]
    public async Task The_state_of_a_database_in_memory_changes_with_what_is_written()
    {
        using var memory = await NewsDatabase.OpenMemoryAsync(Clock, Token);
        var stories = new StoryRepository(memory);
        var before = await stories.StateAsync(Token);
        Assert.Equal(before, await stories.StateAsync(Token));

        await new FeedRepository(memory).AddAsync([new NewSubscription("https://example.org/feed", null, [])], Token);

        Assert.NotEqual(before, await stories.StateAsync(Token));
    }
}
