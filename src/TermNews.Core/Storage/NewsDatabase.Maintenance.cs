using Dapper;
using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage;

/// <summary>What a database holds.</summary>
public sealed record DatabaseStats
{
    /// <summary>The file, or <see cref="NewsDatabase.MemoryPath"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of the file and its log.</summary>
    public required long Bytes { get; init; }

    /// <summary>The schema's version.</summary>
    public required int Schema { get; init; }

    /// <summary>Subscriptions.</summary>
    public required long Feeds { get; init; }

    /// <summary>Stories.</summary>
    public required long Stories { get; init; }

    /// <summary>Unread stories, neither hidden nor muted.</summary>
    public required long Unread { get; init; }

    /// <summary>Saved stories.</summary>
    public required long Saved { get; init; }

    /// <summary>Pinned stories.</summary>
    public required long Pinned { get; init; }

    /// <summary>Hidden stories.</summary>
    public required long Hidden { get; init; }

    /// <summary>Muted stories.</summary>
    public required long Muted { get; init; }

    /// <summary>The reader's comments.</summary>
    public required long Comments { get; init; }

    /// <summary>Drafts of comments.</summary>
    public required long Drafts { get; init; }

    /// <summary>Bytes of the stories' texts, compressed as they are kept.</summary>
    public required long TextBytes { get; init; }
}

public sealed partial class NewsDatabase
{
    /// <summary>Looks for damage, in the file, between the tables and in the search index. Gives a line for each problem.</summary>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<string>>(async connection =>
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
            .. found.Where(line => line != "ok"), .. loose,
            .. differing == 0 ? Array.Empty<string>() : [$"The search index differs from the stories by {differing}."],
        ];
    }, cancellationToken);

    /// <summary>Writes a copy of the database as it is now, while others read and write; the file appears only when it is whole.</summary>
    /// <exception cref="NewsException">The file exists already, or cannot be written.</exception>
    public Task BackupAsync(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new NewsException(NewsFault.WrongUse, "The path of the backup is empty; name a file that does not exist yet.");
        var target = System.IO.Path.GetFullPath(path);
        if (File.Exists(target) || Directory.Exists(target))
            throw DatabaseFault.Unreadable($"{target} exists already; name a file that does not exist yet.");
        return RunAsync(connection =>
        {
            CopyTo(connection, target, overwrite: false);
            return Task.FromResult(true);
        }, cancellationToken);
    }

    /// <summary>What the database holds.</summary>
    public Task<DatabaseStats> StatsAsync(CancellationToken cancellationToken) => RunAsync(async connection =>
    {
        var row = await connection.QuerySingleAsync<DatabaseStatsRow>(
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
                   (SELECT coalesce(sum(octet_length(packed)), 0) FROM text_blocks) AS TextBytes,
                   (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS Pages
            """, new { now = Now, cancellationToken }).ConfigureAwait(false);
        return row.ToStats(Path, _memory is null ? SizeOf(Path) + SizeOf(Path + "-wal") : row.Pages);
    }, cancellationToken);

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>The connection that migrates holds the write lock; a second one still reads what is to be copied.</summary>
    private void BackUpBeforeMigration(int version)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        CopyTo(connection, $"{Path}.backup-v{version}", overwrite: true);
    }

    private static void CopyTo(SqliteConnection source, string target, bool overwrite)
    {
        var unfinished = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            if (!OperatingSystem.IsWindows())
                new FileStream(unfinished, new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }).Dispose();
            using (var copy = new SqliteConnection(ConnectionString(unfinished, SqliteOpenMode.ReadWriteCreate)))
            {
                copy.Open();
                source.BackupDatabase(copy);
            }
            File.Move(unfinished, target, overwrite);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw DatabaseFault.Unreadable($"The backup {target} cannot be written: {DatabaseFault.Reason(ex)}; name another file.", ex);
        }
        catch (SqliteException ex)
        {
            throw DatabaseFault.Unreadable(
                $"The backup {target} cannot be written ({ex.Message.TrimEnd('.')}); make room or name another file.", ex);
        }
        finally
        {
            foreach (var left in (string[])[unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal"])
                File.Delete(left);
        }
    }
}

/// <summary>The counts of <see cref="DatabaseStats"/> as SQLite gives them.</summary>
internal sealed class DatabaseStatsRow
{
    public long Schema { get; set; }
    public long Feeds { get; set; }
    public long Stories { get; set; }
    public long Unread { get; set; }
    public long Saved { get; set; }
    public long Pinned { get; set; }
    public long Hidden { get; set; }
    public long Muted { get; set; }
    public long Comments { get; set; }
    public long Drafts { get; set; }
    public long TextBytes { get; set; }
    public long Pages { get; set; }

    public DatabaseStats ToStats(string path, long bytes) => new()
    {
        Path = path,
        Bytes = bytes,
        Schema = (int)Schema,
        Feeds = Feeds,
        Stories = Stories,
        Unread = Unread,
        Saved = Saved,
        Pinned = Pinned,
        Hidden = Hidden,
        Muted = Muted,
        Comments = Comments,
        Drafts = Drafts,
        TextBytes = TextBytes,
    };
}
