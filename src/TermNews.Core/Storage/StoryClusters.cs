using Dapper;
using TermNews.Core.Clusters;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;

namespace TermNews.Core.Storage;

/// <summary>
/// The clusters of the stories in a <see cref="NewsDatabase"/>. A new story is compared only with stories within
/// <see cref="Clusterer.Window"/>.
/// </summary>
/// <param name="database">The database.</param>
public sealed class StoryClusters(NewsDatabase database) : IStoryClusters
{
    /// <summary>Stories written in one transaction: a few milliseconds, so that other writers wait no longer.</summary>
    private const int BatchSize = 500;

    /// <summary>Stories in one unit of parallel work: one thread reads rows while others tokenize.</summary>
    private const int ReadAtOnce = 250;

    private const int AllHeadlines = 0;

    /// <inheritdoc/>
    public Task<int> CountWaitingAsync(CancellationToken cancellationToken) => database.RunAsync(
        connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM unclustered", new { cancellationToken }), cancellationToken);

    /// <inheritdoc/>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (database.IsReadOnly || await CountWaitingAsync(cancellationToken).ConfigureAwait(false) == 0)
            return;
        var counts = await CountsAsync(cancellationToken).ConfigureAwait(false);
        var clusterer = new Clusterer(counts);
        var waiting = await WaitingAsync(clusterer, cancellationToken).ConfigureAwait(false);
        if (waiting.Count == 0)
            return;
        var around = await LoadAroundAsync(clusterer, waiting[0].At, waiting[^1].At, cancellationToken).ConfigureAwait(false);
        var changed = clusterer.Add(waiting, cancellationToken);
        await database.WriteAsync(connection =>
            Task.FromResult(Join(PreparedStatements.Of(connection), around, changed)), cancellationToken).ConfigureAwait(false);
        // In the order of the rows in the file; otherwise each batch rewrites nearly every page of a table.
        foreach (var batch in changed.OrderBy(pair => pair.Key).Chunk(BatchSize))
            await database.WriteAsync(connection => Task.FromResult(Write(PreparedStatements.Of(connection), batch)), cancellationToken)
                .ConfigureAwait(false);
        foreach (var batch in counts.Changed.Append((AllHeadlines, counts.Headlines)).Order().Chunk(2 * BatchSize))
            await database.WriteAsync(connection => Task.FromResult(Write(PreparedStatements.Of(connection), batch)), cancellationToken)
                .ConfigureAwait(false);
        foreach (var batch in waiting.Select(report => report.Id).Order().Chunk(2 * BatchSize))
            await database.WriteAsync(connection => Task.FromResult(Forget(PreparedStatements.Of(connection), batch)), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Moves the stories outside the window along with the cluster that they belong to.</summary>
    private static int Join(PreparedStatements statements, IReadOnlyList<(long Story, long Cluster)> around,
        IReadOnlyDictionary<long, long> changed)
    {
        var joined = new HashSet<(long From, long Into)>();
        foreach (var (story, from) in around)
        {
            if (changed.TryGetValue(story, out var into) && from != into && joined.Add((from, into)))
                statements.Run("UPDATE story_status SET cluster_id = @2 WHERE cluster_id = @1", from, into);
        }
        return joined.Count;
    }

    private static int Write(PreparedStatements statements, (long Story, long Cluster)[] batch)
    {
        foreach (var (story, cluster) in batch)
            statements.Run("UPDATE story_status SET cluster_id = @2 WHERE story_id = @1 AND cluster_id IS NOT @2", story, cluster);
        return batch.Length;
    }

    private static int Write(PreparedStatements statements, KeyValuePair<long, long>[] batch) =>
        Write(statements, [.. batch.Select(pair => (pair.Key, pair.Value))]);

    private static int Write(PreparedStatements statements, (int Word, int Headlines)[] batch)
    {
        foreach (var (word, headlines) in batch)
            statements.Run(
                """
                INSERT INTO cluster_words (word, headlines) VALUES (@1, @2)
                ON CONFLICT (word) DO UPDATE SET headlines = excluded.headlines
                """,
                (long)word, (long)headlines);
        return batch.Length;
    }

    /// <summary>Other stories may have been queued since the ids were read, so only ids without a gap form a range.</summary>
    private static int Forget(PreparedStatements statements, long[] batch)
    {
        var first = batch[0];
        for (var at = 1; at <= batch.Length; at++)
        {
            if (at < batch.Length && batch[at] == batch[at - 1] + 1)
                continue;
            statements.Run("DELETE FROM unclustered WHERE story_id BETWEEN @1 AND @2", first, batch[at - 1]);
            first = at < batch.Length ? batch[at] : first;
        }
        return batch.Length;
    }

    /// <summary>
    /// The queued stories, by time. They are read in the order of the file and sorted once only their reports are left, which are small.
    /// </summary>
    private Task<List<Report>> WaitingAsync(Clusterer clusterer, CancellationToken cancellationToken) =>
        database.RunAsync(async connection =>
    {
        List<Report> reports = [];
        var rows = connection.QueryUnbufferedAsync<ClusterRow>(
            $"""
            SELECT {ClusterRow.Columns}
              FROM unclustered u CROSS JOIN story_status t ON t.story_id = u.story_id CROSS JOIN stories s ON s.id = u.story_id
            """,
            new { cancellationToken });
        await Parallel.ForEachAsync(rows.Chunk(ReadAtOnce), cancellationToken, (chunk, _) =>
        {
            var read = clusterer.Read([.. chunk.Select(row => row.ToItem())]);
            lock (reports)
                reports.AddRange(read);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        reports.Sort((one, other) => one.At != other.At ? one.At.CompareTo(other.At) : one.Id.CompareTo(other.Id));
        return reports;
    }, cancellationToken);

    /// <summary>Loads the stories around the queued ones into the clusterer.</summary>
    /// <returns>The loaded stories that already have a cluster, with its id.</returns>
    private async Task<IReadOnlyList<(long Story, long Cluster)>> LoadAroundAsync(Clusterer clusterer, long first, long last,
        CancellationToken cancellationToken)
    {
        var splits = await SplitsAsync(cancellationToken).ConfigureAwait(false);
        return await database.RunAsync(async connection =>
        {
            List<(long Story, long Cluster)> clustered = [];
            var window = (long)Clusterer.Window.TotalSeconds;
            var rows = connection.QueryUnbufferedAsync<ClusterRow>(
                $"""
                SELECT {ClusterRow.Columns}
                  FROM story_status t CROSS JOIN stories s ON s.id = t.story_id
                 WHERE t.sort_at BETWEEN @from AND @until AND t.story_id NOT IN (SELECT story_id FROM unclustered)
                 ORDER BY t.sort_at, t.story_id
                """,
                new { from = first - window, until = last + window, cancellationToken });
            await foreach (var row in rows.ConfigureAwait(false))
            {
                clusterer.Load(row.ToItem() with { ApartFrom = [.. splits[row.StoryId]] });
                if (row.ClusterId is { } cluster)
                    clustered.Add((row.StoryId, cluster));
            }
            return clustered;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The splits that the reader made by hand; there are few.</summary>
    private Task<ILookup<long, long>> SplitsAsync(CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        var rows = await connection.QueryAsync<SplitRow>(
            "SELECT story_id, other_id FROM cluster_splits", new { cancellationToken }).ConfigureAwait(false);
        return rows.ToLookup(row => row.StoryId, row => row.OtherId);
    }, cancellationToken);

    private Task<TermCounts> CountsAsync(CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        List<WordRow> rows = [.. await connection.QueryAsync<WordRow>(
            "SELECT word, headlines FROM cluster_words", new { cancellationToken }).ConfigureAwait(false)];
        var counts = new TermCounts();
        counts.Load(
            (int)(rows.Find(row => row.Word == AllHeadlines)?.Headlines ?? 0),
            rows.Where(row => row.Word != AllHeadlines).Select(row => ((int)row.Word, (int)row.Headlines)));
        return counts;
    }, cancellationToken);
}

/// <summary>A row of <c>cluster_splits</c>.</summary>
internal sealed class SplitRow
{
    public long StoryId { get; set; }
    public long OtherId { get; set; }
}
