using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class StoryClustersTests : TemporaryDatabase
{
    private long _first, _second;

    private StoryClusters Clusters => new(Database);

    private async Task HaveAsync()
    {
        (_first, _second) = (await FeedAsync("https://a/feed", "Alpha"), await FeedAsync("https://b/feed", "Beta"));
        await StoreAsync(_first, A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-3)),
            A.Incoming("2", "Parliament debates a new law on forests", A.Noon.AddHours(-2)));
        await StoreAsync(
            _second, A.Incoming("1", "Northern coast ports closed as storm Ella nears", A.Noon.AddHours(-1)) with { Link = "https://b/1" });
        await Clusters.CatchUpAsync(Token);
    }

    private Task<string[]> LatestAsync(StoryQuery? query = null) => TitlesAsync(query ?? new StoryQuery());

    [Fact]
    public async Task A_list_has_one_row_for_a_cluster_and_all_has_each_story()
    {
        await HaveAsync();

        Assert.Equal(["Parliament debates a new law on forests", "Storm Ella closes ports along the northern coast"], await LatestAsync());
        Assert.Equal(2, await Stories.CountAsync(new StoryQuery(), Token));
        var all = await ListAsync(new StoryQuery { List = StoryList.All });
        Assert.Equal(3, all.Count);
        Assert.Equal([1, 2, 2], all.Select(story => story.Cluster.Size).Order());
        Assert.Single(all.Where(story => story.Cluster.Size == 2).Select(story => story.Cluster.Id).Distinct());
    }

    [Fact]
    public async Task What_waited_waits_no_longer_though_others_lie_between()
    {
        await HaveAsync();
        await Database.WriteAsync(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO unclustered SELECT id FROM stories WHERE id <> 2";
            return Task.FromResult(command.ExecuteNonQuery());
        }, Token);
        Assert.Equal(2, await Clusters.CountWaitingAsync(Token));

        await Clusters.CatchUpAsync(Token);

        Assert.Equal(0, await Clusters.CountWaitingAsync(Token));
    }

    [Fact]
    public async Task What_stood_in_a_feed_without_dates_when_it_was_added_is_of_unknown_age_and_what_it_brings_later_is_not()
    {
        await HaveAsync();
        var third = await FeedAsync("https://c/feed", "Gamma");
        await StoreAsync(third, A.Incoming("1", "Northern coast: storm Ella closes its ports") with { Link = "https://c/1" });
        var later = A.Update(third, A.Incoming("2", "Ports on the northern coast shut by Storm Ella") with { Link = "https://c/2" });
        await Feeds.StoreAsync([later with { FetchedAt = A.Noon.AddHours(2) }], Token);
        await Clusters.CatchUpAsync(Token);

        var all = (await ListAsync(new StoryQuery { List = StoryList.All })).ToDictionary(story => story.Title!);
        Assert.Equal(
            ["Northern coast: storm Ella closes its ports"], all.Values.Where(story => story.IsOfUnknownAge).Select(story => story.Title));
        Assert.Equal(1, all["Northern coast: storm Ella closes its ports"].Cluster.Size);
        Assert.Equal(3, all["Ports on the northern coast shut by Storm Ella"].Cluster.Size);
    }

    [Fact]
    public async Task What_a_feed_without_dates_had_at_a_late_first_visit_is_of_unknown_age_too()
    {
        var feed = await FeedAsync("https://a/feed", "Alpha");
        foreach (var (day, guid) in new[] { (3, "1"), (4, "2") })
            await Feeds.StoreAsync([A.Update(feed, A.Incoming(guid, $"Story {guid}")) with { FetchedAt = A.Noon.AddDays(day) }], Token);

        Assert.Equal(["Story 1"], (await ListAsync(new StoryQuery())).Where(story => story.IsOfUnknownAge).Select(story => story.Title));
    }

    [Fact]
    public async Task Feeds_of_one_title_and_site_are_one_source_and_other_sites_of_that_title_are_not()
    {
        const string title = "Storm Ella closes ports along the northern coast";
        foreach (var (site, form) in new[] { ("a", "rss"), ("a", "atom"), ("b", "rss") })
        {
            var feed = await FeedAsync($"https://{site}/{form}");
            await Feeds.StoreAsync(
                [A.Update(feed, A.Incoming("1", title, A.Noon)) with { Title = "World", SiteUrl = $"https://{site}/" }], Token);
        }
        await Clusters.CatchUpAsync(Token);

        var cluster = Assert.Single(await ListAsync(new StoryQuery())).Cluster;
        Assert.Equal((3, 2), (cluster.Size, cluster.Sources));
        Assert.Equal(["World", "World"], (await Stories.ListCoverageAsync([cluster.Id], Token))[cluster.Id].Feeds);
    }

    [Fact]
    public async Task Where_the_first_story_does_not_match_another_one_stands_for_the_cluster()
    {
        await HaveAsync();

        Assert.Equal(["Northern coast ports closed as storm Ella nears"], await LatestAsync(new StoryQuery { FeedId = _second }));
        await Stories.MarkAsync([await IdAsync("Storm Ella closes ports along the northern coast")], StatusChange.Hidden, Token);
        Assert.Contains("Northern coast ports closed as storm Ella nears", await LatestAsync());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1, "Parliament debates a new law on forests")]
    [InlineData(2, "Storm Ella closes ports along the northern coast")]
    [InlineData(1, "Storm Ella closes ports along the northern coast", "Northern coast ports closed as storm Ella nears")]
    public async Task As_many_rows_are_counted_as_are_listed(int rows, params string[] hidden)
    {
        await HaveAsync();
        foreach (var title in hidden)
            await Stories.MarkAsync([await IdAsync(title)], StatusChange.Hidden, Token);

        foreach (var query in new[] { new StoryQuery(), new StoryQuery { List = StoryList.Unread }, new StoryQuery { FeedId = _second } })
            Assert.Equal((await ListAsync(query)).Count, await Stories.CountAsync(query, Token));
        Assert.Equal(rows, await Stories.CountAsync(new StoryQuery(), Token));
    }

    [Fact]
    public async Task Who_reads_one_has_read_all_and_undo_takes_it_back_for_all()
    {
        await HaveAsync();
        var id = await IdAsync("Storm Ella closes ports along the northern coast");

        var before = await Stories.MarkAsync([id], StatusChange.Read, Token);

        Assert.Equal(2, before.Count);
        Assert.Equal(["Parliament debates a new law on forests"], await LatestAsync(new StoryQuery { List = StoryList.Unread }));
        await Journal.UndoAsync(1, Token);
        Assert.Equal(2, await Stories.CountAsync(new StoryQuery { List = StoryList.Unread }, Token));
        await Stories.RecordViewAsync(id, Token);
        Assert.Equal(1, await Stories.CountAsync(new StoryQuery { List = StoryList.Unread }, Token));
    }

    [Fact]
    public async Task Each_is_read_by_itself_where_the_configuration_says_so()
    {
        await HaveAsync();
        var stories = new StoryRepository(Database, readsTogether: false);

        await stories.RecordViewAsync(await IdAsync("Storm Ella closes ports along the northern coast"), Token);

        Assert.Contains("Northern coast ports closed as storm Ella nears", await LatestAsync(new StoryQuery { List = StoryList.Unread }));
    }

    [Fact]
    public async Task A_later_report_finds_the_cluster_and_the_row_stays_where_it_is()
    {
        await HaveAsync();
        await StoreAsync(await FeedAsync("https://c/feed"),
            A.Incoming("1", "Ports on the northern coast shut by Storm Ella", A.Noon) with { Link = "https://c/1" });
        await Clusters.CatchUpAsync(Token);
        await Clusters.CatchUpAsync(Token);

        var row = (await ListAsync(new StoryQuery())).Single(story => story.Cluster.Size > 1);
        Assert.Equal(("Storm Ella closes ports along the northern coast", 3, 3), (row.Title, row.Cluster.Size, row.Cluster.Sources));
        Assert.Equal(3, (await Stories.ListClusterAsync(row.Id, Token)).Count);
        Assert.Single(await Stories.ListClusterAsync(await IdAsync("Parliament debates a new law on forests"), Token));
    }

    [Fact]
    public async Task A_feed_that_reports_twice_is_one_source()
    {
        var feed = await FeedAsync("https://a/feed");
        var first = A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-3));
        var second = A.Incoming("2", "Northern coast: storm Ella closes ports, along with ferries", A.Noon.AddHours(-2));
        await StoreAsync(feed, first with { Link = "https://a/x" }, second with { Link = "https://a/x" });
        await Clusters.CatchUpAsync(Token);

        var row = Assert.Single(await ListAsync(new StoryQuery()));
        Assert.Equal((2, 1), (row.Cluster.Size, row.Cluster.Sources));
    }

    [Fact]
    public async Task Leads_are_read_for_new_stories_and_for_those_before()
    {
        const string title = "Man jailed for ten years for robbery";
        await StoreAsync(await FeedAsync("https://a/feed"), A.Incoming("1", title, A.Noon.AddHours(-3)) with
        {
            Link = "https://a/1",
            Lead = "Judge Ferris told Colin Webb that he had terrorised the staff of a jeweller in Bath for a watch.",
        });
        await Clusters.CatchUpAsync(Token);
        await StoreAsync(await FeedAsync("https://b/feed"), A.Incoming("1", title, A.Noon) with
        {
            Link = "https://b/1",
            Lead = "A post office van near Truro was stopped with a tractor; Peter Lyle had planned it in a pub.",
        });
        await Clusters.CatchUpAsync(Token);

        Assert.Equal([title, title], await LatestAsync());
    }

    [Fact]
    public async Task Stories_of_days_that_are_not_looked_at_any_more_go_with_their_cluster()
    {
        await StoreAsync(await FeedAsync("https://a/feed"),
            A.Incoming("1", "Volcano Katla erupts in Iceland", A.Noon.AddHours(-2)) with { Link = "https://a/1" });
        string[] titles = ["Flights cancelled across Europe over ash cloud", "Ash cloud over Europe: flights cancelled",
            "Europe cancelled flights over ash cloud"];
        foreach (var (n, title) in titles.Index())
            await StoreAsync(await FeedAsync($"https://{n}/feed"),
                A.Incoming("1", title, A.Noon.AddHours((40 * n) - 81)) with { Link = $"https://{n}/1" });
        await Clusters.CatchUpAsync(Token);
        Assert.Equal(3, (await Stories.ListClusterAsync(await IdAsync(titles[0]), Token)).Count);

        await StoreAsync(await FeedAsync("https://b/feed"), A.Incoming(
            "1", "Katla volcano eruption in Iceland: flights cancelled across Europe over ash cloud", A.Noon) with
        { Link = "https://b/1" });
        await Clusters.CatchUpAsync(Token);

        Assert.Equal(5, (await Stories.ListClusterAsync(await IdAsync(titles[0]), Token)).Count);
    }

    [Fact]
    public async Task What_the_reader_took_out_stays_out()
    {
        await HaveAsync();
        var id = await IdAsync("Northern coast ports closed as storm Ella nears");

        var split = await Stories.SplitAsync(id, Token);

        Assert.Equal([await IdAsync("Storm Ella closes ports along the northern coast")], split!.Others);
        Assert.Equal(3, (await LatestAsync()).Length);
        Assert.All(await ListAsync(new StoryQuery()), story => Assert.Equal(1, story.Cluster.Size));
        Assert.Null(await Stories.SplitAsync(id, Token));
        await StoreAsync(await FeedAsync("https://c/feed"),
            A.Incoming("1", "Storm Ella nears: northern coast ports closed along the coast", A.Noon) with { Link = "https://c/1" });
        await Clusters.CatchUpAsync(Token);
        Assert.Equal([1, 2, 2], (await ListAsync(new StoryQuery { List = StoryList.All }))
            .Where(story => story.Title!.Contains("torm", StringComparison.Ordinal))
            .Select(story => story.Cluster.Size).Order());
    }

    [Fact]
    public async Task Undo_puts_it_back_to_all_that_came_meanwhile()
    {
        await HaveAsync();
        var split = await Stories.SplitAsync(await IdAsync("Storm Ella closes ports along the northern coast"), Token);
        Assert.Equal(split!.Others, (await Stories.FindSplitAsync(split.StoryId, Token))!.Others);
        await StoreAsync(await FeedAsync("https://c/feed"),
            A.Incoming("1", "Northern coast ports closed as storm Ella nears land", A.Noon) with { Link = "https://c/1" });
        await Clusters.CatchUpAsync(Token);

        await Stories.RejoinAsync(split, Token);

        Assert.Equal(3, (await Stories.ListClusterAsync(split.StoryId, Token)).Count);
        Assert.Equal(split.StoryId, (await ListAsync(new StoryQuery())).Single(story => story.Cluster.Size == 3).Cluster.Id);
        Assert.Null(await Stories.FindSplitAsync(split.StoryId, Token));
    }

    [Fact]
    public async Task A_refresh_puts_what_came_into_clusters()
    {
        var feed = await FeedAsync("https://a/feed");
        var refresher = new ClusteringRefresher(new StoringRefresher(async () =>
        {
            await StoreAsync(feed, A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-3)));
            await StoreAsync(await FeedAsync("https://b/feed"),
                A.Incoming("1", "Northern coast ports closed as storm Ella nears", A.Noon) with { Link = "https://b/1" });
        }), Clusters);

        await refresher.RefreshAsync(new RefreshRequest(), null, Token);

        Assert.Single(await LatestAsync());
    }

    private sealed class StoringRefresher(Func<Task> store) : IRefresher
    {
        public async Task<RefreshSummary> RefreshAsync(
            RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
        {
            await store();
            return new RefreshSummary();
        }
    }
}
