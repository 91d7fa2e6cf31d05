using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Columns and rows of a terminal, asked of the system: <see cref="Console.WindowWidth"/> would switch the terminal's keypad to another
/// mode, and never back.
/// </summary>
internal static partial class TtySize
{
    /// <summary>80×24 where the terminal does not tell.</summary>
    public static (int Columns, int Rows) Of(int descriptor)
    {
        const nuint getWindowSize = 0x5413;
        if (!OperatingSystem.IsLinux())
            return (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));
        var size = default(WindowSize);
        return IoControl(descriptor, getWindowSize, ref size) == 0 && size.Columns > 0 && size.Rows > 0 ? (size.Columns, size.Rows) : (80, 24);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int IoControl(int descriptor, nuint request, ref WindowSize size);
}
