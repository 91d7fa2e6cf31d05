using Dapper;

namespace TermNews.Core.Storage.Database;

/// <summary>The upkeep of a database: checks, backups and figures.</summary>
public static class DatabaseUpkeep
{
    /// <summary>
    /// Checks the file, the references between tables, the search index, and that every row can be read. Returns one line for each problem.
    /// </summary>
    public static Task<IReadOnlyList<string>> CheckAsync(this NewsDatabase database, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<string>>(async connection =>
    {
        var found = await connection.QueryAsync<string>("PRAGMA integrity_check", new { cancellationToken }).ConfigureAwait(false);
        var loose = await connection.QueryAsync<string>(
            """
            SELECT DISTINCT 'A row of ' || "table" || ' names a row of ' || parent || ' that does not exist.' FROM pragma_foreign_key_check
            """, new { cancellationToken }).ConfigureAwait(false);
        var differing = await connection.ExecuteScalarAsync<long>(
            """
            SELECT (SELECT count(*) FROM stories s WHERE NOT EXISTS (SELECT 1 FROM story_index_docsize WHERE id = s.id)
                       AND NOT EXISTS (SELECT 1 FROM unindexed WHERE story_id = s.id))
                 + (SELECT count(*) FROM story_index_docsize d WHERE NOT EXISTS (SELECT 1 FROM stories WHERE id = d.id))
            """, new { cancellationToken }).ConfigureAwait(false);
        return
        [
            .. PageDamage.Explain(found), .. loose,
            .. differing == 0 ? Array.Empty<string>() : [$"The search index differs from the stories by {differing}."],
            .. await DamageSearch.RunAsync(connection, cancellationToken).ConfigureAwait(false),
        ];
    }, cancellationToken);

    /// <summary>Writes a copy of the current state while others read and write. The file appears only when it is complete.</summary>
    /// <exception cref="NewsException">The file exists already or cannot be written.</exception>
    public static Task BackupAsync(this NewsDatabase database, string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new NewsException(NewsFault.WrongUse, "The path of the backup is empty; name a file that does not exist yet.");
        var target = Path.GetFullPath(path);
        if (File.Exists(target) || Directory.Exists(target))
            throw DatabaseFault.Unreadable($"{target} exists already; name a file that does not exist yet.");
        return database.RunAsync(connection =>
        {
            DatabaseCopy.Write(connection, database.Path, target, overwrite: false);
            return Task.FromResult(true);
        }, cancellationToken);
    }

    /// <summary>The figures of the database.</summary>
    public static Task<DatabaseStats> StatsAsync(this NewsDatabase database, CancellationToken cancellationToken) =>
        database.RunAsync(async connection =>
    {
        var row = await connection.QuerySingleAsync<DatabaseStats>(
            """
            SELECT (SELECT user_version FROM pragma_user_version) AS Schema,
                   (SELECT count(*) FROM feeds WHERE removed_at IS NULL) AS Feeds,
                   (SELECT count(*) FROM stories) AS Stories,
                   (SELECT count(*) FROM story_status WHERE read_at IS NULL AND hidden_at IS NULL AND muted_until <= @now) AS Unread,
                   (SELECT count(*) FROM story_status WHERE saved_at IS NOT NULL) AS Saved,
                   (SELECT count(*) FROM story_status WHERE pinned_at IS NOT NULL) AS Pinned,
                   (SELECT count(*) FROM story_status WHERE hidden_at IS NOT NULL) AS Hidden,
                   (SELECT count(*) FROM story_status WHERE muted_until > 0 AND muted_until > @now) AS Muted,
                   (SELECT count(*) FROM comments) AS Comments,
                   (SELECT count(*) FROM drafts) AS Drafts,
                   (SELECT count(*) FROM dropped_entries) AS Dropped,
                   (SELECT coalesce(sum(octet_length(packed)), 0) FROM text_blocks) AS TextBytes,
                   (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS Bytes
            """, new { now = database.Now, cancellationToken }).ConfigureAwait(false);
        var bytes = database.IsInMemory ? row.Bytes : SizeOf(database.Path) + SizeOf(database.Path + "-wal");
        return row with { Path = database.Path, Bytes = bytes };
    }, cancellationToken);

    internal static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
