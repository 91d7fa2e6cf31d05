using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>Writes copies of databases.</summary>
internal static class DatabaseCopy
{
    /// <summary>Copies the current state of a database. The file appears only when it is complete and on the disk.</summary>
    /// <param name="source">The database.</param>
    /// <param name="path">Its path, whose mode the copy gets.</param>
    /// <param name="target">The copy.</param>
    /// <param name="overwrite">Whether it may replace a file.</param>
    /// <exception cref="NewsException">The file cannot be written.</exception>
    public static void Write(SqliteConnection source, string path, string target, bool overwrite)
    {
        try
        {
            using var unfinished = UnfinishedCopy.Begin(target, path);
            Fill(source, unfinished.Path);
            unfinished.Finish(overwrite);
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
    }

    /// <summary>Copies a database into an empty file.</summary>
    public static void Fill(SqliteConnection source, string target)
    {
        DatabaseFile.CheckPath(target);
        using var copy = new SqliteConnection(NewsDatabase.ConnectionString(target, SqliteOpenMode.ReadWriteCreate));
        copy.Open();
        source.BackupDatabase(copy);
    }
}
