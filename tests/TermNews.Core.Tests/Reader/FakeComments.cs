using TermNews.Core.Stories;
using TermNews.Core.Undoing;

namespace TermNews.Core.Tests.Reader;

/// <summary>Comments and drafts in memory.</summary>
internal sealed class FakeComments(FakeStories stories) : ICommentRepository
{
    public List<Comment> All { get; } = [];

    public FakeDrafts Drafts { get; } = new();

    IDraftRepository ICommentRepository.Drafts => Drafts;

    /// <summary>Thrown by every call that adds a comment, or writes a draft.</summary>
    public NewsException? Fault { get => Drafts.Fault; set => Drafts.Fault = value; }

    public Task<IReadOnlyList<Comment>> ListAsync(long? storyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Comment>>(
            [.. All.Where(comment => storyId is null || comment.StoryId == storyId).OrderBy(comment => comment.Id)]);

    public Task<Comment?> FindAsync(long commentId, CancellationToken cancellationToken) =>
        Task.FromResult(All.Find(comment => comment.Id == commentId));

    public Task<Comment> AddAsync(long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            throw fault;
        var comment = new Comment(All.Count + 1, storyId, author, text, A.Noon, null, replyTo);
        All.Add(comment);
        Drafts.DropSent(new DraftPlace(storyId, ReplyTo: replyTo), text);
        stories.Journal.Add("comment sent", () => Take(comment), () => Put(comment));
        return Task.FromResult(Counted(comment));
    }

    public Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken)
    {
        var at = All.FindIndex(comment => comment.Id == commentId);
        All[at] = All[at] with { Text = text, EditedAt = A.Noon };
        Drafts.DropSent(new DraftPlace(All[at].StoryId, Editing: commentId), text);
        return Task.FromResult(All[at]);
    }

    public Task DeleteAsync(long commentId, CancellationToken cancellationToken)
    {
        var comment = All.First(one => one.Id == commentId);
        Take(comment);
        stories.Journal.Add("comment deleted", () => Put(comment), () => Take(comment));
        return Task.CompletedTask;
    }

    private JournalTurn Put(Comment comment)
    {
        All.Add(comment);
        return new JournalTurn("") { CommentsOf = [Counted(comment).StoryId] };
    }

    private JournalTurn Take(Comment comment)
    {
        All.Remove(comment);
        return new JournalTurn("") { CommentsOf = [Counted(comment).StoryId] };
    }

    private Comment Counted(Comment comment)
    {
        var at = stories.All.FindIndex(story => story.Id == comment.StoryId);
        if (at >= 0)
            stories.All[at] = stories.All[at] with { CommentCount = All.Count(other => other.StoryId == comment.StoryId) };
        return comment;
    }
}
