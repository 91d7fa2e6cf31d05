namespace TermNews.Core.Stories;

/// <summary>
/// Reads stories, their lists and their texts. Every method throws <see cref="NewsException"/> when the database cannot be read.
/// </summary>
public interface IStoryReader
{
    /// <summary>
    /// A page of a list that is ordered by time: Latest, Unread, Saved, Commented (by its latest comment) and All.
    /// <see cref="StoryList.Popular"/> and <see cref="StoryList.MustRead"/> are ranked, not paged: see <see
    /// cref="ICandidates.CandidatesAsync"/>.
    /// </summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="after">The position after which the page starts; null for the first page.</param>
    /// <param name="size">The largest number of stories.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<StoryPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken);

    /// <summary>The number of stories that a query matches; for a ranked list, the number of candidates.</summary>
    Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken);

    /// <summary>Counts by feed or category, largest first, then by name.</summary>
    Task<IReadOnlyList<NamedCount>> CountByAsync(StoryQuery query, StoryGrouping grouping, CancellationToken cancellationToken);

    /// <summary>Stories by their ids, in that order; missing ones are left out.</summary>
    Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken);

    /// <summary>A story; null if it does not exist.</summary>
    Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>The text of a story; both parts are null if the entry had none or the story does not exist.</summary>
    Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken);
}
