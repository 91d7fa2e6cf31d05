namespace TermNews.Core.Stories;

/// <summary>Reads what lists are ranked from. Every method throws <see cref="NewsException"/> when the database cannot be read.</summary>
public interface ICandidates
{
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

    /// <summary>Stories that each feed brought per day, over the 30 days before <paramref name="now"/>, by feed id.</summary>
    Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Who reports the news of clusters, by cluster id; a lone story has none.</summary>
    Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(IReadOnlyList<long> clusterIds, CancellationToken cancellationToken);

    /// <summary>As long as it is the same, what is listed is the same but for the time.</summary>
    Task<DatabaseState> StateAsync(CancellationToken cancellationToken);
}

/// <summary>What is written in a database at a time: where two are equal, nobody wrote between them. Where they differ, somebody may have.</summary>
/// <param name="Connection">Which connection tells: each counts for itself.</param>
/// <param name="Commits">Changes with what other connections commit (<c>PRAGMA data_version</c>).</param>
/// <param name="Changes">Rows that this connection has written.</param>
public readonly record struct DatabaseState(object Connection, long Commits, long Changes);
