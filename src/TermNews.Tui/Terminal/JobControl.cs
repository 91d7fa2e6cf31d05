using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Stopping and continuing by a shell or another program (POSIX job control): SIGTSTP does what the key for it does, and after any SIGCONT
/// the terminal is set up anew. The runtime's own answer to SIGCONT, which puts back the modes of its start, is cancelled.
/// </summary>
internal sealed class JobControl : IDisposable
{
    private readonly ManualResetEventSlim _continued = new();
    private readonly PosixSignalRegistration? _continuing;
    private PosixSignalRegistration? _stopping;
    private Action _suspend = static () => { };
    private Action _resume = static () => { };
    private volatile bool _isStopped;

    /// <summary>Registers the handlers; on Windows there is no job control.</summary>
    public JobControl()
    {
        if (OperatingSystem.IsWindows())
            return;
        _continuing = PosixSignalRegistration.Create(PosixSignal.SIGCONT, signal =>
        {
            signal.Cancel = true;
            _continued.Set();
            if (!_isStopped)
                _resume();
        });
        _stopping = WatchForStop();
    }

    /// <summary>Names what follows the signals; both are called on another thread.</summary>
    /// <param name="suspend">Restores the terminal, calls <see cref="Stop"/> and sets it up again.</param>
    /// <param name="resume">Sets the terminal up again.</param>
    public void Attach(Action suspend, Action resume) => (_suspend, _resume) = (suspend, resume);

    /// <summary>Stops the process group, as the terminal does for Ctrl-Z; returns when it is continued.</summary>
    public void Stop()
    {
        if (OperatingSystem.IsWindows())
            return;
        _isStopped = true;
        _stopping?.Dispose();   // The signal that is sent now has to stop this process.
        _continued.Reset();
        var stop = OperatingSystem.IsLinux() ? 20 : 18;
        if (UnixTty.SignalProcessGroup(stop))
            _continued.Wait(TimeSpan.FromSeconds(1));   // The time-out does not run while the process is stopped.
        _stopping = WatchForStop();
        _isStopped = false;
    }

    [UnsupportedOSPlatform("windows")]
    private PosixSignalRegistration WatchForStop() => PosixSignalRegistration.Create(PosixSignal.SIGTSTP, signal =>
    {
        signal.Cancel = true;
        _suspend();
    });

    public void Dispose()
    {
        _stopping?.Dispose();
        _continuing?.Dispose();
        _continued.Dispose();
    }
}
