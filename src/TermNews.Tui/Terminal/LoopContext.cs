using Terminal.Gui.App;

namespace TermNews.Tui.Terminal;

/// <summary>
/// The synchronization context of the UI thread, in place before the loop runs. The toolkit sets its own only when it runs, and a
/// continuation elsewhere would change the state without waking the loop. Continuations after the end are dropped.
/// </summary>
internal sealed class LoopContext : SynchronizationContext, IDisposable
{
    private readonly IApplication _app;
    private volatile bool _hasEnded;

    private LoopContext(IApplication app) => _app = app;

    /// <summary>Sets the context of this thread.</summary>
    public static LoopContext Install(IApplication app)
    {
        var context = new LoopContext(app);
        SetSynchronizationContext(context);
        // It replaces the toolkit's context, which throws after the end.
        app.SessionBegun += (_, _) => SetSynchronizationContext(context);
        return context;
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state) => Post(() => d(state));

    /// <summary>Queues an action for the UI thread, from any thread.</summary>
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
            // The application ended in between. There is no lock here, because the toolkit calls with its own locks held.
        }
    }

    public void Dispose() => _hasEnded = true;
}
