namespace TermNews.Core.Archive;

/// <summary>What a comment said before.</summary>
/// <param name="Text">The words, as they are kept.</param>
/// <param name="WrittenAt">The time they were written.</param>
public sealed record CommentVersion(string Text, DateTimeOffset WrittenAt);

/// <summary>A comment as it travels between machines, or the tombstone of one that was deleted.</summary>
public sealed record ArchivedComment
{
    /// <summary>The id that is unique over machines (a UUID, RFC 9562); null in exports of versions before 0.3.0.</summary>
    public string? Uid { get; init; }

    /// <summary>The id on the machine that exported it; null in a tombstone, and while it waits for its story.</summary>
    public long? Id { get; init; }

    /// <summary>The id of its story there; null likewise.</summary>
    public long? StoryId { get; init; }

    /// <summary>The name of its author; null in a tombstone.</summary>
    public string? Author { get; init; }

    /// <summary>The words, of any length; null in a tombstone.</summary>
    public string? Text { get; init; }

    /// <summary>The time it was written; null in a tombstone.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The time of the last change, or null.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The id there of the comment it answers, or null.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The unique id of the comment it answers, or null.</summary>
    public string? ReplyToUid { get; init; }

    /// <summary>The address of the feed of its story, without passwords; null if it is not known.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>The GUID of its story in that feed (RSS 2.0 guid, RFC 4287 §4.2.6); null if it is not known.</summary>
    public string? EntryGuid { get; init; }

    /// <summary>The link of its story, or null.</summary>
    public string? Link { get; init; }

    /// <summary>The headline of its story, or null.</summary>
    public string? Headline { get; init; }

    /// <summary>What it said before, oldest first.</summary>
    public IReadOnlyList<CommentVersion> Edits { get; init; } = [];

    /// <summary>The time it was deleted: this is a tombstone. Null for a comment.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The time of its last words.</summary>
    public DateTimeOffset LastWrittenAt => EditedAt ?? CreatedAt ?? DateTimeOffset.UnixEpoch;
}

/// <summary>What came of an import.</summary>
/// <param name="Count">The comments of the file that are here now.</param>
/// <param name="Deleted">Those that were deleted here after their last words, and stay deleted.</param>
/// <param name="Left">A sentence for each that could not be taken in, or that waits for its story.</param>
public sealed record ArchiveImport(int Count, int Deleted, IReadOnlyList<string> Left);

/// <summary>
/// Comments brought from one machine to another. Every method throws <see cref="NewsException"/> when the database fails.
/// </summary>
public interface ICommentArchive
{
    /// <summary>All comments, oldest first, then those that wait for their stories, and then the tombstones.</summary>
    Task<IReadOnlyList<ArchivedComment>> ExportAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Merges comments of an export, in one transaction: the newest words win, nothing doubles, and what was deleted after its last words
    /// stays deleted. A comment whose story is not here is kept until the story comes.
    /// </summary>
    Task<ArchiveImport> ImportAsync(IReadOnlyList<ArchivedComment> comments, CancellationToken cancellationToken);

    /// <summary>What a comment said before, oldest first, and then what it says now.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such comment.</exception>
    Task<IReadOnlyList<CommentVersion>> HistoryAsync(long commentId, CancellationToken cancellationToken);
}
