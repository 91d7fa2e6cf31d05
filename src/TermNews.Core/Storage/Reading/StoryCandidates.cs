using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Reading;

/// <summary>Reads the candidates of ranked lists, the counters of feeds and the coverage of clusters.</summary>
internal sealed class StoryCandidates(NewsDatabase database, FilteredReads reads) : ICandidates
{
    /// <summary>
    /// The most widely reported clusters of a day, of three days and of the whole window that are candidates, however many newer stories
    /// their feeds have: about a front page for each span.
    /// </summary>
    private const int WidelyReported = 30;

    private const int CountersOfAFeed = 30;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> CandidatesAsync(
        StoryQuery query, int share, CandidateText text, CancellationToken cancellationToken) =>
        reads.RunAsync<IReadOnlyList<Candidate>>(query.Search, async connection =>
        {
            var filter = await reads.FilterAsync(connection, query, cancellationToken).ConfigureAwait(false);
            (filter.Parameters.Size, filter.Parameters.Text) = (share, (long)text);
            List<CandidateRow> rows = [.. await CandidateRowsAsync(connection, filter).ConfigureAwait(false)];
            rows.Sort((one, other) => (other.SortAt, other.Id).CompareTo((one.SortAt, one.Id)));
            List<SourceRow> sources =
                [.. await connection.QueryAsync<SourceRow>($"SELECT {SourceRow.Columns} FROM feeds e", new { cancellationToken })
                    .ConfigureAwait(false)];
            var clusters = await ClustersAsync(connection, rows, sources, cancellationToken).ConfigureAwait(false);
            var feeds = sources.ToDictionary(source => source.Id, source => source.ToReference());
            return [.. rows.Where(row => feeds.ContainsKey(row.FeedId))
                .Select(row => row.ToCandidate(feeds[row.FeedId], clusters.GetValueOrDefault(row.ClusterId ?? 0)))];
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedCounters>> ListCountersAsync(CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<CountersRow>(
            $"""
            SELECT {CountersRow.Columns}
              FROM feeds g CROSS JOIN json_each((
                   SELECT json_group_array(n.story_id) FROM (
                       SELECT t.story_id FROM story_status t INDEXED BY status_counted
                        WHERE t.feed_id = g.id AND t.hidden_at IS NULL AND t.is_counted > 0
                        ORDER BY t.sort_at DESC, t.story_id DESC LIMIT @most) n)) c
             CROSS JOIN stories s ON s.id = c.value
             WHERE g.removed_at IS NULL
            """, new { most = CountersOfAFeed, cancellationToken }),
            static row => row.ToCounters(), cancellationToken);

    /// <summary>
    /// Candidates: the newest stories of each feed, the most widely reported clusters, and the stories that the reader marked. The ids of
    /// each feed pass through <c>json_each</c>, so that they drive the join: without it SQLite, knowing few statistics, scans all stories
    /// once for each feed.
    /// </summary>
    private static Task<IEnumerable<CandidateRow>> CandidateRowsAsync(SqliteConnection connection, StoryFilter filter) =>
        connection.QueryAsync<CandidateRow>(
            $"""
            WITH per_feed (count) AS MATERIALIZED (
                SELECT min(100, max(4, @Size / max(1, count(*)))) FROM feeds WHERE removed_at IS NULL),
            reported (cluster_id, feeds, last) AS MATERIALIZED (
                SELECT t.cluster_id, count(DISTINCT t.feed_id) AS feeds, max(t.sort_at) FROM {filter.From}
                 WHERE t.cluster_id IS NOT NULL AND t.sort_at >= @Earliest AND {filter.Candidates}
                 GROUP BY t.cluster_id HAVING feeds > 1),
            most_reported (cluster_id) AS (
                SELECT * FROM (SELECT cluster_id FROM reported WHERE last >= @Now - 86400
                                ORDER BY feeds DESC, cluster_id DESC LIMIT {WidelyReported})
                 UNION
                SELECT * FROM (SELECT cluster_id FROM reported WHERE last >= @Now - 3 * 86400
                                ORDER BY feeds DESC, cluster_id DESC LIMIT {WidelyReported})
                 UNION
                SELECT * FROM (SELECT cluster_id FROM reported ORDER BY feeds DESC, cluster_id DESC LIMIT {WidelyReported})),
            chosen (id) AS (
                SELECT c.value
                  FROM feeds g CROSS JOIN json_each((
                       SELECT json_group_array(n.story_id) FROM (
                           SELECT t.story_id FROM story_status t INDEXED BY {filter.NewestIndex}
                            WHERE t.feed_id = g.id AND t.sort_at >= @Earliest AND {filter.Candidates} AND {filter.Newest}
                            ORDER BY t.sort_at DESC, t.story_id DESC
                            LIMIT (SELECT count FROM per_feed)) n)) c
                 WHERE g.removed_at IS NULL AND g.id = coalesce(@FeedId, g.id)
                 UNION
                SELECT t.story_id FROM most_reported m CROSS JOIN {filter.From} ON t.cluster_id = m.cluster_id
                 WHERE t.sort_at >= @Earliest AND {filter.Candidates}
                 UNION
                SELECT t.story_id FROM (SELECT DISTINCT story_id FROM comments) d CROSS JOIN {filter.From} ON t.story_id = d.story_id
                 WHERE {filter.Candidates}
                 UNION
                SELECT t.story_id FROM {filter.From} WHERE t.saved_at IS NOT NULL AND {filter.Candidates} AND {filter.Newest}
                 UNION
                SELECT t.story_id FROM {filter.From} WHERE t.pinned_at IS NOT NULL AND {filter.Candidates} AND {filter.Newest})
            SELECT {CandidateRow.Columns}
              FROM chosen k CROSS JOIN story_status t ON t.story_id = k.id CROSS JOIN stories s ON s.id = k.id
            """,
            filter.Parameters);

    /// <summary>The clusters of candidates by id; each is counted once, however many of its stories are candidates.</summary>
    private static async Task<Dictionary<long, ClusterReference>> ClustersAsync(
        SqliteConnection connection, List<CandidateRow> rows, List<SourceRow> sources, CancellationToken cancellationToken)
    {
        var ids = StorageJson.OfIds([.. rows.Select(row => row.ClusterId).OfType<long>().Distinct()]);
        var reports = await connection.QueryAsync<ReportRow>(
            """
            SELECT o.cluster_id, o.feed_id
              FROM json_each(@ids) i CROSS JOIN story_status o ON o.cluster_id = i.value
            """, new { ids, cancellationToken }).ConfigureAwait(false);
        var sourceOf = sources.ToDictionary(source => source.Id, source => source.Source);
        return reports.GroupBy(report => report.ClusterId).ToDictionary(cluster => cluster.Key, cluster =>
            new ClusterReference(cluster.Key, cluster.Count())
            {
                Sources = cluster.DistinctBy(report => sourceOf.GetValueOrDefault(report.FeedId)).Count(),
            });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyDictionary<long, double>>(async connection =>
        {
            const int days = 30;
            var rows = await connection.QueryAsync<CountRow>(
                """
                SELECT p.id, p.count
                  FROM (SELECT f.id AS id, (SELECT count(*) FROM story_status t
                                             WHERE t.feed_id = f.id AND t.sort_at > @since AND t.sort_at <= @until) AS count FROM feeds f) p
                 WHERE p.count > 0
                """,
                new { since = now.AddDays(-days).ToUnixTimeSeconds(), until = now.ToUnixTimeSeconds(), cancellationToken })
                    .ConfigureAwait(false);
            return rows.ToDictionary(row => row.Id, row => row.Count / (double)days);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<DatabaseState> StateAsync(CancellationToken cancellationToken) => database.StateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(
        IReadOnlyList<long> clusterIds, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyDictionary<long, ClusterCoverage>>(async connection =>
        {
            var rows = await connection.QueryAsync<CoverageRow>(
                $"""
                SELECT o.cluster_id, coalesce(e.own_title, e.title, shown_address(e.feed_url)) AS Feed,
                       min(o.sort_at) AS First, max(o.sort_at) AS Last
                  FROM json_each(@ids) i CROSS JOIN story_status o ON o.cluster_id = i.value CROSS JOIN feeds e ON e.id = o.feed_id
                 GROUP BY o.cluster_id, {StoryRow.Source}
                 ORDER BY First, min(e.id)
                """,
                new { ids = StorageJson.OfIds(clusterIds), cancellationToken }).ConfigureAwait(false);
            return rows.GroupBy(row => row.ClusterId).ToDictionary(cluster => cluster.Key, cluster => new ClusterCoverage(
                [.. cluster.Select(row => row.Feed)],
                UnixTime.Read(cluster.Min(row => row.First)), UnixTime.Read(cluster.Max(row => row.Last))));
        }, cancellationToken);
}

/// <summary>The reports of a feed in a cluster.</summary>
internal sealed class CoverageRow
{
    public long ClusterId { get; set; }
    public string Feed { get; set; } = "";
    public long First { get; set; }
    public long Last { get; set; }
}
