using Dapper;
using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>Sets aside what cannot be read, so that everything else can.</summary>
public static class DatabaseRepair
{
    /// <summary>
    /// Moves damaged texts and values, as they are, to the table <c>damaged</c>; the next refresh fetches the texts again that their feeds
    /// still have. Makes damaged indexes anew, and brings the search index up to date. Damaged pages are not repaired.
    /// </summary>
    /// <returns>A line for each thing that was set aside.</returns>
    /// <exception cref="NewsException">The database cannot be written.</exception>
    public static Task<IReadOnlyList<string>> RepairAsync(this NewsDatabase database, CancellationToken cancellationToken) =>
        database.KeepAsync<IReadOnlyList<string>>(async connection =>
    {
        List<string> lines = [];
        DecodedColumns.Prepare(connection);
        var faults = await connection.QueryAsync<string>("PRAGMA integrity_check", new { cancellationToken }).ConfigureAwait(false);
        foreach (var index in PageDamage.Indexes(faults))
            PastDamage(() => PreparedStatements.Of(connection).Run($"REINDEX \"{index.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        foreach (var column in DecodedColumns.All)
        {
            PastDamage(() =>
            {
                var rows = DamageSearch.Values(connection, column);
                if (rows.Count > 0)
                    SetAside(PreparedStatements.Of(connection), column, database.Now);
                lines.AddRange(rows.Select(row => row.Sentence(column)));
            });
        }
        IReadOnlyList<long> blocks = [];
        PastDamage(() => blocks = DamageSearch.UnreadableBlocks(connection));
        var texts = await DamageSearch.TextsAsync(connection, blocks, cancellationToken).ConfigureAwait(false);
        SetAside(PreparedStatements.Of(connection), blocks, texts, database.Now);
        lines.AddRange(texts.Select(static row => row.TextSentence));
        await MendIndexAsync(connection, cancellationToken).ConfigureAwait(false);
        return [.. lines.Distinct()];
    }, cancellationToken);

    /// <summary>Leaves alone what lies on a damaged page; a check names it.</summary>
    private static void PastDamage(Action repair)
    {
        try
        {
            repair();
        }
        catch (SqliteException ex) when (DatabaseFault.IsDamage(ex))
        {
            // The check that follows names it.
        }
    }

    private static void SetAside(PreparedStatements statements, DecodedColumn column, long now)
    {
        statements.Run(
            $"""
            INSERT INTO damaged (subject, row_id, story_id, value, set_aside_at)
            SELECT '{column.Subject}', {column.RowId}, {column.StoryId}, {column.Name}, @1 FROM {column.Table} WHERE {column.IsBad}
            """, now);
        statements.Run(
            column.Instead is null
                ? $"DELETE FROM {column.Table} WHERE {column.IsBad} AND @1 IS NOT NULL"
                : $"UPDATE OR IGNORE {column.Table} SET {column.Name} = {column.Instead} WHERE {column.IsBad} AND @1 IS NOT NULL", now);
    }

    private static void SetAside(PreparedStatements statements, IReadOnlyList<long> blocks, IReadOnlyList<DamageRow> texts, long now)
    {
        foreach (var block in blocks)
            SetBlockAside(statements, block, now);
        foreach (var text in texts)
        {
            statements.Run(
                """
                INSERT INTO damaged (subject, row_id, story_id, value, set_aside_at)
                SELECT 'story_text.place', block_id, story_id, place, @2 FROM story_text WHERE story_id = @1
                """, text.StoryId, now);
            statements.Run("DELETE FROM story_text WHERE story_id = @1", text.StoryId);
            // Its entry is taken for a changed one, and its feed is asked for the whole document.
            statements.Run("UPDATE stories SET fingerprint = 0, text_fingerprint = 0 WHERE id = @1", text.StoryId);
            statements.Run(
                "UPDATE feeds SET etag = NULL, last_modified = NULL WHERE id = (SELECT feed_id FROM stories WHERE id = @1)", text.StoryId);
        }
        foreach (var block in blocks)
            statements.Run("DELETE FROM text_blocks WHERE id = @1", block);   // Where no story was in it; else it is gone already.
    }

    private static void SetBlockAside(PreparedStatements statements, long block, long now)
    {
        const string insert = "INSERT INTO damaged (subject, row_id, value, set_aside_at)";
        try
        {
            statements.Run(
                $"{insert} SELECT 'text_blocks.packed', id, packed, @2 FROM text_blocks WHERE id = @1", block, now);
        }
        catch (SqliteException ex) when (DatabaseFault.IsDamage(ex))
        {
            statements.Run($"{insert} VALUES ('text_blocks.packed', @1, NULL, @2)", block, now);
        }
    }

    private static async Task MendIndexAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(
            """
            INSERT OR IGNORE INTO unindexed (story_id)
            SELECT id FROM stories s WHERE NOT EXISTS (SELECT 1 FROM story_index_docsize WHERE id = s.id)
            """, new { cancellationToken }).ConfigureAwait(false);
        await connection.ExecuteAsync(
            """
            DELETE FROM story_index WHERE rowid IN (
                SELECT id FROM story_index_docsize d WHERE NOT EXISTS (SELECT 1 FROM stories WHERE id = d.id))
            """, new { cancellationToken }).ConfigureAwait(false);
    }
}
