using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>Writes copies of databases.</summary>
internal static class DatabaseCopy
{
    /// <summary>Copies the current state of a database. The file appears only when it is complete.</summary>
    /// <exception cref="NewsException">The file cannot be written.</exception>
    public static void Write(SqliteConnection source, string target, bool overwrite)
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
            using (var copy = new SqliteConnection(NewsDatabase.ConnectionString(unfinished, SqliteOpenMode.ReadWriteCreate)))
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
