using TermNews.Core.Text;

namespace TermNews.Cli.Commands.Shared;

/// <summary>A line at the bottom of a terminal that is drawn over itself, ten times a second at most.</summary>
/// <param name="error">Standard error.</param>
/// <param name="width">Columns of its terminal; null where nothing is drawn.</param>
/// <param name="clock">The time.</param>
internal sealed class MeterLine(TextWriter error, int? width, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long? _drawnAt;

    /// <summary>Draws it, unless it was just drawn.</summary>
    public void Show(Func<string> words)
    {
        if (width is null || (_drawnAt is { } last && clock.GetElapsedTime(last) < Pause))
            return;
        _drawnAt = clock.GetTimestamp();
        error.Write($"\r{TextWidth.Fit(words(), Math.Max(0, width.Value - 1))}\e[K");
        error.Flush();
    }

    /// <summary>Takes it away.</summary>
    public void Clear()
    {
        if (_drawnAt is null)
            return;
        error.Write("\r\e[K");
        _drawnAt = null;
    }
}
