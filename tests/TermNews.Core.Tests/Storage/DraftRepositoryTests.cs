using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class DraftRepositoryTests : TemporaryDatabase
{
    private DraftPlace _new, _change, _answer;
    private Comment _comment = null!;

    private IDraftRepository Drafts => Comments.Drafts;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAsync(await FeedAsync(), A.Incoming("1", "one"));
        _new = new DraftPlace(await IdAsync("one"));
        _comment = await Comments.AddAsync(_new.StoryId, "me", CommentText.Create("First!"), null, Token);
        (_change, _answer) = (_new with { Editing = _comment.Id }, _new with { ReplyTo = _comment.Id });
    }

    [Fact]
    public async Task A_draft_lasts_until_it_is_sent_or_emptied()
    {
        Assert.Null(await Drafts.FindAsync(_new, Token));
        await Drafts.SaveAsync(_new, new string('x', 999), Token);
        await Drafts.SaveAsync(_new, " half a thought", Token);
        Assert.Equal(" half a thought", await Drafts.FindAsync(_new, Token));
        await Drafts.SaveAsync(_new, "", Token);
        Assert.Null(await Drafts.FindAsync(_new, Token));
        await Drafts.SaveAsync(_new, " again\n", Token);
        await Comments.AddAsync(_new.StoryId, "me", CommentText.Create("again"), null, Token);
        Assert.Null(await Drafts.FindAsync(_new, Token));
    }

    [Fact]
    public async Task A_story_has_a_draft_of_a_new_comment_of_each_answer_and_of_each_change()
    {
        await Drafts.SaveAsync(_new, "new", Token);
        await Drafts.SaveAsync(_change, "changed", Token);
        await Drafts.SaveAsync(_answer, "answered", Token);
        await Comments.AddAsync(_new.StoryId, "me", CommentText.Create("answered"), _comment.Id, Token);
        Assert.Null(await Drafts.FindAsync(_answer, Token));
        Assert.Equal("changed", await Drafts.FindAsync(_change, Token));
        await Comments.EditAsync(_comment.Id, CommentText.Create("changed"), Token);
        Assert.Null(await Drafts.FindAsync(_change, Token));
        Assert.Equal("new", await Drafts.FindAsync(_new, Token));
    }

    [Fact]
    public async Task Another_comment_than_the_draft_leaves_it_there()
    {
        await Drafts.SaveAsync(_new, "half a thought", Token);
        await Drafts.SaveAsync(_change, "First and", Token);
        await Comments.AddAsync(_new.StoryId, "me", CommentText.Create("By the command line."), null, Token);
        await Comments.EditAsync(_comment.Id, CommentText.Create("By the command line."), Token);
        Assert.Equal("half a thought", await Drafts.FindAsync(_new, Token));
        Assert.Equal("First and", await Drafts.FindAsync(_change, Token));
    }

    [Fact]
    public async Task The_draft_of_a_change_outlives_the_comment_and_is_there_when_that_comes_back()
    {
        await Drafts.SaveAsync(_change, "First and last", Token);
        await Comments.DeleteAsync(_comment.Id, Token);
        await new JournalRepository(Database).UndoAsync(1, Token);
        Assert.Equal("First and last", await Drafts.FindAsync(_change, Token));
    }

    [Fact]
    public async Task A_draft_of_an_earlier_run_is_restored_unless_there_is_a_newer_one()
    {
        Assert.True(await Drafts.RestoreAsync(_new, "old", A.Noon.AddHours(-2), Token));
        Assert.True(await Drafts.RestoreAsync(_new, "newer", A.Noon.AddHours(-1), Token));
        Assert.False(await Drafts.RestoreAsync(_new, "old", A.Noon.AddHours(-2), Token));
        Assert.Equal("newer", await Drafts.FindAsync(_new, Token));
        Assert.True(await Drafts.RestoreAsync(_new, "newer", A.Noon.AddHours(-3), Token));
    }

    [Fact]
    public async Task The_drafts_of_an_older_database_are_kept()
    {
        var path = Path.Combine(Folder, "older.db");
        using (var older = await NewsDatabase.OpenFileAsync(path, Clock, [.. Migration.All.TakeWhile(step => step.Number < 16)], Token))
        {
            await older.WriteAsync(async connection =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText =
                    """
                    INSERT INTO feeds (id, feed_url, added_at) VALUES (1, 'https://example.org/', 0);
                    INSERT INTO stories (id, feed_id, entry_guid, first_seen_at, fingerprint, text_fingerprint)
                      VALUES (1, 1, 'a', 0, 0, 0);
                    INSERT INTO drafts (story_id, text, saved_at) VALUES (1, 'kept', 0);
                    """;
                return await command.ExecuteNonQueryAsync(Token);
            }, Token);
        }
        using var now = await NewsDatabase.OpenFileAsync(path, Clock, Token);
        Assert.Equal("kept", await new CommentRepository(now).Drafts.FindAsync(new DraftPlace(1), Token));
    }
}
