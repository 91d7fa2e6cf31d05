using TermNews.Core.Lists;

namespace TermNews.Core.Stories;

/// <summary>Reads stories, their lists and their texts. Every method throws <see cref="NewsException"/> when the database cannot be read.</summary>
public interface IStoryReader
{
    /// <summary>
    /// A page of a list that is ordered by time: Latest, Unread, Saved, Commented (by its latest comment) and All.
    /// <see cref="StoryList.Popular"/> and <see cref="StoryList.MustRead"/> are ranked, not paged: see <see cref="ICandidates.CandidatesAsync"/>.
    /// </summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <param name="size">At most this many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoryPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken);

    /// <summary>How many stories a query matches; for a ranked list, how many candidates.</summary>
    Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken);

    /// <summary>Counts by feed or category, largest first, then by name.</summary>
    Task<IReadOnlyList<NamedCount>> CountByAsync(StoryQuery query, StoryGrouping grouping, CancellationToken cancellationToken);

    /// <summary>Stories by their ids, in that order; those that are not there are left out.</summary>
    Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken);

    /// <summary>A story, or null where there is none.</summary>
    Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>A story's text; both parts null where the entry had none or the story does not exist.</summary>
    Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken);
}
