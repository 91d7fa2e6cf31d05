using Dapper;
using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>What a database took and takes of its disk.</summary>
/// <param name="Before">Bytes of the file and its log before.</param>
/// <param name="After">Bytes after.</param>
public readonly record struct VacuumReport(long Before, long After);

/// <summary>Gives back the room that deleted rows left in the file.</summary>
public static class DatabaseVacuum
{
    /// <summary>
    /// Writes the database anew without gaps. Others can read meanwhile, and wait to write. The log is emptied as far as nobody reads from
    /// it.
    /// </summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.Unreadable"/>: it cannot be written, another program writes to it, or its disk has no room for a second copy.
    /// </exception>
    public static Task<VacuumReport> VacuumAsync(this NewsDatabase database, CancellationToken cancellationToken) =>
        database.RunAsync(async connection =>
    {
        if (database.ReadOnlyReason is { } reason)
            throw DatabaseFault.Unreadable($"The database {database.Path} cannot be written: {reason}; see to it and try again.");
        var before = await SizeAsync(database, connection, cancellationToken).ConfigureAwait(false);
        await RequireRoomAsync(database, connection, cancellationToken).ConfigureAwait(false);
        // Its temporary file is as large as the database, so it must not be in memory.
        await connection.ExecuteAsync("PRAGMA temp_store = FILE", new { cancellationToken }).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync("VACUUM", new { cancellationToken }, commandTimeout: 0).ConfigureAwait(false);
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)", new { cancellationToken }).ConfigureAwait(false);
        }
        finally
        {
            await connection.ExecuteAsync("PRAGMA temp_store = MEMORY").ConfigureAwait(false);
        }
        return new VacuumReport(before, await SizeAsync(database, connection, cancellationToken).ConfigureAwait(false));
    }, cancellationToken);

    /// <summary>SQLite writes what is left twice: to a temporary file, and to the log (https://sqlite.org/lang_vacuum.html).</summary>
    private static async Task RequireRoomAsync(NewsDatabase database, SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (database.IsInMemory)
            return;
        var needed = 2 * await connection.ExecuteScalarAsync<long>(
            "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
            new { cancellationToken }).ConfigureAwait(false);
        if (FreeRoom.Of(database.Path) is { } free && free < needed)
            throw DatabaseFault.Unreadable(string.Create(CultureInfo.InvariantCulture,
                $"The disk of {database.Path} has {free:N0} bytes left, and a vacuum needs {needed:N0} for a while; make room first."));
    }

    private static async Task<long> SizeAsync(NewsDatabase database, SqliteConnection connection, CancellationToken cancellationToken) =>
        database.IsInMemory
            ? await connection.ExecuteScalarAsync<long>(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", new { cancellationToken }).ConfigureAwait(false)
            : DatabaseUpkeep.SizeOf(database.Path) + DatabaseUpkeep.SizeOf(database.Path + "-wal");
}
