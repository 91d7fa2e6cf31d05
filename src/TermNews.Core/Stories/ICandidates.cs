namespace TermNews.Core.Stories;

/// <summary>Reads the input of rankings. Every method throws <see cref="NewsException"/> when the database cannot be read.</summary>
public interface ICandidates
{
    /// <summary>
    /// The candidates of a ranked list, newest first: the newest stories of each feed, the most widely reported clusters, and the stories
    /// that the reader pinned, saved or commented on. For Popular each has counters, views, comments, or a cluster of two or more; for
    /// Must-Read it is unread and not hidden. The filters of the query hold; <see cref="StoryQuery.Since"/> bounds the time (for
    /// Must-Read not that of pinned stories).
    /// </summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="share">
    /// The approximate number of stories, shared evenly among all subscriptions, but 4 to 100 for each: a busy feed takes nothing from
    /// another.
    /// </param>
    /// <param name="text">The texts that are read.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<Candidate>> CandidatesAsync(StoryQuery query, int share, CandidateText text, CancellationToken cancellationToken);

    /// <summary>
    /// The counters of the newest stories of each feed that have any: up to thirty, enough to estimate what is usual for it.
    /// </summary>
    Task<IReadOnlyList<FeedCounters>> ListCountersAsync(CancellationToken cancellationToken);

    /// <summary>The stories per day of each feed over the 30 days before <paramref name="now"/>, by feed id.</summary>
    Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The coverage of clusters by their ids; a lone story has none.</summary>
    Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(IReadOnlyList<long> clusterIds, CancellationToken cancellationToken);

    /// <summary>The state of the database. While it is equal, lists are equal, except for the passing of time.</summary>
    Task<DatabaseState> StateAsync(CancellationToken cancellationToken);
}

/// <summary>The state of a database. If two are equal, nothing was written between them; if they differ, something may have been.</summary>
/// <param name="Connection">The connection that was asked; each counts for itself.</param>
/// <param name="Commits">Changes with what other connections commit (<c>PRAGMA data_version</c>).</param>
/// <param name="Changes">Rows that this connection has written.</param>
public readonly record struct DatabaseState(object Connection, long Commits, long Changes);
