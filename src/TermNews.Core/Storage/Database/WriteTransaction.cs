using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TermNews.Core.Storage.Database;

/// <summary>
/// A transaction that has the write lock from its start and is rolled back unless committed. <see cref="SqliteTransaction"/> is not used
/// because it has to be passed to each command, and because waiting for the lock through it blocks a thread.
/// </summary>
internal sealed class WriteTransaction : IDisposable
{
    private const int Busy = 5;
    private readonly SqliteConnection _connection;

    private WriteTransaction(SqliteConnection connection) => _connection = connection;

    /// <summary>Begins a transaction; waits for the write lock without blocking a thread.</summary>
    /// <param name="connection">The connection, in no transaction.</param>
    /// <param name="patience">How long another connection may hold the lock.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SqliteException">SQLITE_BUSY after <paramref name="patience"/>, or what else is wrong.</exception>
    public static async Task<WriteTransaction> BeginAsync(
        SqliteConnection connection, TimeSpan patience, CancellationToken cancellationToken)
    {
        var handle = connection.Handle!;
        var wait = new LockWait(patience);
        _ = raw.sqlite3_busy_timeout(handle, 0);   // SQLite's own waiting blocks the thread, and newcomers overtake those who wait long.
        try
        {
            int code;
            while (((code = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE")) & 0xFF) == Busy
                && await wait.PauseAsync(cancellationToken).ConfigureAwait(false))
            {
            }
            SqliteException.ThrowExceptionForRC(code, handle);
            return new WriteTransaction(connection);
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(handle, NewsDatabase.BusyMilliseconds);
        }
    }

    /// <summary>Commits.</summary>
    /// <exception cref="SqliteException">The disk is full or failed; the transaction is rolled back when this is disposed.</exception>
    public void Commit() => Run("COMMIT");

    /// <summary>After some errors SQLite has already rolled back; it is in autocommit mode then.</summary>
    public void Dispose()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
            Run("ROLLBACK");
    }

    private void Run(string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_connection.Handle!, sql), _connection.Handle!);
}
