using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>The terminal device: raw mode, reads with a time-out, writes, and its size.</summary>
internal sealed partial class UnixTty : IDisposable
{
    private const int TermiosBytes = 128;   // Larger than struct termios on any system.
    private const short PollIn = 1, PollOut = 4;
    private const int WouldBlockOnLinux = 11, WouldBlockOnMac = 35, Interrupted = 4;

    private readonly byte[] _before = new byte[TermiosBytes];
    private readonly int _in;
    private readonly int _out;
    private readonly int[] _wake = new int[2];
    private readonly Lock _mode = new();
    private bool _isRaw;

    private UnixTty(int input, int output) => (_in, _out) = (input, output);

    /// <summary>
    /// Opens the terminal of standard input and output, or <c>/dev/tty</c> where one is redirected; null without a terminal.
    /// </summary>
    public static UnixTty? Open()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS() && !OperatingSystem.IsFreeBSD())
            return null;
        const int readWrite = 2;
        var input = IsATty(0) == 1 ? 0 : OpenFile("/dev/tty", readWrite);
        var output = IsATty(1) == 1 ? 1 : input;
        if (input < 0)
            return null;
        var tty = new UnixTty(input, output);
        return Pipe(tty._wake) == 0 ? tty : null;
    }

    /// <summary>Raw mode: no line buffering, echo, signals or flow control (Ctrl-S and Ctrl-Q are keys).</summary>
    public void EnterRaw()
    {
        lock (_mode)
        {
            if (_isRaw || GetAttributes(_in, _before) != 0)
                return;
            var raw = (byte[])_before.Clone();
            MakeRaw(raw);
            _isRaw = SetAttributes(_in, 0, raw) == 0;
        }
    }

    /// <summary>Raw mode once more: another program, or a shell that continued this one, has set the modes.</summary>
    public void EnterRawAgain()
    {
        lock (_mode)
        {
            if (!_isRaw)
                return;
            var raw = (byte[])_before.Clone();
            MakeRaw(raw);
            _ = SetAttributes(_in, 0, raw);
        }
    }

    /// <summary>Restores the terminal's modes; safe to call from any thread, and twice.</summary>
    public void LeaveRaw()
    {
        lock (_mode)
        {
            if (_isRaw)
                _ = SetAttributes(_in, 0, _before);
            _isRaw = false;
        }
    }

    /// <summary>Waits for input.</summary>
    /// <param name="buffer">Receives the bytes.</param>
    /// <param name="milliseconds">The time-out; -1 for none.</param>
    /// <returns>The number of bytes; 0 after the time-out or a call of <see cref="Wake"/>; -1 when the terminal is gone.</returns>
    public int Read(Span<byte> buffer, int milliseconds)
    {
        Span<PollEntry> entries = [new() { Descriptor = _in, Wanted = PollIn }, new() { Descriptor = _wake[0], Wanted = PollIn }];
        var ready = Poll(ref entries[0], 2, milliseconds);
        if (ready < 0)
            return Marshal.GetLastPInvokeError() == Interrupted ? 0 : -1;
        if (ready == 0 || entries[1].Got != 0)
            return 0;
        var count = (int)ReadFile(_in, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
        if (count > 0)
            return count;
        return count < 0 && Marshal.GetLastPInvokeError() is Interrupted or WouldBlockOnLinux or WouldBlockOnMac ? 0 : -1;
    }

    /// <summary>Ends a waiting <see cref="Read"/>, permanently.</summary>
    public void Wake()
    {
        byte any = 1;
        _ = WriteFile(_wake[1], ref any, 1);
    }

    /// <summary>Writes all bytes, in one system call if the terminal accepts them.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = (int)WriteFile(_out, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            if (count > 0)
            {
                bytes = bytes[count..];
                continue;
            }
            if (Marshal.GetLastPInvokeError() is not (Interrupted or WouldBlockOnLinux or WouldBlockOnMac))
                return;   // The terminal is gone: the reading thread notices and ends the program.
            var entry = new PollEntry { Descriptor = _out, Wanted = PollOut };
            _ = Poll(ref entry, 1, 100);
        }
    }

    /// <summary>Columns and rows; 80×24 if unknown.</summary>
    public (int Columns, int Rows) Size() => TtySize.Of(_out);

    /// <summary>The size of a cell in pixels; 10×20 if unknown.</summary>
    public System.Drawing.Size CellSize() => TtySize.OfCell(_out);

    /// <summary>Sends a signal to the process group; false where that is not possible.</summary>
    public static bool SignalProcessGroup(int signal) => Kill(0, signal) == 0;

    public void Dispose()
    {
        LeaveRaw();
        _ = CloseFile(_wake[0]);
        _ = CloseFile(_wake[1]);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Got;
    }

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsATty(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int descriptor);

    [LibraryImport("libc", EntryPoint = "pipe")]
    private static partial int Pipe([Out] int[] descriptors);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int descriptor, [In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int descriptor, int actions, [In] byte[] termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw([In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadFile(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteFile(int descriptor, ref byte bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
