namespace TermNews.Core.UseCases;

/// <summary>Writes, changes and deletes comments.</summary>
/// <param name="comments">The comments of the edition that is shown.</param>
/// <param name="isSample">Whether the sample edition is shown, which is not stored; null for never.</param>
public sealed class WriteComment(Func<ICommentRepository> comments, Func<bool>? isSample = null)
{
    /// <summary>Keeps a new comment.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="author">The name of its author.</param>
    /// <param name="text">The text.</param>
    /// <param name="replyTo">The comment it answers, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">There is no such story or comment.</exception>
    public async Task<Outcome<Comment>> AddAsync(
        long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken) =>
        Kept("Comment kept; {key:undo} takes it back.", await comments().AddAsync(storyId, author, text, replyTo, cancellationToken));

    /// <summary>Changes the text of a comment.</summary>
    /// <exception cref="NewsException">There is no such comment.</exception>
    public async Task<Outcome<Comment>> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken) =>
        Kept("Comment changed; {key:undo} takes it back.", await comments().EditAsync(commentId, text, cancellationToken));

    /// <summary>Deletes a comment; its answers stay.</summary>
    public async Task<Outcome> DeleteAsync(Comment comment, CancellationToken cancellationToken)
    {
        await comments().DeleteAsync(comment.Id, cancellationToken);
        return new Outcome("Comment deleted; {key:undo} brings it back.") { CommentsOf = [comment.StoryId] };
    }

    /// <summary>Deletes the comment with an id; its answers stay.</summary>
    /// <exception cref="NewsException">There is no such comment.</exception>
    public async Task DeleteAsync(long commentId, CancellationToken cancellationToken) =>
        await comments().DeleteAsync(commentId, cancellationToken);


    private Outcome<Comment> Kept(string words, Comment comment) =>
        new(isSample?.Invoke() == true ? "Comment kept until you leave: the sample edition is not stored." : words, comment)
        {
            CommentsOf = [comment.StoryId],
        };
}
