namespace TermNews.Core.Feeds.Fetching;

/// <summary>Reads feeds from local files.</summary>
internal static class FileSource
{
    /// <summary>Reads a file, unless it is unchanged since <see cref="FetchRequest.LastModified"/>.</summary>
    public static async Task<FetchResult> ReadAsync(FetchRequest request, Uri uri, FetchLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadFileAsync(request, uri.LocalPath, limits, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return FetchResult.Failed(request.Url, $"The file {uri.LocalPath} cannot be read.");
        }
        catch (NewsException ex)
        {
            return FetchResult.Failed(request.Url, ex.Message);
        }
    }

    private static async Task<FetchResult> ReadFileAsync(
        FetchRequest request, string path, FetchLimits limits, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return FetchResult.Failed(request.Url, $"There is no file {path}.");
        // Pipes and devices have no length, and a read from them may never end.
        if (file.Length == 0)
            return FetchResult.Failed(request.Url, $"The file {path} is empty.");
        if (file.Length > limits.ContentBytes)
            return FetchResult.Failed(request.Url, $"The file {path} is larger than {limits.ContentBytes / (1024 * 1024)} MiB.");
        var modified = file.LastWriteTimeUtc.ToString("R", CultureInfo.InvariantCulture);
        if (modified == request.LastModified)
            return new FetchResult { Status = FetchStatus.NotModified, Url = request.Url, LastModified = modified };
        var content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return new FetchResult
        {
            Status = FetchStatus.Fetched,
            Url = request.Url,
            Content = GzipDocument.Inflate(content),
            LastModified = modified,
            WireBytes = content.Length,
        };
    }
}
