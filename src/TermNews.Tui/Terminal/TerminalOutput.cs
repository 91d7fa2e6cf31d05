using System.Collections.Concurrent;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;

namespace TermNews.Tui.Terminal;

/// <summary>Sends frames to the terminal, each as one write of the changes only. No other output of the toolkit is sent.</summary>
internal sealed class TerminalOutput(
    UnixTty tty, TerminalTraits traits, FrameExtras extras, KittyPictures? kitty, JobControl jobs, Action onResumed) : IOutput
{
    private const int WorthSynchronizing = 2000;   // Less arrives at once: terminals read about 4 KiB at a time.
    private readonly FrameWriter _frames = new(traits, traits.Pictures == PictureProtocol.Sixel ? new SixelScreen(tty.CellSize) : null);
    private readonly ConcurrentQueue<SixelToRender> _sixels = new();
    private Cursor _cursor = new();
    private bool _isEntered;
    private int _isLeft;

    public bool Force16Colors { get; set; } = true;

    public bool IsLegacyConsole { get; set; }

    public bool UseKittyGraphics { get; set; }

    public ConcurrentQueue<SixelToRender> GetSixels() => _sixels;

    public Size GetSize()
    {
        var (columns, rows) = tty.Size();
        return new Size(columns, rows);
    }

    public void SetSize(int width, int height)
    {
        _frames.Forget();
        extras.Clear();
    }

    /// <summary>Ignored: the cursor is sent with its frame, see <see cref="FrameExtras.Cursor"/>.</summary>
    public void SetCursor(Cursor cursor) => _cursor = cursor;

    public Cursor GetCursor() => _cursor;

    /// <summary>Ignored: the toolkit's queries to the terminal (colours, keyboards, images) are not sent, so no reply is awaited.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
    }

    public void Write(IOutputBuffer buffer)
    {
        if (buffer.Contents is not { } cells || _isLeft != 0)
            return;
        var frame = (kitty?.TakeNew() ?? string.Empty) + _frames.Write(cells, extras);
        if (frame.Length == 0)
            return;
        if (frame.Length > WorthSynchronizing && traits.HasSynchronizedOutput)
            frame = "\e[?2026h" + frame + "\e[?2026l";
        if (!_isEntered)
            frame = traits.EnterSequence + frame;
        _isEntered = true;
        Send(frame);
    }

    /// <summary>Sends a sequence outside of frames, such as a copied text.</summary>
    public void Send(string sequence) => tty.Write(Encoding.UTF8.GetBytes(sequence));

    /// <summary>Makes the next frame be sent as a whole.</summary>
    public void Forget() => _frames.Forget();

    public void Suspend()
    {
        Leave();
        jobs.Stop();
        tty.EnterRaw();
        (_isEntered, _isLeft) = (false, 0);
        Forget();
        onResumed();
    }

    /// <summary>Sets the terminal up again with the next frame, after the process was continued by a signal.</summary>
    public void Resume()
    {
        if (_isLeft != 0)
            return;
        tty.EnterRawAgain();
        if (_isEntered)
            Send(traits.LeaveSequence);   // What was switched on is on once, however often the process is continued.
        _isEntered = false;
        Forget();
        onResumed();
    }

    /// <summary>Restores the terminal; safe to call from any thread, and twice.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref _isLeft, 1) != 0)
            return;
        if (_isEntered)
            Send((kitty?.TakeAllBack() ?? string.Empty) + traits.LeaveSequence);
        tty.LeaveRaw();
    }

    public string GetLastOutput() => string.Empty;

    public string ToAnsi(IOutputBuffer buffer) =>
        buffer.Contents is { } cells ? new FrameWriter(traits).Write(cells, extras) : string.Empty;

    public void Dispose() => Leave();
}
