using System.Security.Cryptography;
using TermNews.Core.Lists;
using TermNews.Core.Retention;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class StoryRetentionTests : TemporaryDatabase
{
    private static readonly RetentionRule TenDays = new(10, 0);

    private Task<int> ApplyAsync(RetentionRule rule) => new StoryRetention(Database).ApplyAsync(_ => rule, Token);

    private static IncomingStory Aged(string title, int days) => A.Incoming(title, title, A.Noon.AddDays(-days), $"The text of {title}");

    private async Task<string[]> KeptAsync() =>
        [.. (await TitlesAsync(new StoryQuery { List = StoryList.All })).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Old_stories_go_with_all_that_is_theirs()
    {
        await StoreAsync(await FeedAsync(), Aged("new", 9), Aged("old", 11));
        await Index.CatchUpAsync(IndexPace.AtOnce, Token);

        Assert.Equal(1, await ApplyAsync(TenDays));

        Assert.Equal(["new"], await KeptAsync());
        Assert.Empty(await Stories.SearchAsync("old", new StoryQuery(), 10, Token));
        Assert.Empty(await Database.CheckAsync(Token));
        Assert.Equal(1, (await Database.StatsAsync(Token)).Dropped);
        Assert.Equal(0, await ApplyAsync(TenDays));
    }

    [Fact]
    public async Task The_newest_of_each_feed_stay()
    {
        await StoreAsync(await FeedAsync(), [.. Enumerable.Range(1, 5).Select(day => Aged($"a{day}", day))]);
        await StoreAsync(await FeedAsync("https://example.org/other"), [.. Enumerable.Range(1, 2).Select(day => Aged($"b{day}", day))]);

        Assert.Equal(2, await ApplyAsync(new RetentionRule(0, 3)));

        Assert.Equal(["a1", "a2", "a3", "b1", "b2"], await KeptAsync());
    }

    [Fact]
    public async Task What_the_reader_did_something_with_stays()
    {
        string[] kept = ["answered", "commented", "drafted", "pinned", "saved", "uncommented"];
        await StoreAsync(await FeedAsync(), [.. kept.Append("plain").Select(title => Aged(title, 400))]);
        await Stories.MarkAsync([await IdAsync("saved")], StatusChange.Saved, Token);
        await Stories.MarkAsync([await IdAsync("pinned")], StatusChange.Pinned, Token);
        await Comments.AddAsync(await IdAsync("commented"), "Ada", CommentText.Create("Words"), null, Token);
        var answered = await Comments.AddAsync(await IdAsync("answered"), "Ada", CommentText.Create("Words"), null, Token);
        await Comments.AddAsync(answered.StoryId, "Bob", CommentText.Create("More"), answered.Id, Token);
        await Comments.Drafts.SaveAsync(new DraftPlace(await IdAsync("drafted")), "Begun", Token);
        var deleted = await Comments.AddAsync(await IdAsync("uncommented"), "Ada", CommentText.Create("Gone"), null, Token);
        await Comments.DeleteAsync(deleted.Id, Token);

        Assert.Equal(1, await ApplyAsync(new RetentionRule(1, 1)));

        Assert.Equal(kept, await KeptAsync());
        await Journal.UndoAsync(1, Token);
        Assert.Equal("Gone", Assert.Single(await Comments.ListAsync(await IdAsync("uncommented"), Token)).Text.Value);
    }

    [Fact]
    public async Task An_entry_that_its_feed_still_lists_does_not_come_back()
    {
        var feed = await FeedAsync();
        IncomingStory[] document = [Aged("new", 9), Aged("old", 11)];
        await StoreAsync(feed, document);
        await ApplyAsync(TenDays);

        Assert.Equal(0, (await StoreAsync(feed, document)).Values.Sum());
        Assert.Equal(["new"], await KeptAsync());
        Assert.Equal(1, (await StoreAsync(feed, [Aged("newest", 1), .. document])).Values.Sum());
    }

    [Fact]
    public async Task Without_a_rule_it_comes_back()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, Aged("old", 11));
        await ApplyAsync(TenDays);

        Assert.Equal(0, await ApplyAsync(default));
        await StoreAsync(feed, Aged("old", 11));

        Assert.Equal(["old"], await KeptAsync());
        Assert.Equal(0, (await Database.StatsAsync(Token)).Dropped);
    }

    [Fact]
    public async Task Many_go_in_small_steps_between_which_others_write()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, [.. Enumerable.Range(1, 650).Select(number => Aged($"{number}", 100))]);

        await using var others = await NewsDatabase.OpenFileAsync(File, Clock, Token);
        var dropping = ApplyAsync(TenDays);
        await others.WriteAsync(_ => Task.FromResult(0), Token);

        Assert.Equal(650, await dropping);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task A_clock_that_was_set_back_drops_nothing()
    {
        await StoreAsync(await FeedAsync(), Aged("new", 1));
        await using var earlier = await NewsDatabase.OpenFileAsync(
            File, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(A.Noon.AddYears(-5)), Token);

        Assert.Equal(0, await new StoryRetention(earlier).ApplyAsync(_ => TenDays, Token));
    }

    [Fact]
    public async Task A_vacuum_gives_room_back_and_says_how_much()
    {
        await StoreAsync(await FeedAsync(), [.. Enumerable.Range(1, 300).Select(number =>
            A.Incoming($"{number}", $"{number}", A.Noon.AddDays(-100), Convert.ToHexString(RandomNumberGenerator.GetBytes(2000))))]);
        await ApplyAsync(TenDays);
        await Database.WriteAsync(_ => Task.FromResult(0), Token);

        var (before, after) = await Database.VacuumAsync(Token);

        Assert.True(after < before - 300_000, $"{before} → {after}");
        Assert.Equal(after, new FileInfo(File).Length);
        Assert.Empty(await Database.CheckAsync(Token));
    }
}
