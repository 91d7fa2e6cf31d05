using TermNews.Core.Lists;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>Lists that no file of the program defines: what a definition says is all that storage needs.</summary>
public sealed class ListOrderTests : TemporaryDatabase
{
    private static readonly StoryList OldestUnread = new()
    {
        Word = "oldest-unread",
        Title = "Oldest",
        Needs = StoryNeeds.Shown | StoryNeeds.Unread | StoryNeeds.Subscribed,
        Order = ListOrder.OldestFirst,
        HasRowPerCluster = true,
        WhenEmpty = ["Everything is read."],
    };

    private static readonly StoryList SavedOnceACluster = new()
    {
        Word = "saved-once",
        Title = "Saved",
        Needs = StoryNeeds.Shown | StoryNeeds.Saved,
        KeepsMuted = true,
        HasRowPerCluster = true,
        WhenEmpty = ["Nothing is saved."],
    };

    private long _first, _second;

    /// <summary>Six stories in five rows: 1 and 4 report the same news; two stories are of the same second.</summary>
    private async Task HaveAsync()
    {
        (_first, _second) = (await FeedAsync("https://a/feed"), await FeedAsync("https://b/feed"));
        await StoreAsync(_first,
            A.Incoming("1", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-6)),
            A.Incoming("2", "Parliament debates a new law on forests", A.Noon.AddHours(-5)),
            A.Incoming("3", "A museum opens in an old harbour", A.Noon.AddHours(-3)),
            A.Incoming("5", "The chess final ends in a draw", A.Noon.AddHours(-1)));
        await StoreAsync(_second,
            A.Incoming("4", "Northern coast ports closed as storm Ella nears", A.Noon.AddHours(-2)) with { Link = "https://b/4" },
            A.Incoming("6", "Bakers count their loaves", A.Noon.AddHours(-3)) with { Link = "https://b/6" });
        await new Core.Storage.StoryClusters(Database).CatchUpAsync(Token);
    }

    private async Task<List<string>> InPagesAsync(StoryQuery query, int size)
    {
        List<string> titles = [];
        StoryCursor? after = null;
        do
        {
            var page = await Stories.PageAsync(query, after, size, Token);
            Assert.InRange(page.Stories.Count, 1, size);
            titles.AddRange(page.Stories.Select(story => story.Title!));
            after = page.Next;
        }
        while (after is not null);
        return titles;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task An_oldest_first_list_pages_from_the_oldest_to_the_newest_with_one_row_for_a_cluster(int size)
    {
        await HaveAsync();

        var titles = await InPagesAsync(new StoryQuery { List = OldestUnread }, size);

        Assert.Equal(
            ["Storm Ella closes ports along the northern coast", "Parliament debates a new law on forests",
            "A museum opens in an old harbour",
                "Bakers count their loaves", "The chess final ends in a draw"],
            titles);
        Assert.Equal(Enumerable.Reverse(titles), await InPagesAsync(new StoryQuery { List = StoryList.Unread }, size));
    }

    [Fact]
    public async Task An_oldest_first_list_counts_the_rows_it_lists_whatever_is_read_hidden_muted_or_filtered()
    {
        await HaveAsync();
        await Stories.MarkAsync([await IdAsync("Parliament debates a new law on forests")], StatusChange.Read, Token);
        await Stories.MarkAsync([await IdAsync("The chess final ends in a draw")], StatusChange.Hidden, Token);
        await Mutes.AddAsync(new Mute(MuteKind.Word, "bakers"), Token);

        foreach (var query in new[] { new StoryQuery { List = OldestUnread }, new StoryQuery { List = OldestUnread, FeedId = _first } })
        {
            var titles = await InPagesAsync(query, 2);
            Assert.Equal(["Storm Ella closes ports along the northern coast", "A museum opens in an old harbour"], titles);
            Assert.Equal(titles.Count, await Stories.CountAsync(query, Token));
        }
    }

    [Fact]
    public async Task A_list_of_saved_stories_may_have_one_row_for_a_cluster_as_well()
    {
        await HaveAsync();
        foreach (var title in new[]
            { "Storm Ella closes ports along the northern coast", "Northern coast ports closed as storm Ella nears" })
            await Stories.MarkAsync([await IdAsync(title)], StatusChange.Saved, Token);

        Assert.Single(await ListAsync(new StoryQuery { List = SavedOnceACluster }));
        Assert.Equal(1, await Stories.CountAsync(new StoryQuery { List = SavedOnceACluster }, Token));
        Assert.Equal(2, await Stories.CountAsync(new StoryQuery { List = StoryList.Saved }, Token));
    }
}
