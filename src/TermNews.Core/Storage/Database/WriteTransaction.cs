using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TermNews.Core.Storage.Database;

/// <summary>
/// A transaction that has the write lock from its beginning and is rolled back unless committed. Not <see cref="SqliteTransaction"/>:
/// that must be given to each command, which the generated Dapper code does only where it is written at each call.
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

    /// <summary>SQLite has already rolled back after some errors; then it is in autocommit mode.</summary>
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
