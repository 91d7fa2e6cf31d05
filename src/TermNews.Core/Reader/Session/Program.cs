namespace TermNews.Core.Reader.Session;

/// <summary>The program around the session: its end, and what it asks of the terminal.</summary>
/// <param name="session">The session.</param>
/// <param name="keepAsync">Keeps what is not in the database yet: drafts, the place in the text, what was opened.</param>
internal sealed class Program(ReaderSession session, Func<CancellationToken, Task> keepAsync)
{
    /// <summary>The screen is to be drawn anew.</summary>
    public event EventHandler? RedrawAsked;

    /// <summary>The program is to be suspended.</summary>
    public event EventHandler? SuspendAsked;

    /// <summary>Keeps drafts and leaves.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keepAsync(cancellationToken);
        }
        finally
        {
            session.Leave();   // A full disk must not keep the reader inside.
        }
    }

    /// <summary>Asks for the screen to be drawn anew.</summary>
    public void AskToRedraw() => RedrawAsked?.Invoke(this, EventArgs.Empty);

    /// <summary>Asks for the program to be suspended.</summary>
    public void AskToSuspend() => SuspendAsked?.Invoke(this, EventArgs.Empty);
}
