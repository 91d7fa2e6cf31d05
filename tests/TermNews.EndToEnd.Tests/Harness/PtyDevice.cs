using System.Runtime.InteropServices;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>A pseudo-terminal of the system (Linux): the end a terminal emulator holds, and a look at the modes of the other end.</summary>
internal sealed partial class PtyDevice : IDisposable
{
    private const int ReadWrite = 2, NoControllingTerminal = 0x100, CloseOnExec = 0x80000;
    private const int TermiosBytes = 60;   // struct termios of glibc on Linux.
    private const int Utf8Input = 0x4000;
    private const nuint SetWindowSize = 0x5414;
    private const short PollIn = 1;

    private readonly int _master;
    private readonly int _slave;   // Kept open, so that the modes can be looked at after the program has ended.
    private bool _isHungUp;

    public PtyDevice(int columns, int rows)
    {
        _master = OpenMaster(ReadWrite | NoControllingTerminal | CloseOnExec);
        var name = new byte[64];
        if (_master < 0 || Unlock(_master) != 0 || NameOf(_master, name, (nuint)name.Length) != 0)
            throw new InvalidOperationException($"The system gave no pseudo-terminal ({Marshal.GetLastPInvokeError()}).");
        Path = System.Text.Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        _slave = OpenFile(Path, ReadWrite | NoControllingTerminal | CloseOnExec);
        Resize(columns, rows);
        var modes = Modes();
        BitConverter.TryWriteBytes(modes, BitConverter.ToInt32(modes) | Utf8Input);
        _ = SetAttributes(_slave, 0, modes);
    }

    /// <summary>The name of the end that is the program's.</summary>
    public string Path { get; }

    /// <summary>The modes of the line (<c>struct termios</c>), as bytes.</summary>
    public byte[] Modes()
    {
        var modes = new byte[128];
        Assert.Equal(0, GetAttributes(_slave, modes));
        return modes[..TermiosBytes];
    }

    /// <summary>Another size; the kernel tells the program (SIGWINCH).</summary>
    public void Resize(int columns, int rows) => _ = IoControl(_master, SetWindowSize, [(ushort)rows, (ushort)columns, 0, 0]);

    /// <summary>What the program sent; 0 when nothing came in time, -1 when nobody is there.</summary>
    public int Read(Span<byte> buffer, int milliseconds)
    {
        var entry = new PollEntry { Descriptor = _master, Wanted = PollIn };
        if (Poll(ref entry, 1, milliseconds) <= 0)
            return 0;
        var count = (int)ReadFile(_master, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
        return count > 0 ? count : -1;
    }

    /// <summary>Types; waits where the program does not read.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = (int)WriteFile(_master, in MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            if (count < 0)
                throw new IOException("The pseudo-terminal took no more bytes.");
            bytes = bytes[count..];
        }
    }

    /// <summary>Closes the terminal under the program, as a lost link does. Nobody may be reading.</summary>
    public void HangUp()
    {
        if (!_isHungUp)
            _ = CloseFile(_master);
        _isHungUp = true;
    }

    public void Dispose()
    {
        HangUp();
        _ = CloseFile(_slave);
    }

    /// <summary>Sends a signal to a process.</summary>
    public static void Signal(int process, int signal) => Assert.Equal(0, Kill(process, signal));

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Got;
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int NameOf(int master, [Out] byte[] name, nuint length);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int IoControl(int descriptor, nuint request, [In] ushort[] size);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int descriptor, [In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int descriptor, int actions, [In] byte[] termios);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint ReadFile(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint WriteFile(int descriptor, in byte bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
