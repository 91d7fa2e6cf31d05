using Dapper;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

public sealed partial class StoryRepository
{
    /// <inheritdoc/>
    /// <remarks>
    /// The ids of each feed go through <c>json_each</c>, so that they always lead: where SQLite has seen few stories only, it takes a join
    /// with them for dearer than one with all stories, and looks for the newest of each feed once for every story there is.
    /// </remarks>
    public Task<IReadOnlyList<Story>> CandidatesAsync(StoryQuery query, int share, CancellationToken cancellationToken) =>
        SearchedAsync<IReadOnlyList<Story>>(query.Search, async connection =>
        {
            var filter = await FilterAsync(connection, query, cancellationToken).ConfigureAwait(false);
            filter.Parameters.Size = share;
            var rows = await connection.QueryAsync<StoryRow>(
                $"""
                WITH per_feed (count) AS MATERIALIZED (
                    SELECT min(100, max(8, @Size / max(1, count(*)))) FROM feeds WHERE removed_at IS NULL)
                SELECT {StoryRow.Columns}, t.sort_at AS Key
                  FROM (SELECT c.value AS id
                          FROM feeds g CROSS JOIN json_each((
                               SELECT json_group_array(n.story_id) FROM (
                                   SELECT t.story_id FROM {filter.From}
                                    WHERE t.feed_id = g.id AND t.sort_at >= coalesce(@Since, t.sort_at) AND {filter.Where}
                                    ORDER BY t.sort_at DESC, t.story_id DESC
                                    LIMIT (SELECT count FROM per_feed)) n)) c
                         WHERE g.removed_at IS NULL AND g.id = coalesce(@FeedId, g.id)
                         UNION
                        SELECT t.story_id FROM {filter.From} WHERE t.pinned_at IS NOT NULL AND {filter.Where}) k
                  {StoryRow.Joins}
                 ORDER BY t.sort_at DESC, k.id DESC
                """,
                filter.Parameters).ConfigureAwait(false);
            return [.. rows.Select(row => row.ToStory())];
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(
        IReadOnlyList<long> clusterIds, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyDictionary<long, ClusterCoverage>>(async connection =>
        {
            var rows = await connection.QueryAsync<CoverageRow>(
                $"""
                SELECT o.cluster_id AS ClusterId, coalesce(e.own_title, e.title, e.feed_url) AS Feed,
                       min(o.sort_at) AS First, max(o.sort_at) AS Last
                  FROM json_each(@ids) i CROSS JOIN story_status o ON o.cluster_id = i.value CROSS JOIN feeds e ON e.id = o.feed_id
                 GROUP BY o.cluster_id, {StoryRow.Source}
                 ORDER BY First, min(e.id)
                """,
                new { ids = Json(clusterIds), cancellationToken }).ConfigureAwait(false);
            return rows.GroupBy(row => row.ClusterId).ToDictionary(cluster => cluster.Key, cluster => new ClusterCoverage(
                [.. cluster.Select(row => row.Feed)],
                UnixTime.Read(cluster.Min(row => row.First)), UnixTime.Read(cluster.Max(row => row.Last))));
        }, cancellationToken);
}

/// <summary>What a feed brought to a cluster, as SQLite gives it.</summary>
internal sealed class CoverageRow
{
    public long ClusterId { get; set; }
    public string Feed { get; set; } = "";
    public long First { get; set; }
    public long Last { get; set; }
}
