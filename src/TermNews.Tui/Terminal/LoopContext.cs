using Terminal.Gui.App;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Brings what was awaited back to the thread that draws, also where the waiting began before the loop ran: the toolkit sets a
/// context only when it runs, and what came back elsewhere would change what is shown without waking the loop. What
/// comes back after the end has nobody left to show it to.
/// </summary>
internal sealed class LoopContext : SynchronizationContext, IDisposable
{
    private readonly IApplication _app;
    private volatile bool _hasEnded;

    private LoopContext(IApplication app) => _app = app;

    /// <summary>Makes it the context of this thread.</summary>
    public static LoopContext Install(IApplication app)
    {
        var context = new LoopContext(app);
        SetSynchronizationContext(context);
        // In place of the toolkit's, which fails where the end came first.
        app.SessionBegun += (_, _) => SetSynchronizationContext(context);
        return context;
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state) => Post(() => d(state));

    /// <summary>Runs an action on the thread that draws, soon; from any thread.</summary>
    public void Post(Action action)
    {
        if (_hasEnded)
            return;
        try
        {
            _app.Invoke(action);
        }
        catch (NotInitializedException) when (_hasEnded)
        {
            // The end came between the two; nothing is locked here, as the toolkit holds locks of its own while it calls.
        }
    }

    public void Dispose() => _hasEnded = true;
}
