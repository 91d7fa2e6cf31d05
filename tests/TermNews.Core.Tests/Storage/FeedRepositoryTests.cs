using TermNews.Core.Lists;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class FeedRepositoryTests : TemporaryDatabase
{
    [Fact]
    public async Task A_feed_known_already_only_gains_tags()
    {
        var first = await FeedAsync("https://a", "Alpha", "News", "World");
        Assert.Empty(await Feeds.AddAsync([new NewSubscription("https://a", "Other", ["world", "Tech"])], Token));
        var feed = Assert.Single(await Feeds.ListAsync(Token));
        Assert.Equal((first, "Alpha", "https://a"), (feed.Id, feed.Title, feed.FeedUrl));
        Assert.Equal(["News", "World", "Tech"], feed.Tags);
        await Feeds.SetTagsAsync(first, ["Only"], Token);
        Assert.Equal(["Only"], (await Feeds.FindAsync(first, Token))!.Tags);
    }

    [Fact]
    public async Task The_readers_own_title_comes_before_the_feeds_and_that_before_the_address()
    {
        var id = await FeedAsync("https://a");
        Assert.Equal("https://a", (await Feeds.FindAsync(id, Token))!.Title);
        await Feeds.StoreAsync([A.Update(id) with { Title = "Its own", SiteUrl = "https://site", ETag = "\"e\"", LastModified = "Mon" }],
            Token);
        Assert.Equal("Its own", (await Feeds.FindAsync(id, Token))!.Title);
        await Feeds.RenameAsync(id, " Mine ", Token);
        var feed = (await Feeds.FindAsync(id, Token))!;
        Assert.Equal(("Mine", "Mine", "https://site", "\"e\"", "Mon"),
            (feed.Title, feed.OwnTitle, feed.SiteUrl, feed.ETag, feed.LastModified));
        await Feeds.RenameAsync(id, null, Token);
        Assert.Equal("Its own", (await Feeds.FindAsync(id, Token))!.Title);
    }

    [Fact]
    public async Task Failures_count_until_a_visit_succeeds()
    {
        var id = await FeedAsync();
        var failure = new FeedFailure(id, A.Noon, A.Noon.AddHours(1), "It answered 503.", A.Noon.AddHours(2));
        await Feeds.StoreFailuresAsync([failure, failure], Token);
        var feed = (await Feeds.FindAsync(id, Token))!;
        Assert.Equal((2, "It answered 503.", A.Noon.AddHours(2), A.Noon.AddHours(1)),
            (feed.Failures, feed.Error, feed.PausedUntil, feed.NextFetchAt));
        await StoreAsync(id);
        feed = (await Feeds.FindAsync(id, Token))!;
        Assert.Equal((0, null, null, A.Noon), (feed.Failures, feed.Error, feed.PausedUntil, feed.FetchedAt));
    }

    [Fact]
    public async Task A_feed_that_moved_takes_its_new_address_at_the_second_visit_unless_another_has_it()
    {
        var a = await FeedAsync("https://a");
        await FeedAsync("https://b");
        foreach (var to in new[] { "https://b", "https://b", "https://b", "https://c" })
            Assert.Equal("https://a", await AddressAfterAsync(a, to));
        Assert.Equal("https://c", await AddressAfterAsync(a, "https://c"));
        Assert.Equal("https://c", await AddressAfterAsync(a, null));
    }

    [Fact]
    public async Task A_visit_that_is_sent_elsewhere_or_not_at_all_or_fails_begins_anew()
    {
        var a = await FeedAsync("https://a");
        foreach (var to in new[] { "https://b", "https://c", "https://b", null, "https://b" })
            Assert.Equal("https://a", await AddressAfterAsync(a, to));
        await Feeds.StoreFailuresAsync([new FeedFailure(a, A.Noon, A.Noon, "It answered 500.", null)], Token);
        Assert.Equal("https://a", await AddressAfterAsync(a, "https://b"));
        await Feeds.RemoveAsync(a, Token);
        var again = await FeedAsync("https://a");
        Assert.Equal("https://a", await AddressAfterAsync(again, "https://b"));
        Assert.Equal("https://b", await AddressAfterAsync(again, "https://b"));
    }

    private async Task<string> AddressAfterAsync(long id, string? movedTo)
    {
        await Feeds.StoreAsync([A.Update(id) with { MovedTo = movedTo }], Token);
        return (await Feeds.FindAsync(id, Token))!.FeedUrl;
    }

    [Fact]
    public async Task Stories_are_counted_by_feed()
    {
        var a = await FeedAsync("https://a");
        await FeedAsync("https://b");
        await StoreAsync(a, A.Incoming("1", "one"), A.Incoming("2", "two"), A.Incoming("3", "three"));
        await Stories.MarkAsync([await IdAsync("one")], StatusChange.Read, Token);
        await Stories.MarkAsync([await IdAsync("two")], StatusChange.Hidden, Token);
        Assert.Equal([(3, 1), (0, 0)], (await Feeds.ListAsync(Token)).Select(feed => (feed.StoryCount, feed.UnreadCount)));
    }

    [Fact]
    public async Task Removing_a_feed_keeps_what_the_reader_cared_for()
    {
        var id = await FeedAsync("https://a", "Alpha", "Tag");
        await StoreAsync(id, A.Incoming("1", "plain"), A.Incoming("2", "saved"), A.Incoming("3", "pinned"), A.Incoming("4", "commented"),
            A.Incoming("5", "drafted"));
        await Stories.MarkAsync([await IdAsync("saved")], StatusChange.Saved, Token);
        await Stories.MarkAsync([await IdAsync("pinned")], StatusChange.Pinned, Token);
        await Comments.AddAsync(await IdAsync("commented"), "me", CommentText.Create("x"), null, Token);
        await Comments.Drafts.SaveAsync(new DraftPlace(await IdAsync("drafted")), "unfinished", Token);
        await Feeds.RemoveAsync(id, Token);

        Assert.Empty(await Feeds.ListAsync(Token));
        Assert.Null(await Feeds.FindAsync(id, Token));
        Assert.Empty(await TitlesAsync(new StoryQuery()));
        Assert.Equal(["saved"], await TitlesAsync(new StoryQuery { List = StoryList.Saved }));
        Assert.Equal("Alpha", (await ListAsync(new StoryQuery { List = StoryList.Commented }))[0].Feed.Title);
        Assert.Equal(4, await Stories.CountAsync(new StoryQuery { List = StoryList.All }, Token));
        Assert.Empty(await Database.CheckAsync(Token));

        Assert.Equal(id, Assert.Single(await Feeds.AddAsync([new NewSubscription("https://a", null, [])], Token)).Id);
        Assert.Equal(1, (await StoreAsync(id, A.Incoming("1", "plain"), A.Incoming("2", "saved")))[id]);
        Assert.Equal(5, await Stories.CountAsync(new StoryQuery(), Token));
    }

    [Fact]
    public async Task A_feed_without_kept_stories_goes_whole_and_what_still_arrives_for_it_is_dropped()
    {
        var id = await FeedAsync();
        await StoreAsync(id, A.Incoming("1", "plain"));
        await Feeds.RemoveAsync(id, Token);
        Assert.Empty(await StoreAsync(id, A.Incoming("2")));
        Assert.Equal(0, (await Database.StatsAsync(Token)).Stories);
        Assert.NotEqual(id, await FeedAsync());
    }

    [Fact]
    public async Task A_feed_is_named_by_id_address_title_or_a_unique_part_of_it()
    {
        var bbc = await FeedAsync("https://bbc.example/rss", "BBC World");
        var sport = await FeedAsync("https://bbc.example/sport", "BBC World Sport");
        foreach (var (name, id) in new[] { ($"{bbc}", bbc), ("https://bbc.example/rss/", bbc), ("bbc world", bbc), ("SPORT", sport) })
            Assert.Equal(id, (await Feeds.ResolveAsync(name, Token)).Id);
        var several = await Assert.ThrowsAsync<NewsException>(() => Feeds.ResolveAsync("bbc", Token));
        Assert.Equal($"\"bbc\" names 2 feeds: BBC World ({bbc}), BBC World Sport ({sport}); give one's id.", several.Message);
        Assert.Equal(NewsFault.WrongUse, (await Assert.ThrowsAsync<NewsException>(() => Feeds.ResolveAsync("nothing", Token))).Fault);
        await Assert.ThrowsAsync<NewsException>(() => Feeds.ResolveAsync(" ", Token));
    }

    [Fact]
    public async Task A_feed_that_changes_its_guids_or_moves_does_not_bring_old_entries_back()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "One", A.Noon) with { Link = "http://old.example/one" },
            A.Incoming("2", "Two") with { Link = "http://old.example/two/" }, A.Incoming("3", "Three", A.Noon) with { Link = null });
        await Stories.MarkAsync([await IdAsync("One"), await IdAsync("Two"), await IdAsync("Three")], StatusChange.Read, Token);

        var added = await StoreAsync(feed, A.Incoming("a", "One", A.Noon.AddMinutes(1)) with { Link = "https://new.example/one" },
            A.Incoming("b", "Two") with { Link = "https://new.example/two" },
            A.Incoming("c", "Three", A.Noon) with { Link = "https://new.example/3" });

        Assert.Equal(0, added[feed]);
        Assert.All(await ListAsync(new StoryQuery { List = StoryList.All }), story => Assert.True(story.Status.IsRead));
        Assert.Equal(["https://new.example/one", "a"], (await ListAsync(new StoryQuery { List = StoryList.All }))
            .Where(story => story.Title == "One").SelectMany(story => new[] { story.Link, story.EntryGuid }));
    }

    [Fact]
    public async Task An_entry_that_only_resembles_one_that_is_still_there_or_several_is_new()
    {
        var feed = await FeedAsync();
        await StoreAsync(
            feed, A.Incoming("1", "Daily links") with { Link = "https://a/x" }, A.Incoming("2", "Same") with { Link = "https://a/p" },
            A.Incoming("3", "Same") with { Link = "https://a/p" }, A.Incoming("6", "Weather", A.Noon) with { Link = "https://a/weather" });

        var added = await StoreAsync(feed, A.Incoming("1", "Daily links") with { Link = "https://a/x" },
            A.Incoming("4", "Daily links") with { Link = "https://a/x" }, A.Incoming("5", "Same") with { Link = "https://a/p" },
            A.Incoming("7", "Weather", A.Noon.AddDays(1)) with { Link = "https://a/weather" });

        Assert.Equal(3, added[feed]);
    }

    [Fact]
    public async Task A_long_feed_is_stored_in_parts_and_whole()
    {
        var feed = await FeedAsync();
        var added = await StoreAsync(feed, [.. Enumerable.Range(0, 1234).Select(number => A.Incoming($"{number}", $"Story {number}"))]);
        Assert.Equal(1234, added[feed]);
        var titles = (await Stories.PageAsync(new StoryQuery(), null, 2000, Token)).Stories.Select(story => story.Title);
        Assert.Equal(Enumerable.Range(0, 1234).Select(number => $"Story {number}"), titles);
    }
}
