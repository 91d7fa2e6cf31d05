using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>Puts a backup in the place of a database.</summary>
public static partial class DatabaseRestore
{
    private const int Busy = 5, Locked = 6;

    /// <summary>
    /// Copies a backup beside a database and checks the copy, keeps the database under another name, and puts the copy in its place. At
    /// each moment there is either the old database or the new one at the path. The next opening migrates it.
    /// </summary>
    /// <param name="path">The database; it may be damaged or missing.</param>
    /// <param name="backup">A TermNews database of this version or an older one. It is only read.</param>
    /// <param name="clock">The time that the name of what is kept has.</param>
    /// <param name="cancellationToken">Cancels the operation before anything is replaced.</param>
    /// <returns>Where the database is that was there before; null if there was none.</returns>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.Unreadable"/>: the backup is damaged or no TermNews database, the database is in use, or nothing can be
    /// written.
    /// </exception>
    public static async Task<string?> RunAsync(string path, string backup, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (path == NewsDatabase.MemoryPath || string.IsNullOrWhiteSpace(backup))
            throw new NewsException(NewsFault.WrongUse, "A backup is restored to a file: give its path with --db, and that of the backup.");
        (path, backup) = (Path.GetFullPath(path), Path.GetFullPath(backup));
        if (path == backup)
            throw new NewsException(NewsFault.WrongUse, $"{backup} is the database itself; name a backup of it.");
        try
        {
            DatabaseFile.CheckPath(path);
            CheckBackup(backup);
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            using var copy = UnfinishedCopy.Begin(path, path);
            await CopyAsync(path, backup, copy.Path, clock, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return Replace(path, copy, NameOfKept(path, clock));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw DatabaseFault.Unreadable(
                $"{backup} cannot be put in the place of {path}: {DatabaseFault.Reason(ex)}; nothing was changed.", ex);
        }
        catch (SqliteException ex)
        {
            throw Refused(path, backup, ex);
        }
    }

    private static NewsException Refused(string path, string backup, SqliteException ex) => DatabaseFault.Unreadable(
        DatabaseFault.IsDamage(ex) ? $"{backup} is damaged; name another backup. Nothing was changed."
        : $"{backup} cannot be put in the place of {path}: {DatabaseFault.WhyReadOnly(ex, path)}; nothing was changed.", ex);

    private static void CheckBackup(string backup)
    {
        DatabaseFile.CheckPath(backup);
        if (!File.Exists(backup))
            throw DatabaseFault.Unreadable($"There is no backup {backup}; name a file that `termnews db backup` made.");
        if (DatabaseFile.Inspect(backup, Migration.All[^1].Number) != FileBefore.Database)
            throw DatabaseFault.Unreadable($"{backup} is empty; name a file that `termnews db backup` made.");
    }

    private static async Task CopyAsync(
        string path, string backup, string target, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var source = await NewsDatabase.OpenToCopyAsync(backup, clock, cancellationToken).ConfigureAwait(false);
        await source.RunAsync(connection =>
        {
            try
            {
                DatabaseCopy.Fill(connection, target);
                return Task.FromResult(true);
            }
            catch (SqliteException ex)
            {
                throw Refused(path, backup, ex);
            }
        }, cancellationToken).ConfigureAwait(false);
        await using var copy = new SqliteConnection(NewsDatabase.ConnectionString(target, SqliteOpenMode.ReadWrite));
        copy.Open();
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA locking_mode = EXCLUSIVE";   // It leaves no -shm behind.
        check.ExecuteNonQuery();
        check.CommandText = "PRAGMA integrity_check(1)";
        if ((string?)check.ExecuteScalar() != "ok")
            throw DatabaseFault.Unreadable($"{backup} is damaged; name another backup. Nothing was changed.");
    }

    /// <summary>
    /// Opens the database so that nobody else has it open, and writes its log into it; null if it is missing or too damaged to be opened.
    /// </summary>
    private static SqliteConnection? TakeAlone(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            return null;
        var connection = new SqliteConnection(NewsDatabase.ConnectionString(path, SqliteOpenMode.ReadWrite));
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandTimeout = 1;
            foreach (var statement in (string[])
                ["PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT", "PRAGMA wal_checkpoint(TRUNCATE)"])
            {
                command.CommandText = statement;   // One by one: where several are run at once, a lock at the second is not told.
                command.ExecuteNonQuery();
            }
            return connection;
        }
        catch (SqliteException ex) when (ex.SqliteErrorCode is Busy or Locked)
        {
            connection.Dispose();
            throw DatabaseFault.Unreadable(
                $"The database {path} is in use; leave all readers and wait for all commands of TermNews, then try again. "
                + "Nothing was changed.", ex);
        }
        catch (SqliteException)
        {
            connection.Dispose();
            return null;   // Nobody else can use it either. Its log is kept as it is, beside it.
        }
    }

    /// <summary>Keeps the database, and its log where that cannot be written into it, under a second name, and replaces it.</summary>
    private static string? Replace(string path, UnfinishedCopy copy, string kept)
    {
        var isKept = false;
        try
        {
            if (TemporaryCopy.HasLog(path))
                Duplicate(path + "-wal", kept + "-wal");   // Now: SQLite deletes a log that it cannot read.
            using var alone = TakeAlone(path);
            if (alone is not null)
                File.Delete(kept + "-wal");
            var wasThere = File.Exists(path);
            if (wasThere)
                Duplicate(path, kept);
            isKept = true;
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            copy.Finish(overwrite: true);
            return wasThere ? kept : null;
        }
        catch
        {
            if (!isKept)
                File.Delete(kept + "-wal");
            throw;
        }
    }

    private static string NameOfKept(string path, TimeProvider clock)
    {
        var name = $"{path}.before-restore-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        var kept = name;
        for (var number = 2; File.Exists(kept) || File.Exists(kept + "-wal"); number++)
            kept = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return kept;
    }

    /// <summary>A second name for the same file, which takes no room; a copy where the file system has no such names.</summary>
    private static void Duplicate(string path, string other)
    {
        if (OperatingSystem.IsWindows() || Link(path, other) != 0)
            File.Copy(path, other);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string path, string other);
}
