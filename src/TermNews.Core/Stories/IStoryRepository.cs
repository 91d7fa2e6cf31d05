using TermNews.Core.Lists;

namespace TermNews.Core.Stories;

/// <summary>Stories, their status and their text, as kept in the database. Every method throws <see cref="NewsException"/> when it cannot be read or written.</summary>
public interface IStoryRepository
{
    /// <summary>
    /// A page of a list in its <see cref="StoryList.Order"/>; a ranked list is made of <see cref="CandidatesAsync"/> instead.
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

    /// <summary>
    /// Stories that a list is ranked from, newest first: the newest of each feed, what most feeds report, and what the reader pinned, saved or
    /// commented on. For Popular each has counters, views, comments, or a cluster of two or more; for Must-Read it is unread and not hidden. The filters of the query hold; <see cref="StoryQuery.Since"/> bounds them in time
    /// (pinned stories come whatever their age for Must-Read).
    /// </summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="share">
    /// About so many, shared out among all subscriptions evenly and by their number alone, but 4 to 100 for each: what one feed brings takes
    /// nothing from another.
    /// </param>
    /// <param name="text">How much of their text is looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Candidate>> CandidatesAsync(StoryQuery query, int share, CandidateText text, CancellationToken cancellationToken);

    /// <summary>What each feed counted for the newest of its stories that it counts anything for: thirty tell how its numbers usually are.</summary>
    Task<IReadOnlyList<FeedCounters>> ListCountersAsync(CancellationToken cancellationToken);

    /// <summary>As long as it is the same, what is listed is the same but for the time.</summary>
    Task<DatabaseState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Stories by their ids, in that order; those that are not there are left out.</summary>
    Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken);

    /// <summary>Who reports the news of clusters, by cluster id; a lone story has none.</summary>
    Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(IReadOnlyList<long> clusterIds, CancellationToken cancellationToken);

    /// <summary>Stories that each feed brought per day, over the 30 days before <paramref name="now"/>, by feed id.</summary>
    Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Full-text search, best match first. Words must all occur; <c>"a phrase"</c>, <c>OR</c>, <c>-not</c> and
    /// <c>title:word</c>, <c>author:word</c>, <c>category:word</c>, <c>feed:word</c> work; anything else is taken as words, so no text is an error.
    /// Hidden stories are found only in <see cref="StoryList.All"/>, muted ones always: who searches asks for them.
    /// </summary>
    Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>Stories near this one by text, nearest first, one of a cluster; not itself, not its cluster, not read, not hidden, not muted.</summary>
    Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stories that share categories with this one, those with the most of them first, then the newest; not itself, not its cluster, not read,
    /// not hidden, not muted.
    /// </summary>
    Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken);

    /// <summary>A story, or null where there is none.</summary>
    Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>All stories of a story's cluster, itself included, oldest first; hidden ones too.</summary>
    Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Takes a story out of its cluster: it is other news than the rest, and stays so.</summary>
    /// <returns>What was done; null where the story is alone already.</returns>
    Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Puts a story back to those it was with, and lets it share clusters with them again.</summary>
    Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken);

    /// <summary>What a story was taken out of; null for nothing.</summary>
    Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>A story's text; both parts null where the entry had none or the story does not exist.</summary>
    Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken);

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
