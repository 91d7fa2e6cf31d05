namespace TermNews.Core.UseCases;

/// <summary>Writes, changes and deletes comments.</summary>
/// <param name="comments">The comments of the edition that is shown.</param>
/// <param name="history">Takes the steps for undo; null where nothing is undone.</param>
/// <param name="isSample">Whether the sample edition is shown, which is not stored; null for never.</param>
public sealed class WriteComment(Func<ICommentRepository> comments, UndoHistory? history = null, Func<bool>? isSample = null)
{
    private const int QuotedCells = 30;   // Leaves room for the rest of the question in 80 columns.

    /// <summary>Keeps a new comment.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="author">The name of its author.</param>
    /// <param name="text">The text.</param>
    /// <param name="replyTo">The comment it answers, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">There is no such story or comment.</exception>
    public async Task<Outcome<Comment>> AddAsync(
        long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken) =>
        Kept("Comment kept.", await comments().AddAsync(storyId, author, text, replyTo, cancellationToken));

    /// <summary>Changes the text of a comment.</summary>
    /// <exception cref="NewsException">There is no such comment.</exception>
    public async Task<Outcome<Comment>> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken) =>
        Kept("Comment changed.", await comments().EditAsync(commentId, text, cancellationToken));

    /// <summary>Deletes a comment; its answers stay.</summary>
    public async Task<Outcome> DeleteAsync(Comment comment, CancellationToken cancellationToken)
    {
        await comments().DeleteAsync(comment.Id, cancellationToken);
        history?.Add(StepBack(comment));
        return new Outcome("Comment deleted; {key:undo} brings it back.") { CommentsOf = comment.StoryId };
    }

    /// <summary>Deletes the comment with an id; its answers stay.</summary>
    /// <exception cref="NewsException">There is no such comment.</exception>
    public async Task DeleteAsync(long commentId, CancellationToken cancellationToken) =>
        await comments().DeleteAsync(commentId, cancellationToken);

    /// <summary>The question before a comment is deleted.</summary>
    public static Confirmation QuestionOf(Comment comment) =>
        new($"Delete the comment '{TextWidth.Fit(ForeignText.CleanLine(comment.Text.Value), QuotedCells)}'?", []);

    private Outcome<Comment> Kept(string words, Comment comment) =>
        new(isSample?.Invoke() == true ? "Comment kept until you leave: the sample edition is not stored." : words, comment)
        {
            CommentsOf = comment.StoryId,
        };

    private UndoStep StepBack(Comment comment) => new("comment deleted", async cancellationToken =>
    {
        await comments().RestoreAsync(comment, cancellationToken);
        return (StepAgain(comment), new Outcome("") { CommentsOf = comment.StoryId });
    });

    private UndoStep StepAgain(Comment comment) => new("comment deleted", async cancellationToken =>
    {
        await comments().DeleteAsync(comment.Id, cancellationToken);
        return (StepBack(comment), new Outcome("") { CommentsOf = comment.StoryId });
    });
}
