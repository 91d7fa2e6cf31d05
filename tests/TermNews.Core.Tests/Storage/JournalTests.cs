using Microsoft.Data.Sqlite;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class JournalTests : TemporaryDatabase
{
    private async Task<long> NewsAsync(string url = "https://example.org/feed")
    {
        var feed = await FeedAsync(url, null, "tech");
        await StoreAsync(feed, A.Incoming("1", "one") with { Text = new StoryText(null, "<p>Text of one</p>"), Categories = ["News"] },
            A.Incoming("2", "two") with { Text = new StoryText(null, "<p>Text of two</p>") }, A.Incoming("3", "three"));
        await Index.CatchUpAsync(IndexPace.AtOnce, Token);
        return feed;
    }

    private async Task<string> UndoAsync() => string.Join(" | ", (await Journal.UndoAsync(1, Token)).Select(turn => turn.Words));

    [Fact]
    public async Task A_change_of_another_process_is_undone_after_a_restart()
    {
        await NewsAsync();
        using (var other = await NewsDatabase.OpenFileAsync(File, Clock, Token))
            await new StoryRepository(other).MarkAllAsync(new StoryQuery(), StatusChange.Read, Token);

        Assert.Equal("3 stories marked as read", await UndoAsync());

        Assert.Equal(3, await Stories.CountAsync(new StoryQuery { List = StoryList.Unread }, Token));
    }

    [Fact]
    public async Task A_removed_feed_comes_back_with_all_that_was_its_own()
    {
        var feed = await NewsAsync();
        var one = await IdAsync("one");
        await Stories.MarkAsync([one], StatusChange.Read, Token);
        await Feeds.RenameAsync(feed, "Mine", Token);
        await Feeds.RemoveAsync(feed, Token);
        Assert.Empty(await Feeds.ListAsync(Token));

        var turn = Assert.Single(await Journal.UndoAsync(1, Token));

        Assert.Equal(("Mine removed", 3), (turn.Words, turn.StoriesBack));
        var back = Assert.Single(await Feeds.ListAsync(Token));
        Assert.Equal(("Mine", 3, 2), (back.Title, back.StoryCount, back.UnreadCount));
        Assert.Equal(["tech"], back.Tags);
        Assert.Equal("<p>Text of one</p>", (await Stories.ReadTextAsync(one, Token)).Content);
        Assert.Equal(["one"], await TitlesAsync(new StoryQuery { List = StoryList.All, Search = "one" }));
    }

    [Fact]
    public async Task A_feed_that_was_added_goes_with_what_was_fetched_and_comes_back_with_it()
    {
        await NewsAsync();

        var gone = Assert.Single(await Journal.UndoAsync(1, Token));
        Assert.Equal(3, gone.StoriesGone);
        Assert.Equal(0, await Stories.CountAsync(new StoryQuery { List = StoryList.All }, Token));

        await Journal.RedoAsync(1, Token);
        Assert.Equal(3, await Stories.CountAsync(new StoryQuery { List = StoryList.All }, Token));
    }

    [Fact]
    public async Task What_a_refresh_wrote_meanwhile_stays()
    {
        var feed = await NewsAsync();
        await Feeds.RenameAsync(feed, "Mine", Token);
        await Feeds.StoreFailuresAsync([new FeedFailure(feed, A.Noon, A.Noon.AddHours(1), "It is gone.", null)], Token);

        await Journal.UndoAsync(1, Token);

        var now = Assert.Single(await Feeds.ListAsync(Token));
        Assert.Equal((null, "It is gone.", 1), (now.OwnTitle, now.Error, now.Failures));
    }

    [Fact]
    public async Task A_mark_is_undone_alone_where_the_story_was_opened_meanwhile()
    {
        await NewsAsync();
        var one = await IdAsync("one");
        await Stories.MarkAsync([one], StatusChange.Saved, Token);
        await Stories.RecordViewAsync(one, Token);

        await Journal.UndoAsync(1, Token);

        var status = (await Stories.FindAsync(one, Token))!.Status;
        Assert.Equal((true, false), (status.IsRead, status.IsSaved));
    }

    [Fact]
    public async Task What_is_gone_is_skipped_and_counted()
    {
        await NewsAsync();
        await Stories.MarkAllAsync(new StoryQuery(), StatusChange.Read, Token);
        await Comments.AddAsync(await IdAsync("one"), "me", CommentText.Create("Good"), null, Token);
        await Comments.DeleteAsync(1, Token);
        await Database.WriteAsync(connection => Task.FromResult(PreparedStatements.Of(connection).Run(
            "DELETE FROM stories WHERE title = 'one'")), Token);   // As retention does.

        var turns = await Journal.UndoAsync(3, Token);

        Assert.Equal([1, 1, 1], turns.Select(turn => turn.Skipped));
        Assert.Equal(2, await Stories.CountAsync(new StoryQuery { List = StoryList.Unread }, Token));
    }

    [Fact]
    public async Task A_new_change_forgets_what_was_undone_and_one_that_changes_nothing_does_not()
    {
        await NewsAsync();
        var one = await IdAsync("one");
        await Stories.MarkAsync([one], StatusChange.Read, Token);
        await Journal.UndoAsync(1, Token);
        await Stories.MarkAsync([one], StatusChange.Unread, Token);
        Assert.Equal("marked as read", Assert.Single(await Journal.RedoAsync(1, Token)).Words);
        await Journal.UndoAsync(1, Token);

        await Stories.MarkAsync([one], StatusChange.Hidden, Token);

        Assert.Empty(await Journal.RedoAsync(1, Token));
        Assert.Equal(["hidden", "https://example.org/feed added"], (await Journal.ListAsync(Token)).Select(step => step.Words));
    }

    [Fact]
    public async Task A_change_that_failed_is_no_step()
    {
        await NewsAsync();

        await Assert.ThrowsAsync<NewsException>(() => Comments.AddAsync(99, "me", CommentText.Create("Good"), null, Token));

        Assert.Equal("https://example.org/feed added", await UndoAsync());
    }

    [Fact]
    public async Task Old_steps_are_forgotten_with_their_rows_but_never_the_last()
    {
        await NewsAsync();
        var one = await IdAsync("one");
        for (var at = 0; at < 3; at++)
            await Stories.MarkAsync([one], at % 2 == 0 ? StatusChange.Read : StatusChange.Unread, Token);
        Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal("marked as read", await UndoAsync());
        await Journal.RedoAsync(1, Token);

        await Stories.MarkAsync([one], StatusChange.Saved, Token);
        await Stories.MarkAsync([one], StatusChange.Pinned, Token);

        Assert.Equal(["pinned as Must-Read", "kept in Saved"], (await Journal.ListAsync(Token)).Select(step => step.Words));
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM journal_rows"));
    }

    [Fact]
    public async Task A_refresh_records_nothing_and_leaves_no_trigger()
    {
        await NewsAsync();

        Assert.Equal(0, await Database.WriteAsync(connection => Task.FromResult(PreparedStatements.Of(connection).RunForNumber(
            "SELECT count(*) FROM temp.sqlite_schema WHERE type = 'trigger'")), Token));
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM journal_rows"));   // The feed and its tag.
    }

    /// <summary>A column that is forgotten in <see cref="JournalTable"/> would be lost when a row comes back.</summary>
    [Fact]
    public async Task Every_column_of_a_journalled_table_is_recorded()
    {
        foreach (var table in JournalTable.All)
        {
            var columns = await Database.RunAsync(connection => Task.FromResult(Names(connection, table.Name)), Token);
            Assert.Equal(columns.Order(), table.Columns.Concat(table == JournalTable.Mutes ? ["id"] : []).Order());
        }
    }

    private static List<string> Names(SqliteConnection connection, string table)
    {
        using var reader = PreparedStatements.Of(connection).Read("SELECT name FROM pragma_table_info(@1)", table);
        List<string> names = [];
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private Task<long> NumberAsync(string sql) =>
        Database.RunAsync(connection => Task.FromResult(PreparedStatements.Of(connection).RunForNumber(sql)), Token);
}
