using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Searching;

/// <summary>The full-text index (FTS5) of a <see cref="NewsDatabase"/>.</summary>
/// <param name="database">The database.</param>
public sealed class SearchIndex(NewsDatabase database) : ISearchIndex
{
    /// <summary>Stories indexed in one transaction, few enough that other writers do not wait long.</summary>
    private const int BatchSize = 500;

    /// <summary>
    /// The pause between transactions. A waiting connection of SQLite retries after 25 ms at first, so it gets the lock in between.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    /// <inheritdoc/>
    public Task<int> CountWaitingAsync(CancellationToken cancellationToken) => database.RunAsync(
        connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM unindexed", new { cancellationToken }), cancellationToken);

    /// <inheritdoc/>
    public async Task CatchUpAsync(IndexPace pace, CancellationToken cancellationToken)
    {
        if (database.IsReadOnly)
            return;
        for (var isFirst = true; await IsBehindAsync(cancellationToken).ConfigureAwait(false); isFirst = false)
        {
            if (pace == IndexPace.Behind && !isFirst)
                await Task.Delay(Pause, database.Clock, cancellationToken).ConfigureAwait(false);
            await database.WriteAsync(connection => AddBatchAsync(connection, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<bool> IsBehindAsync(CancellationToken cancellationToken) => database.RunAsync(
        connection => connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM unindexed)", new { cancellationToken }),
        cancellationToken);

    private static async Task<int> AddBatchAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        List<UnindexedRow> rows = [.. await connection.QueryAsync<UnindexedRow>(
            """
            SELECT u.story_id, s.title, s.author, s.categories, s.feed_id,
                   s.lead, t.block_id, t.place
              FROM (SELECT story_id FROM unindexed ORDER BY story_id LIMIT @size) u
              JOIN stories s ON s.id = u.story_id
              LEFT JOIN story_text t ON t.story_id = u.story_id
            """,
            new { size = BatchSize, cancellationToken }).ConfigureAwait(false)];
        var statements = PreparedStatements.Of(connection);
        var texts = new TextBlockReader(statements);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            statements.Run(
                "INSERT OR REPLACE INTO story_index (rowid, body, title, author, categories, feed) VALUES (@1, @2, @3, @4, @5, @6)",
                row.StoryId, Separated(texts.ReadWords(row)), Separated(row.Title), Separated(row.Author), Separated(row.ToCategories()),
                    row.FeedId);
        }
        if (rows.Count > 0)
            await connection.ExecuteAsync("DELETE FROM unindexed WHERE story_id <= @last",
                new { last = rows[^1].StoryId, cancellationToken }).ConfigureAwait(false);
        return rows.Count;
    }

    private static string? Separated(string? text) => text is null ? null : SearchText.Separate(text);
}

/// <summary>The columns of a story that are indexed.</summary>
internal sealed class UnindexedRow
{
    public long StoryId { get; set; }
    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? Categories { get; set; }
    public long FeedId { get; set; }
    public string? Lead { get; set; }
    public long? BlockId { get; set; }
    public long? Place { get; set; }

    public string? ToCategories() => Categories is null ? null : string.Join(" ; ", StorageJson.ReadTexts(Categories));
}
