using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Reading;

/// <summary>Reads lists that are ordered by time, single stories and their texts.</summary>
internal sealed class StoryPages(NewsDatabase database, FilteredReads reads) : IStoryReader
{
    /// <inheritdoc/>
    public Task<StoryPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken) =>
        reads.RunAsync(query.Search, async connection =>
        {
            var filter = await reads.FilterAsync(connection, query, cancellationToken).ConfigureAwait(false);
            if (after is not null)
                (filter.Parameters.Key, filter.Parameters.Id) = (after.Key, after.Id);
            filter.Parameters.Size = Math.Max(1, size) + 1L;   // One more row shows whether there is a next page.
            var rows = await ListAsync(connection, filter).ConfigureAwait(false);
            var hasMore = rows.Count == filter.Parameters.Size;
            if (hasMore)
                rows.RemoveAt(rows.Count - 1);
            return new StoryPage([.. rows.Select(row => row.ToStory())], hasMore ? new StoryCursor(rows[^1].Key, rows[^1].Id) : null);
        }, cancellationToken);

    private static async Task<List<StoryRow>> ListAsync(SqliteConnection connection, StoryFilter filter)
    {
        var rows = await connection.QueryAsync<StoryRow>(
            $"""
            SELECT {StoryRow.Columns}, k.key
              FROM (SELECT t.story_id AS id, {filter.Key} AS key
                      FROM {filter.From}
                     WHERE {filter.Where} AND ({filter.Key}, t.story_id) {filter.After} (@Key, @Id)
                     ORDER BY {filter.Key} {filter.Direction}, t.story_id {filter.Direction}
                     LIMIT @Size) k
              {StoryRow.Joins}
             ORDER BY k.key {filter.Direction}, k.id {filter.Direction}
            """,
            filter.Parameters).ConfigureAwait(false);
        return [.. rows];
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken) => reads.RunAsync(query.Search, async connection =>
    {
        var filter = await reads.FilterAsync(connection, query, cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<int>($"SELECT {filter.Count}", filter.Parameters).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamedCount>> CountByAsync(StoryQuery query, StoryGrouping grouping, CancellationToken cancellationToken) =>
        reads.RunAsync<IReadOnlyList<NamedCount>>(query.Search, async connection =>
        {
            var filter = await reads.FilterAsync(connection, query, cancellationToken).ConfigureAwait(false);
            var rows = await connection.QueryAsync<CountRow>(grouping switch
            {
                StoryGrouping.Feed =>
                    $"""
                    SELECT f.id, coalesce(f.own_title, f.title, shown_address(f.feed_url)) AS Name, n.count
                      FROM (SELECT t.feed_id, count(*) AS count FROM {filter.From} WHERE {filter.Where} GROUP BY t.feed_id) n
                      JOIN feeds f ON f.id = n.feed_id
                     ORDER BY n.count DESC, Name, Id
                    """,
                StoryGrouping.Category =>
                    $"""
                    SELECT min(g.id) AS Id, min(g.name) AS Name, count(DISTINCT sc.story_id) AS Count
                      FROM story_categories sc JOIN categories g ON g.id = sc.category_id
                     WHERE sc.story_id IN (SELECT t.story_id FROM {filter.From} WHERE {filter.Where})
                     GROUP BY g.folded
                     ORDER BY Count DESC, Name
                    """,
            }, filter.Parameters).ConfigureAwait(false);
            return [.. rows.Select(row => new NamedCount(row.Name, (int)row.Count))];
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken) => database.FindAsync(
        connection => connection.QueryFirstOrDefaultAsync<StoryRow>(
            $"SELECT {StoryRow.Columns}, 0 AS Key FROM (SELECT @storyId AS id) k {StoryRow.Joins}",
            new { storyId, cancellationToken }),
        static row => row.ToStory(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<StoryRow>(
            $"""
            SELECT {StoryRow.Columns}, 0 AS Key
              FROM (SELECT value AS id, key AS place FROM json_each(@ids)) k {StoryRow.Joins}
             ORDER BY k.place
            """,
            new { ids = StorageJson.OfIds(storyIds), cancellationToken }),
            static row => row.ToStory(), cancellationToken);

    /// <inheritdoc/>
    public Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        try
        {
            var row = await connection.QueryFirstOrDefaultAsync<StoryTextRow>(
                """
                SELECT b.packed, b.texts, t.place
                  FROM story_text t JOIN text_blocks b ON b.id = t.block_id
                 WHERE t.story_id = @storyId
                """, new { storyId, cancellationToken }).ConfigureAwait(false);
            return row is null ? new StoryText(null, null) : TextBlock.Unpack(row.Packed, (int)row.Texts, (int)row.Place);
        }
        catch (Exception ex) when (ex is InvalidDataException || (ex is SqliteException cause && DatabaseFault.IsDamage(cause)))
        {
            throw new NewsException(NewsFault.DamagedText,
                $"The text of story {storyId} is damaged; `termnews db check --repair` sets it aside.", ex);
        }
    }, cancellationToken);
}
