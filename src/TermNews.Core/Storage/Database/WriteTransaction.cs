using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TermNews.Core.Storage.Database;

/// <summary>
/// A transaction that takes the write lock at its start and is rolled back unless committed. <see cref="SqliteTransaction"/> is not used
/// because it has to be passed to each command.
/// </summary>
internal sealed class WriteTransaction : IDisposable
{
    private readonly SqliteConnection _connection;

    public WriteTransaction(SqliteConnection connection)
    {
        _connection = connection;
        Run("BEGIN IMMEDIATE");
    }

    public void Commit() => Run("COMMIT");

    /// <summary>After some errors SQLite has already rolled back; it is in autocommit mode then.</summary>
    public void Dispose()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
            Run("ROLLBACK");
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
