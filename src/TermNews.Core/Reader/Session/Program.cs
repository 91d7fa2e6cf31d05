namespace TermNews.Core.Reader.Session;

/// <summary>The program around the session: its end, and what it asks of the terminal.</summary>
/// <param name="session">The session.</param>
/// <param name="keepAsync">Keeps what is not in the database yet: drafts, the place in the text, what was opened. Does not throw.</param>
/// <param name="redraw">Draws the screen anew.</param>
/// <param name="suspend">Suspends the program.</param>
internal sealed class Program(ReaderSession session, Func<CancellationToken, Task> keepAsync, Action redraw, Action suspend)
{
    /// <summary>Keeps drafts and leaves.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await keepAsync(cancellationToken);
        session.Leave();
    }

    /// <summary>Draws the screen anew.</summary>
    public void Redraw() => redraw();

    /// <summary>Suspends the program.</summary>
    public void Suspend() => suspend();
}
