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
    /// <summary>What is being written.</summary>
    IDraftRepository Drafts { get; }

    /// <summary>The comments of a story, or of all stories, oldest first.</summary>
    Task<IReadOnlyList<Comment>> ListAsync(long? storyId, CancellationToken cancellationToken);

    /// <summary>A comment, or null if there is none.</summary>
    Task<Comment?> FindAsync(long commentId, CancellationToken cancellationToken);

    /// <summary>Stores a new comment, and drops the draft of its place if that has the same words: it was sent.</summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.WrongUse"/>: there is no such story, or no such comment to reply to.
    /// </exception>
    Task<Comment> AddAsync(long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken);

    /// <summary>Changes a comment's text, and drops the draft of the change if that has the same words.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken);

    /// <summary>Deletes a comment; replies stay and become comments of their own.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task DeleteAsync(long commentId, CancellationToken cancellationToken);
}

/// <summary>A place where words are typed that are not sent yet; each has at most one draft.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Editing">The comment that is changed; null for a new one.</param>
/// <param name="ReplyTo">The comment that is answered; null for none.</param>
public readonly record struct DraftPlace(long StoryId, long? Editing = null, long? ReplyTo = null);

/// <summary>The drafts of comments. Every method throws <see cref="NewsException"/> when the database cannot be read or written.</summary>
public interface IDraftRepository
{
    /// <summary>The draft of a place, or null.</summary>
    Task<string?> FindAsync(DraftPlace place, CancellationToken cancellationToken);

    /// <summary>Stores a draft of any length; a blank one is dropped. It is on the disk when this returns.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such story.</exception>
    Task SaveAsync(DraftPlace place, string text, CancellationToken cancellationToken);

    /// <summary>Stores a draft of an earlier run, unless the place has another one that is newer.</summary>
    /// <param name="place">The place.</param>
    /// <param name="text">The words.</param>
    /// <param name="savedAt">The time of the last key, to the second.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the place has these words now.</returns>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such story.</exception>
    Task<bool> RestoreAsync(DraftPlace place, string text, DateTimeOffset savedAt, CancellationToken cancellationToken);
}
