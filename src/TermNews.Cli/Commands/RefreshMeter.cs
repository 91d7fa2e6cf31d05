using System.Globalization;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Cli.Commands;

/// <summary>Tells how a refresh goes: a line for each failing feed and, on a terminal, a bar.</summary>
/// <param name="error">Standard error.</param>
/// <param name="width">Columns of its terminal; null for no bar.</param>
/// <param name="clock">Keeps the bar from being drawn too often.</param>
internal sealed class RefreshMeter(TextWriter error, int? width, TimeProvider clock) : IProgress<RefreshProgress>
{
    private const int BarCells = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long? _drawnAt;

    /// <inheritdoc/>
    public void Report(RefreshProgress value)
    {
        if (value.Error is { } failed)
        {
            Clear();
            error.Write($"{failed.FeedTitle}: {failed.Message}\n");
        }
        if (width is null || (_drawnAt is { } last && clock.GetElapsedTime(last) < Pause))
            return;
        _drawnAt = clock.GetTimestamp();
        error.Write($"\r{Line(value, width.Value - 1)}\e[K");
        error.Flush();
    }

    /// <summary>Takes the bar away.</summary>
    public void Clear()
    {
        if (_drawnAt is null)
            return;
        error.Write("\r\e[K");
        _drawnAt = null;
    }

    private static string Line(RefreshProgress value, int columns)
    {
        var done = value.Total == 0 ? BarCells : (int)((long)value.Done * BarCells / value.Total);
        var bar = new string('#', done).PadRight(BarCells, '.');
        var line = string.Create(CultureInfo.InvariantCulture,
            $"[{bar}] {value.Done}/{value.Total}  {value.NewStories} new  {value.FeedTitle}");
        return TextWidth.Fit(line, Math.Max(0, columns));
    }
}
