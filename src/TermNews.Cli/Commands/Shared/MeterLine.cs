namespace TermNews.Cli.Commands.Shared;

/// <summary>A progress line of a terminal, drawn at most ten times a second.</summary>
/// <param name="error">Standard error.</param>
/// <param name="width">The width of its terminal in cells; null to draw nothing.</param>
/// <param name="clock">The clock.</param>
internal sealed class MeterLine(TextWriter error, int? width, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long? _drawnAt;

    /// <summary>Draws the line, unless it was drawn just before.</summary>
    public void Show(Func<string> words)
    {
        if (width is null || (_drawnAt is { } last && clock.GetElapsedTime(last) < Pause))
            return;
        _drawnAt = clock.GetTimestamp();
        error.Write($"\r{TextWidth.Fit(words(), Math.Max(0, width.Value - 1))}\e[K");
        error.Flush();
    }

    /// <summary>Clears the line.</summary>
    public void Clear()
    {
        if (_drawnAt is null)
            return;
        error.Write("\r\e[K");
        _drawnAt = null;
    }
}
