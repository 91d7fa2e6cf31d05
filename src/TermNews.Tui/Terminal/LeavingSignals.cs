using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Leaves in order when the program is told to end: the loop is asked to stop, and where it does not in time the terminal is
/// given back and the process ended from here.
/// </summary>
internal sealed class LeavingSignals : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly (PosixSignal Signal, int ExitCode)[] Codes =
    [
        (PosixSignal.SIGHUP, 129), (PosixSignal.SIGINT, 130), (PosixSignal.SIGQUIT, 131), (PosixSignal.SIGTERM, 143),
    ];

    private static readonly List<PosixSignalRegistration> Registrations = [];   // Kept from the collector, too.
    private readonly ManualResetEventSlim _left = new();
    private readonly Action _stop;
    private readonly Action _leaveNow;
    private int _exitCode = -1;

    /// <summary>Begins to listen.</summary>
    /// <param name="stop">Asks the loop to end; called on a thread of its own.</param>
    /// <param name="leaveNow">Gives the terminal back.</param>
    public LeavingSignals(Action stop, Action leaveNow)
    {
        (_stop, _leaveNow) = (stop, leaveNow);
        foreach (var (signal, code) in Codes)
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Leave(code);
            }));
        }
    }

    /// <summary>The exit status a signal asks for; null without one.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is >= 0 and var code ? code : null;

    /// <summary>The terminal has gone away, which is what SIGHUP says too.</summary>
    public void TerminalLost() => Task.Run(() => Leave(129));

    private void Leave(int code)
    {
        if (_left.IsSet || Interlocked.CompareExchange(ref _exitCode, code, -1) != -1)
            return;
        _stop();
        if (_left.Wait(Patience))
            return;
        _leaveNow();
        Environment.Exit(code);
    }

    /// <summary>
    /// The loop has ended. The signals stay taken until the process has: one that comes in the last moment (the terminal's end is read
    /// before SIGHUP arrives) must not kill it and change its exit status.
    /// </summary>
    public void Dispose() => _left.Set();
}
