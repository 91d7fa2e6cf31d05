using Dapper;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

/// <summary>Pictures in a <see cref="NewsDatabase"/>, within limits of their own.</summary>
/// <param name="database">Where they are.</param>
/// <param name="mostBytes">How large they may be together.</param>
public sealed class PictureRepository(NewsDatabase database, long mostBytes = PictureRepository.MostBytes) : IPictureRepository
{
    /// <summary>How large they may be together, in bytes.</summary>
    public const long MostBytes = 32L * 1024 * 1024;

    /// <inheritdoc/>
    public Task<byte[]?> FindAsync(string url, CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        var row = await connection.QueryFirstOrDefaultAsync<PictureFileRow>(
            "SELECT file FROM pictures WHERE url = @url", new { url, cancellationToken }).ConfigureAwait(false);
        return row?.File;
    }, cancellationToken);

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

/// <summary>A picture as SQLite gives it.</summary>
internal sealed class PictureFileRow
{
    public byte[] File { get; set; } = [];
}
