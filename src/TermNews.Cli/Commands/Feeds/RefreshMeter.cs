using System.Globalization;
using TermNews.Cli.Commands.Shared;
using TermNews.Core.Stories;

namespace TermNews.Cli.Commands.Feeds;

/// <summary>Tells how a refresh goes: a line for each failing feed and, on a terminal, a bar.</summary>
/// <param name="error">Standard error.</param>
/// <param name="width">Columns of its terminal; null for no bar.</param>
/// <param name="clock">Keeps the bar from being drawn too often.</param>
internal sealed class RefreshMeter(TextWriter error, int? width, TimeProvider clock) : IProgress<RefreshProgress>
{
    private const int BarCells = 20;

    private readonly MeterLine _line = new(error, width, clock);

    /// <inheritdoc/>
    public void Report(RefreshProgress value)
    {
        if (value.Error is { } failed)
        {
            Clear();
            error.Write($"{failed.FeedTitle}: {failed.Message}\n");
        }
        _line.Show(() => Line(value));
    }

    /// <summary>Takes the bar away.</summary>
    public void Clear() => _line.Clear();

    private static string Line(RefreshProgress value)
    {
        var done = value.Total == 0 ? BarCells : (int)((long)value.Done * BarCells / value.Total);
        var bar = new string('#', done).PadRight(BarCells, '.');
        return string.Create(CultureInfo.InvariantCulture, $"[{bar}] {value.Done}/{value.Total}  {value.NewStories} new  {value.FeedTitle}");
    }
}
