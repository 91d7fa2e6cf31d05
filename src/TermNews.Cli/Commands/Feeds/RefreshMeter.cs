namespace TermNews.Cli.Commands.Feeds;

/// <summary>The progress of a refresh: a line for each failing feed and, on a terminal, a bar.</summary>
/// <param name="error">Standard error.</param>
/// <param name="width">The width of its terminal in cells; null for no bar.</param>
/// <param name="clock">Limits how often the bar is drawn.</param>
internal sealed class RefreshMeter(TextWriter error, int? width, TimeProvider clock) : IProgress<RefreshProgress>
{
    /// <summary>Cells: steps of five percent, with room for the text at 80 columns.</summary>
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

    /// <summary>Clears the bar.</summary>
    public void Clear() => _line.Clear();

    private static string Line(RefreshProgress value)
    {
        var done = value.Total == 0 ? BarCells : (int)((long)value.Done * BarCells / value.Total);
        var bar = new string('#', done).PadRight(BarCells, '.');
        return string.Create(CultureInfo.InvariantCulture,
            $"[{bar}] {value.Done}/{value.Total}  {value.NewStories} new  {value.FeedTitle}");
    }
}
