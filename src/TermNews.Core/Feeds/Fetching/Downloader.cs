namespace TermNews.Core.Feeds.Fetching;

/// <summary>Downloads enclosures into a folder, with the connections, credentials and proxies of feeds.</summary>
/// <param name="fetcher">Fetches.</param>
/// <param name="folder">The folder for downloads, created when it is missing.</param>
/// <param name="mostBytes">The largest accepted file in bytes.</param>
public sealed class Downloader(FeedFetcher fetcher, string folder, long mostBytes) : IDownloader
{
    /// <inheritdoc/>
    public async Task<string> DownloadAsync(
        Enclosure enclosure, string? path, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var wanted = Path.GetFullPath(path ?? Path.Combine(folder, FileNames.Of(enclosure)));
        var part = $"{wanted}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(wanted)!);
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024))
            {
                var request = new FetchRequest(enclosure.Url) { Kind = FetchKind.File, MostBytes = mostBytes };
                if (await fetcher.DownloadAsync(request, file, progress, cancellationToken).ConfigureAwait(false) is { } fault)
                    throw new NewsException(NewsFault.Network, fault);
            }
            var free = FileNames.Free(wanted);
            File.Move(part, free, overwrite: false);
            return free;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new NewsException(
                NewsFault.Unreadable, $"{wanted} cannot be written; check the folder, its room and who may write there.", ex);
        }
        finally
        {
            TryDelete(part);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // The partial file beside the target is harmless, and the error that led here matters more.
        }
    }
}
