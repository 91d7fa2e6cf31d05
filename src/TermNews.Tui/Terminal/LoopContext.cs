using Terminal.Gui.App;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Brings what was awaited back to the thread that draws, also where the waiting began before the loop ran: the toolkit sets a
/// context of its own only when it runs, and what came back elsewhere would change what is shown without waking the loop.
/// </summary>
internal sealed class LoopContext(IApplication app) : SynchronizationContext
{
    /// <summary>Makes it the context of this thread.</summary>
    public static void Install(IApplication app) => SetSynchronizationContext(new LoopContext(app));

    public override SynchronizationContext CreateCopy() => new LoopContext(app);

    public override void Post(SendOrPostCallback d, object? state) => app.Invoke(() => d(state));
}
