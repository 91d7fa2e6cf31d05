namespace TermNews.Core.UseCases;

/// <summary>Downloads files that belong to stories.</summary>
/// <param name="downloader">Downloads; null where the network must not be touched.</param>
/// <param name="clock">Paces the progress.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws.</param>
public sealed class DownloadFile(IDownloader? downloader, TimeProvider clock, Func<Func<Task>, Task> runBehind)
{
    private readonly SynchronizationContext? _context = SynchronizationContext.Current;

    /// <summary>Downloads a file into the folder for downloads.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tell">Shows the progress in words, at most three times a second.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">The file cannot be fetched or written.</exception>
    public async Task<Outcome<string?>> RunAsync(Enclosure file, Action<string> tell, CancellationToken cancellationToken)
    {
        if (downloader is null)
            return new("Offline: the file was not fetched.", null);
        tell($"Fetching {EnclosureWords.NameOf(file)}…");
        using var progress = new PacedProgress<DownloadProgress>(clock, _context, now => tell(EnclosureWords.Progress(file, now)));
        return await RunAsync(file, path: null, progress, cancellationToken);
    }

    /// <summary>Downloads a file. The value is its path; null where the network must not be touched.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where to; null for a name of its own in the folder for downloads.</param>
    /// <param name="progress">Told now and then, on any thread.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">The file cannot be fetched or written.</exception>
    public async Task<Outcome<string?>> RunAsync(
        Enclosure file, string? path, IProgress<DownloadProgress> progress, CancellationToken cancellationToken)
    {
        if (downloader is null)
            return new("Offline: the file was not fetched.", null);
        var written = "";
        await runBehind(async () =>
            written = await downloader.DownloadAsync(file, path, progress, cancellationToken).ConfigureAwait(false));
        return new($"Written to {written}.", written);
    }
}
