using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Handles the signals that end the program: asks the loop to stop, and if it does not in time, restores the terminal and ends the process.
/// </summary>
internal sealed class LeavingSignals : IDisposable
{
    /// <summary>The time that the loop has to stop, by choice.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The signals whose default is to end the process and that can be caught, with the status that a shell gives each (128 and its
    /// number). Those of faults (SIGSEGV and its like) belong to the runtime.
    /// </summary>
    private static readonly (PosixSignal Signal, int ExitCode)[] Codes =
    [
        (PosixSignal.SIGHUP, 129), (PosixSignal.SIGINT, 130), (PosixSignal.SIGQUIT, 131), (PosixSignal.SIGTERM, 143),
        .. Numbered(),
    ];

    private static readonly List<PosixSignalRegistration> Registrations = [];   // The list also keeps them from garbage collection.
    private readonly ManualResetEventSlim _left = new();
    private readonly Action _stop;
    private readonly Action _leaveNow;
    private int _exitCode = -1;

    /// <summary>Registers the handlers.</summary>
    /// <param name="stop">Asks the loop to end; called on another thread.</param>
    /// <param name="leaveNow">Restores the terminal.</param>
    public LeavingSignals(Action stop, Action leaveNow)
    {
        (_stop, _leaveNow) = (stop, leaveNow);
        foreach (var (signal, code) in Codes)
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                // It waits for the pool's work to end, so it must not hold one of the pool's few threads.
                new Thread(() => Leave(code)) { IsBackground = true }.Start();
            }));
        }
    }

    /// <summary>
    /// The runtime has no names for these: SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ; on Linux SIGIO and SIGPWR.
    /// </summary>
    private static IEnumerable<(PosixSignal Signal, int ExitCode)> Numbered()
    {
        int[] numbers = OperatingSystem.IsLinux() ? [10, 12, 14, 26, 27, 24, 25, 29, 30]
            : OperatingSystem.IsWindows() ? [] : [30, 31, 14, 26, 27, 24, 25];   // macOS and FreeBSD.
        return numbers.Select(static number => ((PosixSignal)number, 128 + number));
    }

    /// <summary>The exit status for the received signal; null without one.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is >= 0 and var code ? code : null;

    /// <summary>Treats a vanished terminal like SIGHUP.</summary>
    public void TerminalLost() => new Thread(() => Leave(129)) { IsBackground = true }.Start();

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
    /// Notes that the loop has ended. The handlers stay registered until the process ends: a late signal (the end of the terminal is read
    /// before SIGHUP arrives) must not kill it and change the exit status.
    /// </summary>
    public void Dispose() => _left.Set();
}
