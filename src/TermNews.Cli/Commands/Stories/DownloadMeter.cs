using TermNews.Cli.Commands.Shared;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Cli.Commands.Stories;

/// <summary>Tells on a terminal how far a download is.</summary>
/// <param name="error">Standard error.</param>
/// <param name="file">What is downloaded.</param>
/// <param name="width">Columns of its terminal; null where nothing is told.</param>
/// <param name="clock">Keeps the line from being drawn too often.</param>
internal sealed class DownloadMeter(TextWriter error, Enclosure file, int? width, TimeProvider clock) : IProgress<DownloadProgress>
{
    private readonly MeterLine _line = new(error, width, clock);

    /// <inheritdoc/>
    public void Report(DownloadProgress value) => _line.Show(() => EnclosureWords.Progress(file, value));

    /// <summary>Takes the line away.</summary>
    public void Clear() => _line.Clear();
}
