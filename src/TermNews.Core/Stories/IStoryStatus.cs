namespace TermNews.Core.Stories;

/// <summary>Changes the status of stories. Every method throws <see cref="NewsException"/> when the database cannot be read or written.</summary>
public interface IStoryStatus
{
    /// <summary>Changes the status of stories. Gives the status before of those that did change, for undo.</summary>
    Task<IReadOnlyList<StatusBefore>> MarkAsync(IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken);

    /// <summary>Changes the status of all stories a query matches, in one transaction. Gives those that did change.</summary>
    Task<IReadOnlyList<StatusBefore>> MarkAllAsync(StoryQuery query, StatusChange change, CancellationToken cancellationToken);

    /// <summary>Puts back what a mark changed (read, saved, pinned, hidden); views and position stay as they are. Gives what stood there, for redo.</summary>
    Task<IReadOnlyList<StatusBefore>> RestoreAsync(IReadOnlyList<StatusBefore> before, CancellationToken cancellationToken);

    /// <summary>The article was opened: one view more, and read.</summary>
    Task RecordViewAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>The article was read to its end; the first time counts.</summary>
    Task RecordEndAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Remembers the paragraph at the top of the screen.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="position">The paragraph (block), counted from 0.</param>
    /// <param name="isFullText">In the full text of the page, not in the feed's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SavePositionAsync(long storyId, int position, bool isFullText, CancellationToken cancellationToken);
}

/// <summary>A story's status before a change.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Status">Its status then.</param>
public sealed record StatusBefore(long StoryId, StoryStatus Status);
