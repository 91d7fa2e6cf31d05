using System.Globalization;
using TermNews.Core.Lists;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class StoryRepositoryTests : TemporaryDatabase
{
    [Fact]
    public async Task Everything_of_an_entry_comes_back()
    {
        var feed = await FeedAsync(title: "Wire", tags: ["world"]);
        var incoming = A.Incoming("g", "Title", A.Noon.AddHours(-1), "Body text", ["Cars", "Élan"], "Ann",
            new PublishedCounters(3, 5, 7, 1.5), [new Enclosure("https://e/x.mp3", "audio/mpeg", 12),
                new Enclosure("https://e/y", null, null)]) with
        {
            AuthorEmail = "a@e.org",
            UpdatedAt = A.Noon,
            Image = new StoryImage("https://e/i.png", "Caption"),
            Language = "en",
            DiscussionLink = "https://e/talk",
        };
        Assert.Equal(1, (await StoreAsync(feed, incoming))[feed]);

        var story = Assert.Single(await ListAsync(new StoryQuery()));
        Assert.Equal(new FeedReference(feed, "Wire", "https://example.org/feed"), story.Feed);
        Assert.Equal(("g", "Title", "Ann", "a@e.org", "en"),
            (story.EntryGuid, story.Title, story.Author, story.AuthorEmail, story.Language));
        Assert.Equal((A.Noon.AddHours(-1), A.Noon, A.Noon, A.Noon.AddHours(-1)),
            (story.PublishedAt, story.UpdatedAt, story.FirstSeenAt, story.SortAt));
        Assert.Equal(incoming.Categories, story.Categories);
        Assert.Equal(incoming.Enclosures, story.Enclosures);
        Assert.Equal(incoming.Image, story.Image);
        Assert.Equal(incoming.Counters, story.Counters);
        Assert.Equal(("https://e/talk", "Body text"), (story.DiscussionLink, story.Lead));
        Assert.Equal((StoryStatus.New, 0, new ClusterReference(story.Id, 1)), (story.Status, story.CommentCount, story.Cluster));
        Assert.Equal(incoming.Text, await Stories.ReadTextAsync(story.Id, Token));
        Assert.Equal("Title", (await Stories.FindAsync(story.Id, Token))?.Title);
        Assert.Null(await Stories.FindAsync(99, Token));
        Assert.Equal(new StoryText(null, null), await Stories.ReadTextAsync(99, Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Paging_walks_all_rows_exactly_once(int size)
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, [.. Enumerable.Range(0, 23).Select(i => A.Incoming($"g{i}", $"t{i}", A.Noon.AddMinutes(-i / 4)))]);
        List<Story> walked = [];
        StoryCursor? cursor = null;
        do
        {
            var page = await Stories.PageAsync(new StoryQuery(), cursor, size, Token);
            Assert.True(page.Stories.Count <= size);
            walked.AddRange(page.Stories);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(23, walked.Select(story => story.Id).Distinct().Count());
        Assert.Equal(walked.OrderByDescending(s => s.SortAt).ThenByDescending(s => s.Id), walked);
        Assert.Equal(23, walked.Count);
    }

    [Fact]
    public async Task Among_undated_entries_the_first_of_the_feed_stands_highest()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "first"), A.Incoming("2", "second"));
        Assert.Equal(["first", "second"], await TitlesAsync(new StoryQuery()));
    }

    [Fact]
    public async Task A_date_in_the_future_counts_as_first_seen()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", at: A.Noon.AddYears(9)));
        var story = Assert.Single(await ListAsync(new StoryQuery()));
        Assert.Equal((A.Noon, A.Noon.AddYears(9)), (story.SortAt, story.PublishedAt));
    }

    [Fact]
    public async Task An_entry_that_says_only_when_it_was_updated_stands_where_it_was_when_it_came()
    {
        var feed = await FeedAsync();
        var entry = A.Incoming("1", "Released") with { UpdatedAt = A.Noon.AddDays(-90) };
        await StoreAsync(feed, entry, A.Incoming("2", "Tomorrow's") with { UpdatedAt = A.Noon.AddDays(1) });
        await StoreAsync(feed, entry with { Title = "Released, and edited", UpdatedAt = A.Noon.AddHours(-1) });

        var stories = await ListAsync(new StoryQuery());
        Assert.Equal(
            [("Tomorrow's", A.Noon), ("Released, and edited", A.Noon.AddDays(-90))], stories.Select(story => (story.Title!, story.SortAt)));
        Assert.DoesNotContain(stories, story => story.IsOfUnknownAge || story.PublishedAt is not null);
    }

    [Fact]
    public async Task A_known_story_is_updated_in_place_and_keeps_its_status_and_its_place()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "Old", A.Noon.AddDays(-2), "old words"));
        var id = await IdAsync("Old");
        await Stories.MarkAsync([id], StatusChange.Saved, Token);
        await Stories.RecordViewAsync(id, Token);
        Assert.Equal(0, (await StoreAsync(feed, A.Incoming("1", "New", A.Noon, "fresh words")))[feed]);

        var story = Assert.Single(await ListAsync(new StoryQuery()));
        Assert.Equal((id, "New", A.Noon, A.Noon.AddDays(-2)), (story.Id, story.Title, story.PublishedAt, story.SortAt));
        Assert.Equal((true, true, 1), (story.Status.IsRead, story.Status.IsSaved, story.Status.Views));
        Assert.Equal("<p>fresh words</p>", (await Stories.ReadTextAsync(id, Token)).Content);
        Assert.Empty(await Stories.SearchAsync("old", new StoryQuery(), 10, Token));
        Assert.Single(await Stories.SearchAsync("fresh", new StoryQuery(), 10, Token));
    }

    [Fact]
    public async Task Texts_packed_together_live_until_the_last_of_them_is_gone()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "One", text: "first words"), A.Incoming("2", "Two", text: "second words"));
        var (one, two) = (await IdAsync("One"), await IdAsync("Two"));
        Assert.Equal(1, await CountAsync("text_blocks"));

        await StoreAsync(feed, A.Incoming("1", "One", text: "new words"), A.Incoming("2", "Two", text: "second words"));
        Assert.Equal(("<p>new words</p>", "<p>second words</p>"),
            ((await Stories.ReadTextAsync(one, Token)).Content, (await Stories.ReadTextAsync(two, Token)).Content));
        Assert.Equal(2, await CountAsync("text_blocks"));

        await StoreAsync(feed, A.Incoming("2", "Two", text: "newer words"));
        Assert.Equal(("<p>newer words</p>", 2), ((await Stories.ReadTextAsync(two, Token)).Content, await CountAsync("text_blocks")));

        await Feeds.RemoveAsync(feed, Token);
        Assert.Equal((0, 0), (await CountAsync("story_text"), await CountAsync("text_blocks")));
    }

    private Task<int> CountAsync(string table) => Database.RunAsync(async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt32(await command.ExecuteScalarAsync(Token), CultureInfo.InvariantCulture);
    }, Token);

    [Fact]
    public async Task Lists_hold_what_they_are_called()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "plain"), A.Incoming("2", "read"), A.Incoming("3", "saved"), A.Incoming("4", "hidden"),
            A.Incoming("5", "commented"), A.Incoming("6", "counted", counters: new PublishedCounters(1, null, null, null)),
                A.Incoming("7", "pinned", A.Noon.AddDays(-90)));
        await Stories.MarkAsync([await IdAsync("read")], StatusChange.Read, Token);
        await Stories.MarkAsync([await IdAsync("saved")], StatusChange.Saved, Token);
        await Stories.MarkAsync([await IdAsync("hidden")], StatusChange.Hidden, Token);
        await Stories.MarkAsync([await IdAsync("pinned")], StatusChange.Pinned, Token);
        await Comments.AddAsync(await IdAsync("commented"), "me", CommentText.Create("Hm."), null, Token);

        Assert.Equal(["plain", "read", "saved", "commented", "counted", "pinned"], await TitlesAsync(new StoryQuery()));
        Assert.Equal(["plain", "saved", "commented", "counted", "pinned"], await TitlesAsync(new StoryQuery { List = StoryList.Unread }));
        Assert.Equal(["saved"], await TitlesAsync(new StoryQuery { List = StoryList.Saved }));
        Assert.Equal(["commented"], await TitlesAsync(new StoryQuery { List = StoryList.Commented }));
        Assert.Equal(7, await Stories.CountAsync(new StoryQuery { List = StoryList.All }, Token));
        Assert.Equal(["commented", "counted"],
            (await Stories.CandidatesAsync(new StoryQuery { List = StoryList.Popular }, 10, CandidateText.Headline, Token))
            .Select(s => s.Title));
        Assert.Equal(["plain", "saved", "commented", "counted", "pinned"],
            (await Stories.CandidatesAsync(
                new StoryQuery { List = StoryList.MustRead, Since = A.Noon.AddDays(-7) }, 10, CandidateText.Headline, Token))
                .Select(s => s.Title));
    }

    [Fact]
    public async Task Commented_is_ordered_by_the_latest_comment()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "one"), A.Incoming("2", "two"));
        await Comments.AddAsync(await IdAsync("one"), "me", CommentText.Create("x"), null, Token);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Comments.AddAsync(await IdAsync("two"), "me", CommentText.Create("x"), null, Token);
        Assert.Equal(["two", "one"], await TitlesAsync(new StoryQuery { List = StoryList.Commented }));
        var page = await Stories.PageAsync(new StoryQuery { List = StoryList.Commented }, null, 1, Token);
        Assert.Equal("one", Assert.Single((await Stories.PageAsync(new StoryQuery { List = StoryList.Commented }, page.Next, 1, Token))
            .Stories).Title);
    }

    [Fact]
    public async Task Every_filter_narrows()
    {
        var a = await FeedAsync("https://a", "Alpha", "World");
        var b = await FeedAsync("https://b", "Beta");
        await StoreAsync(a, A.Incoming("1", "one", A.Noon.AddDays(-1), "apples", ["Économie"], "Jörg Maß"));
        await StoreAsync(b, A.Incoming("2", "two", A.Noon.AddDays(-3), "pears", ["Sport"], "Ann"));
        await Stories.MarkAsync([await IdAsync("two")], StatusChange.Read, Token);
        await Stories.MarkAsync([await IdAsync("two")], StatusChange.Saved, Token);
        (StoryQuery Query, string Found)[] all =
        [
            (new StoryQuery { FeedId = a }, "one"), (new StoryQuery { Tag = "world" }, "one"),
                (new StoryQuery { Category = "économie" }, "one"),
            (new StoryQuery { Author = "JÖRG" }, "one"), (new StoryQuery { Since = A.Noon.AddDays(-1) }, "one"),
            (new StoryQuery { Until = A.Noon.AddDays(-1) }, "two"), (new StoryQuery { UnreadOnly = true }, "one"),
                (new StoryQuery { SavedOnly = true }, "two"),
            (new StoryQuery { Search = "pear*" }, "two"), (new StoryQuery { Search = "-apples" }, "two"),
                (new StoryQuery { Search = "feed:alpha" }, "one"),
        ];
        foreach (var (query, found) in all)
        {
            Assert.Equal([found], await TitlesAsync(query));
            Assert.Equal(1, await Stories.CountAsync(query, Token));
        }
        Assert.Equal([new NamedCount("Alpha", 1), new NamedCount("Beta", 1)],
            await Stories.CountByAsync(new StoryQuery(), StoryGrouping.Feed, Token));
        Assert.Equal([new NamedCount("Sport", 1)], await Stories.CountByAsync(new StoryQuery { FeedId = b }, StoryGrouping.Category,
            Token));
        Assert.Equal(1 / 30.0, (await Stories.StoriesPerDayAsync(A.Noon, Token))[a]);
    }

    [Fact]
    public async Task Marking_gives_what_changed_and_undo_takes_it_back_and_again()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "one"), A.Incoming("2", "two"));
        var one = await IdAsync("one");
        await Stories.MarkAsync([one], StatusChange.Read, Token);
        var before = await Stories.MarkAllAsync(new StoryQuery(), StatusChange.Read, Token);
        Assert.Equal(await IdAsync("two"), Assert.Single(before).StoryId);
        await Stories.RecordViewAsync(before[0].StoryId, Token);

        await Journal.UndoAsync(1, Token);
        Assert.Equal(["two"], await TitlesAsync(new StoryQuery { List = StoryList.Unread }));
        Assert.Equal(1, (await Stories.FindAsync(before[0].StoryId, Token))!.Status.Views);
        await Journal.RedoAsync(1, Token);
        Assert.Empty(await TitlesAsync(new StoryQuery { List = StoryList.Unread }));
    }

    [Fact]
    public async Task Each_change_has_its_opposite()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "one"));
        var id = await IdAsync("one");
        (StatusChange Do, StatusChange Undo)[] pairs =
        [
            (StatusChange.Read, StatusChange.Unread), (StatusChange.Saved, StatusChange.Unsaved),
            (StatusChange.Pinned, StatusChange.Unpinned), (StatusChange.Hidden, StatusChange.Shown),
        ];
        foreach (var (change, opposite) in pairs)
        {
            Assert.Single(await Stories.MarkAsync([id, 99], change, Token));
            Assert.Empty(await Stories.MarkAsync([id], change, Token));
            Assert.NotEqual(StoryStatus.New, (await Stories.FindAsync(id, Token))!.Status);
            Assert.Single(await Stories.MarkAsync([id], opposite, Token));
            Assert.Equal(StoryStatus.New, (await Stories.FindAsync(id, Token))!.Status);
        }
        await Stories.SavePositionAsync(id, 7, false, Token);
        Assert.Equal(7, (await Stories.FindAsync(id, Token))!.Status.Position);
    }
}
