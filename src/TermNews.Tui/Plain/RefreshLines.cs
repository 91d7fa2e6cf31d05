namespace TermNews.Tui.Plain;

/// <summary>The progress of a refresh as an occasional line.</summary>
internal sealed class RefreshLines(PlainPrinter printer, TimeProvider clock) : IProgress<RefreshProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly Lock _telling = new();
    private long _toldAt = clock.GetTimestamp();

    public void Report(RefreshProgress value)
    {
        lock (_telling)
        {
            if (clock.GetElapsedTime(_toldAt) < Pause)
                return;
            _toldAt = clock.GetTimestamp();
            printer.Line(string.Create(
                CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} feeds fetched, {value.NewStories} new."));
        }
    }
}
