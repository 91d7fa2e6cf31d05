namespace TermNews.Core.Stories;

/// <summary>Downloads the files of stories.</summary>
public interface IDownloader
{
    /// <summary>Downloads a file. A partial file is deleted if the download breaks off.</summary>
    /// <param name="enclosure">The file.</param>
    /// <param name="path">
    /// The target; null for a generated name in the download folder. An existing file stays; the new one gets a number.
    /// </param>
    /// <param name="progress">Called now and then, on any thread; null for no reports.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="NewsException">It cannot be downloaded or written; the sentence says why.</exception>
    Task<string> DownloadAsync(Enclosure enclosure, string? path, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken);
}

/// <summary>The progress of a download.</summary>
/// <param name="Bytes">Bytes received.</param>
/// <param name="Total">The size of the file in bytes; null if the server does not say.</param>
public sealed record DownloadProgress(long Bytes, long? Total);
