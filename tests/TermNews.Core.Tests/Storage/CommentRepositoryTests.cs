using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class CommentRepositoryTests : TemporaryDatabase
{
    private long _story;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAsync(await FeedAsync(), A.Incoming("1", "one"));
        _story = await IdAsync("one");
    }

    private Task<Comment> AddAsync(string text, long? replyTo = null) =>
        Comments.AddAsync(_story, "me", CommentText.Create(text), replyTo, Token);

    [Fact]
    public async Task A_comment_is_kept_counted_edited_and_deleted()
    {
        var comment = await AddAsync("First!");
        Assert.Equal(comment, Assert.Single(await Comments.ListAsync(_story, Token)));
        Assert.Equal(1, (await Stories.FindAsync(_story, Token))!.CommentCount);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var edited = await Comments.EditAsync(comment.Id, CommentText.Create("Second."), Token);
        Assert.Equal(("Second.", A.Noon, A.Noon.AddMinutes(5)), (edited.Text.Value, edited.CreatedAt, edited.EditedAt));
        await Comments.DeleteAsync(comment.Id, Token);
        Assert.Empty(await Comments.ListAsync(null, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData(301)]
    public async Task A_row_beyond_the_limits_is_still_read(object kept)
    {
        var text = kept is int length ? new string('x', length) : "";
        var comment = await AddAsync("x");
        await Database.KeepAsync(
            connection =>
            {
                PreparedStatements.Of(connection).Run("UPDATE comments SET text = @1 WHERE id = @2", text, comment.Id);
                return Task.FromResult(0);
            }, Token);
        Assert.Equal(text, Assert.Single(await Comments.ListAsync(null, Token)).Text.Value);
    }

    [Fact]
    public async Task A_reply_is_on_the_story_of_its_comment()
    {
        var comment = await AddAsync("Here.");
        await StoreAsync(await FeedAsync("https://other.example/feed"), A.Incoming("2", "two"));
        var other = await IdAsync("two");
        var error = await Assert.ThrowsAsync<NewsException>(
            () => Comments.AddAsync(other, "me", CommentText.Create("There."), comment.Id, Token));
        Assert.Equal(NewsFault.WrongUse, error.Fault);
    }

    [Fact]
    public async Task Ids_are_never_used_again()
    {
        var first = await AddAsync("x");
        await Comments.DeleteAsync(first.Id, Token);
        Assert.NotEqual(first.Id, (await AddAsync("y")).Id);
    }

    [Fact]
    public async Task What_does_not_exist_is_wrong_use()
    {
        Func<Task>[] all =
        [
            () => Comments.AddAsync(99, "me", CommentText.Create("x"), null, Token), () => AddAsync("x", 99), () =>
                Comments.DeleteAsync(99, Token),
            () => Comments.EditAsync(99, CommentText.Create("x"), Token), () => Comments.Drafts.SaveAsync(new DraftPlace(99), "x", Token),
        ];
        foreach (var wrong in all)
            Assert.Equal(NewsFault.WrongUse, (await Assert.ThrowsAsync<NewsException>(wrong)).Fault);
        Assert.Null(await Comments.FindAsync(99, Token));
    }
}
