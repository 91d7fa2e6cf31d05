using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Database;

/// <summary>Reads all rows as a reader would, and names what cannot be read.</summary>
internal static class DamageSearch
{
    /// <summary>The sentences of all that cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        List<string> found = [];
        DecodedColumns.Prepare(connection);
        foreach (var column in DecodedColumns.All)
            Try(column.Table, () => found.AddRange(Values(connection, column).Select(row => row.Sentence(column))));
        IReadOnlyList<long> blocks = [];
        Try("text_blocks", () => blocks = UnreadableBlocks(connection));
        var texts = await TextsAsync(connection, blocks, cancellationToken).ConfigureAwait(false);
        return [.. found.Concat(texts.Select(static row => row.TextSentence)).Distinct()];

        void Try(string table, Action look)
        {
            try
            {
                look();
            }
            catch (SqliteException ex) when (DatabaseFault.IsDamage(ex))
            {
                found.Add($"The table {table} cannot be read to its end.");
            }
        }
    }

    /// <summary>The rows whose value of a column is not in its form.</summary>
    public static IReadOnlyList<DamageRow> Values(SqliteConnection connection, DecodedColumn column)
    {
        List<DamageRow> found = [];
        using var rows = PreparedStatements.Of(connection).Read(
            $"""
            SELECT b.place, b.story, coalesce(s.title, s.lead, s.link)
              FROM (SELECT {column.RowId} AS place, {column.StoryId} AS story FROM {column.Table} WHERE {column.IsBad}) b
              LEFT JOIN stories s ON s.id = b.story
            """);
        while (rows.Read())
        {
            found.Add(new DamageRow
            {
                RowId = rows.GetInt64(0),
                StoryId = rows.IsDBNull(1) ? null : rows.GetInt64(1),
                Headline = rows.IsDBNull(2) ? null : rows.GetString(2),
            });
        }
        return found;
    }

    /// <summary>The blocks of texts that cannot be unpacked. Each is read by itself: a damaged page hides no other block.</summary>
    public static IReadOnlyList<long> UnreadableBlocks(SqliteConnection connection)
    {
        var statements = PreparedStatements.Of(connection);
        List<long> all = [];
        using (var ids = statements.Read("SELECT id FROM text_blocks"))
        {
            while (ids.Read())
                all.Add(ids.GetInt64(0));
        }
        return all.FindAll(id => !IsReadable(statements, id));
    }

    private static bool IsReadable(PreparedStatements statements, long id)
    {
        try
        {
            using var block = statements.Read("SELECT texts, packed FROM text_blocks WHERE id = @1", id);
            if (block.Read())
                TextBlock.Unpack(block.GetFieldValue<byte[]>(1), (int)block.GetInt64(0));
            return true;
        }
        catch (Exception ex) when (ex is InvalidDataException || (ex is SqliteException cause && DatabaseFault.IsDamage(cause)))
        {
            return false;
        }
    }

    /// <summary>The stories whose text is in one of these blocks, or at a place that its block does not have.</summary>
    public static async Task<IReadOnlyList<DamageRow>> TextsAsync(
        SqliteConnection connection, IReadOnlyList<long> blocks, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<DamageRow>(
            """
            SELECT t.block_id AS RowId, t.story_id, coalesce(s.title, s.lead, s.link) AS Headline
              FROM story_text t LEFT JOIN text_blocks b ON b.id = t.block_id LEFT JOIN stories s ON s.id = t.story_id
             WHERE t.block_id IN (SELECT value FROM json_each(@ids)) OR t.place < 0 OR t.place >= b.texts OR b.id IS NULL
             ORDER BY t.story_id
            """, new { ids = StorageJson.OfIds(blocks), cancellationToken }).ConfigureAwait(false);
        return [.. rows];
    }
}

/// <summary>A row with something that cannot be read.</summary>
internal sealed class DamageRow
{
    public long RowId { get; set; }
    public long? StoryId { get; set; }
    public string? Headline { get; set; }

    /// <summary>What is wrong with its text.</summary>
    public string TextSentence => $"{Subject}: its text cannot be read.";

    private string Subject => $"Story {StoryId} ({ForeignText.CleanLine(Headline ?? "no title")})";

    /// <summary>What is wrong with its value of a column.</summary>
    public string Sentence(DecodedColumn column) =>
        StoryId is null ? $"Row {RowId}: {column.Subject} {column.Fault}." : $"{Subject}: {column.Subject} {column.Fault}.";
}
