namespace TermNews.Core.Stories;

/// <summary>
/// Changes the status of stories. Every method throws <see cref="NewsException"/> when the database cannot be read or written.
/// </summary>
public interface IStoryStatus
{
    /// <summary>Changes the status of stories. Returns the previous status of the changed ones.</summary>
    Task<IReadOnlyList<StatusBefore>> MarkAsync(IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Changes the status of all stories that a query matches, in one transaction. Returns the previous status of the changed ones.
    /// </summary>
    Task<IReadOnlyList<StatusBefore>> MarkAllAsync(StoryQuery query, StatusChange change, CancellationToken cancellationToken);

    /// <summary>Records that the article was opened: adds a view and marks the story as read.</summary>
    Task RecordViewAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Records that the article was read to its end; only the first time counts.</summary>
    Task RecordEndAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Stores the paragraph at the top of the screen.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="position">The paragraph (block), counted from 0.</param>
    /// <param name="isFullText">True for the full text of the page, false for the text of the feed.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task SavePositionAsync(long storyId, int position, bool isFullText, CancellationToken cancellationToken);
}

/// <summary>A story's status before a change.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Status">The status before.</param>
public sealed record StatusBefore(long StoryId, StoryStatus Status);
