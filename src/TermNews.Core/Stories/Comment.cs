namespace TermNews.Core.Stories;

/// <summary>What the reader wrote under a story.</summary>
/// <param name="Id">Stable for the life of the database.</param>
/// <param name="StoryId">The story.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">See <see cref="CommentText"/>.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="EditedAt">When it was last changed, or null.</param>
/// <param name="ReplyTo">The comment it answers, or null.</param>
public sealed record Comment(
    long Id, long StoryId, string Author, CommentText Text, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, long? ReplyTo);

/// <summary>Comments and their drafts. Every method throws <see cref="NewsException"/> when the database cannot be read or written.</summary>
public interface ICommentRepository
{
    /// <summary>The comments of a story, or of all stories, oldest first.</summary>
    Task<IReadOnlyList<Comment>> ListAsync(long? storyId, CancellationToken cancellationToken);

    /// <summary>A comment, or null where there is none.</summary>
    Task<Comment?> FindAsync(long commentId, CancellationToken cancellationToken);

    /// <summary>Keeps a new comment and drops the story's draft.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such story, or no such comment to reply to.</exception>
    Task<Comment> AddAsync(long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken);

    /// <summary>Puts a comment back as it was, with its id and dates, after a deletion was undone or from an import.</summary>
    Task RestoreAsync(Comment comment, CancellationToken cancellationToken);

    /// <summary>Changes a comment's text.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken);

    /// <summary>Deletes a comment; replies stay and become comments of their own.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task DeleteAsync(long commentId, CancellationToken cancellationToken);

    /// <summary>What was being written under a story when the box was left, or null.</summary>
    Task<string?> FindDraftAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Keeps a draft; an empty one is dropped. Any length: the limit holds when it is sent.</summary>
    Task SaveDraftAsync(long storyId, string text, CancellationToken cancellationToken);
}
