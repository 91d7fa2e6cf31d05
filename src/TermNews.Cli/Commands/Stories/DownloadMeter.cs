namespace TermNews.Cli.Commands.Stories;

/// <summary>The progress of a download on a terminal.</summary>
/// <param name="error">Standard error.</param>
/// <param name="file">The name of the file.</param>
/// <param name="width">The width of its terminal in cells; null to draw nothing.</param>
/// <param name="clock">Limits how often the line is drawn.</param>
internal sealed class DownloadMeter(TextWriter error, Enclosure file, int? width, TimeProvider clock) : IProgress<DownloadProgress>
{
    private readonly MeterLine _line = new(error, width, clock);

    /// <inheritdoc/>
    public void Report(DownloadProgress value) => _line.Show(() => EnclosureWords.Progress(file, value));

    /// <summary>Clears the line.</summary>
    public void Clear() => _line.Clear();
}
