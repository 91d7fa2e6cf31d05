using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>Queries whose rows are converted one by one.</summary>
internal static class DatabaseReads
{
    /// <summary>All rows of a query, each converted.</summary>
    public static Task<IReadOnlyList<T>> ListAsync<TRow, T>(
        this NewsDatabase database, Func<SqliteConnection, Task<IEnumerable<TRow>>> query, Func<TRow, T> convert,
        CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<T>>(
            async connection => [.. (await query(connection).ConfigureAwait(false)).Select(convert)], cancellationToken);

    /// <summary>The first row of a query, converted; null if there is none.</summary>
    public static Task<T?> FindAsync<TRow, T>(
        this NewsDatabase database, Func<SqliteConnection, Task<TRow?>> query, Func<TRow, T> convert, CancellationToken cancellationToken)
        where TRow : class
        where T : class =>
        database.RunAsync(
            async connection => await query(connection).ConfigureAwait(false) is { } row ? convert(row) : null, cancellationToken);
}
