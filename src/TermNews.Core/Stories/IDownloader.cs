namespace TermNews.Core.Stories;

/// <summary>Brings files that belong to stories onto this machine.</summary>
public interface IDownloader
{
    /// <summary>Brings a file. What was brought of one that breaks off is taken away again.</summary>
    /// <param name="enclosure">The file.</param>
    /// <param name="path">Where to; null for a name of its own in the folder for downloads. A file that is there stays: the new one gets a number.</param>
    /// <param name="progress">Told now and then, on any thread; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="NewsException">It cannot be had or written; the sentence says why.</exception>
    Task<string> DownloadAsync(Enclosure enclosure, string? path, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>How far a download is.</summary>
/// <param name="Bytes">Bytes that are there.</param>
/// <param name="Total">Bytes of the whole file; null where the server does not say.</param>
public sealed record DownloadProgress(long Bytes, long? Total);
