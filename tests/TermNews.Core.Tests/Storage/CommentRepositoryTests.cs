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

    [Fact]
    public async Task A_deleted_comment_comes_back_as_it_was_and_its_replies_find_it()
    {
        var comment = await AddAsync("First!");
        var reply = await AddAsync("Indeed.", comment.Id);
        await Comments.DeleteAsync(comment.Id, Token);
        Assert.Null((await Comments.FindAsync(reply.Id, Token))!.ReplyTo);
        await Comments.RestoreAsync(comment, Token);
        Assert.Equal([comment, reply], await Comments.ListAsync(_story, Token));
    }

    [Fact]
    public async Task Restoring_never_writes_over_another_comment()
    {
        var kept = await AddAsync("Mine.");
        await Comments.RestoreAsync(kept with { Text = CommentText.Create("From elsewhere."), CreatedAt = A.Noon.AddDays(-1) }, Token);
        Assert.Equal(["From elsewhere.", "Mine."], (await Comments.ListAsync(_story, Token)).Select(comment => comment.Text.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData(301)]
    public async Task A_row_beyond_the_limits_is_still_read(object kept)
    {
        var text = kept is int length ? new string('x', length) : "";
        var comment = await AddAsync("x");
        await Comments.RestoreAsync(comment with { Text = CommentText.Kept(text) }, Token);
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
