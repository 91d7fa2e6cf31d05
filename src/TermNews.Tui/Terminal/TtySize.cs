using System.Drawing;
using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Columns and rows of a terminal, asked of the system: <see cref="Console.WindowWidth"/> would switch the terminal's keypad to another
/// mode, and never back.
/// </summary>
internal static partial class TtySize
{
    private const nuint GetWindowSize = 0x5413;   // TIOCGWINSZ

    /// <summary>80×24 where the terminal does not tell.</summary>
    public static (int Columns, int Rows) Of(int descriptor)
    {
        if (!OperatingSystem.IsLinux())
            return (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));
        var size = default(WindowSize);
        return IoControl(descriptor, GetWindowSize, ref size) == 0 && size.Columns > 0 && size.Rows > 0 ? (size.Columns, size.Rows)
            : (80, 24);
    }

    /// <summary>Pixels of a cell; 10×20 where the terminal does not tell.</summary>
    public static Size OfCell(int descriptor)
    {
        var size = default(WindowSize);
        var isKnown = OperatingSystem.IsLinux() && IoControl(descriptor, GetWindowSize, ref size) == 0
            && size is { Columns: > 0, Rows: > 0, Width: > 0, Height: > 0 };
        return isKnown ? new Size(Math.Max(1, size.Width / size.Columns), Math.Max(1, size.Height / size.Rows)) : new Size(10, 20);
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
