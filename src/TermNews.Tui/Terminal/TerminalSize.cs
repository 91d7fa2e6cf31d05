using System.Runtime.InteropServices;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;

namespace TermNews.Tui.Terminal;

/// <summary>Reports a new size to the toolkit after SIGWINCH, without polling.</summary>
internal sealed class TerminalSize : ISizeMonitor, IDisposable
{
    private readonly UnixTty _tty;
    private readonly PosixSignalRegistration? _registration;
    private volatile bool _isStale;
    private (int Columns, int Rows) _known;

    public TerminalSize(UnixTty tty, Action wakeLoop)
    {
        _tty = tty;
        _known = tty.Size();
        if (OperatingSystem.IsWindows())
            return;
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ =>
        {
            _isStale = true;
            wakeLoop();
        });
    }

    public event EventHandler<SizeChangedEventArgs>? SizeChanged;

    public bool Poll()
    {
        if (!_isStale)
            return false;
        _isStale = false;
        var now = _tty.Size();
        if (now == _known)
            return false;
        _known = now;
        SizeChanged?.Invoke(this, new SizeChangedEventArgs(new Size(now.Columns, now.Rows)));
        return true;
    }

    /// <summary>Checks the size after a suspension, which may have missed the signal.</summary>
    public void Invalidate() => _isStale = true;

    public void Dispose() => _registration?.Dispose();
}
