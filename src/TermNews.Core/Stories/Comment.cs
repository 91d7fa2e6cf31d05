namespace TermNews.Core.Stories;

/// <summary>A comment of the reader on a story.</summary>
/// <param name="Id">Stable for the life of the database.</param>
/// <param name="StoryId">The story.</param>
/// <param name="Author">The name of its author.</param>
/// <param name="Text">See <see cref="CommentText"/>.</param>
/// <param name="CreatedAt">The time it was written.</param>
/// <param name="EditedAt">The time of the last change, or null.</param>
/// <param name="ReplyTo">The comment it answers, or null.</param>
public sealed record Comment(
    long Id, long StoryId, string Author, CommentText Text, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, long? ReplyTo);

/// <summary>
/// Comments and their drafts. Every method throws <see cref="NewsException"/> when the database cannot be read or written.
/// </summary>
public interface ICommentRepository
{
    /// <summary>The comments of a story, or of all stories, oldest first.</summary>
    Task<IReadOnlyList<Comment>> ListAsync(long? storyId, CancellationToken cancellationToken);

    /// <summary>A comment, or null if there is none.</summary>
    Task<Comment?> FindAsync(long commentId, CancellationToken cancellationToken);

    /// <summary>Stores a new comment and drops the draft of the story.</summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.WrongUse"/>: there is no such story, or no such comment to reply to.
    /// </exception>
    Task<Comment> AddAsync(long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken);

    /// <summary>Stores a comment with its id and dates, from an import.</summary>
    Task RestoreAsync(Comment comment, CancellationToken cancellationToken);

    /// <summary>Changes a comment's text.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken);

    /// <summary>Deletes a comment; replies stay and become comments of their own.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task DeleteAsync(long commentId, CancellationToken cancellationToken);

    /// <summary>The draft for a story, or null.</summary>
    Task<string?> FindDraftAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Stores a draft; an empty one is dropped. The limit of length holds only when it is sent.</summary>
    Task SaveDraftAsync(long storyId, string text, CancellationToken cancellationToken);
}
