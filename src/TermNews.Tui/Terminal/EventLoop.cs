using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Makes the toolkit's loop sleep until an event: a key, finished work, a timer, a new size, a view to draw. The loop itself polls 25 times
/// a second; it is set to its highest rate and blocked here instead.
/// </summary>
internal sealed class EventLoop : IDisposable
{
    private readonly AutoResetEvent _wake = new(false);
    private IApplication? _app;

    /// <summary>Wakes the loop, from any thread.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Takes over the waiting of an initialised application.</summary>
    public void Attach(IApplication app)
    {
        _app = app;
        Application.MaximumIterationsPerSecond = ushort.MaxValue;
        app.Iteration += (_, _) => WaitForSomethingToDo();
        if (app.TimedEvents is { } timers)
            timers.Added += (_, _) => _wake.Set();
    }

    private void WaitForSomethingToDo()
    {
        if (_app?.TopRunnableView is not { } top || NeedsFrame(top) || top.SubViews.Any(NeedsFrame))
            return;
        var isParsing = _app.Driver?.GetInputProcessor().GetParser().State
            is AnsiResponseParserState.ExpectingEscapeSequence or AnsiResponseParserState.InResponse;
        var milliseconds = -1;
        if (_app.TimedEvents is TimedEvents timers && timers.CheckTimers(out var untilTimer))
            milliseconds = untilTimer;
        if (isParsing)
            milliseconds = 1;   // The held-back sequence is complete: the parser only needs to see that time has passed.
        if (milliseconds != 0)
            _wake.WaitOne(milliseconds);
    }

    private static bool NeedsFrame(View view) => view.Visible && (view.NeedsDraw || view.NeedsLayout);

    public void Dispose() => _wake.Dispose();
}
