using Dapper;
using TermNews.Core.Storage.Database;

namespace TermNews.Core.Storage;

/// <summary>The pictures kept in a <see cref="NewsDatabase"/>; the oldest are dropped when a size limit is exceeded.</summary>
/// <param name="database">The database.</param>
/// <param name="mostBytes">The largest total size in bytes.</param>
public sealed class PictureRepository(NewsDatabase database, long mostBytes = PictureRepository.MostBytes) : IPictureRepository
{
    /// <summary>The largest total size in bytes: a few hundred pictures of about 100 KB.</summary>
    public const long MostBytes = 32L * 1024 * 1024;

    /// <inheritdoc/>
    public Task<byte[]?> FindAsync(string url, CancellationToken cancellationToken) => database.FindAsync(
        connection => connection.QueryFirstOrDefaultAsync<PictureFileRow>(
            "SELECT file FROM pictures WHERE url = @url", new { url, cancellationToken }),
        static row => row.File, cancellationToken);

    /// <inheritdoc/>
    public Task KeepAsync(string url, byte[] file, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        PreparedStatements.Of(connection).Run(
            "INSERT OR REPLACE INTO pictures (url, fetched_at, file) VALUES (@1, @2, @3)", url, database.Now, file);
        return await connection.ExecuteAsync(
            """
            DELETE FROM pictures WHERE url IN (
                SELECT url FROM (SELECT url, sum(length(file)) OVER (ORDER BY fetched_at DESC, url) AS bytes FROM pictures)
                 WHERE bytes > @mostBytes)
            """,
            new { mostBytes, cancellationToken }).ConfigureAwait(false);
    }, cancellationToken);
}

/// <summary>A row of <c>pictures</c>.</summary>
internal sealed class PictureFileRow
{
    public byte[] File { get; set; } = [];
}
