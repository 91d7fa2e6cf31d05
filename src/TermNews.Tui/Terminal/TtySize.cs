using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>
/// The size of a terminal by ioctl. <see cref="Console.WindowWidth"/> is not used: it would switch the keypad mode and never back.
/// </summary>
internal static partial class TtySize
{
    private const nuint GetWindowSize = 0x5413;   // TIOCGWINSZ

    /// <summary>
    /// Columns and rows; where the terminal does not know them (a serial line), those of COLUMNS and LINES (POSIX, XBD 8.3), else 80×24.
    /// </summary>
    public static (int Columns, int Rows) Of(int descriptor)
    {
        if (!OperatingSystem.IsLinux())
            return (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));
        var size = default(WindowSize);
        return IoControl(descriptor, GetWindowSize, ref size) == 0 && size.Columns > 0 && size.Rows > 0 ? (size.Columns, size.Rows)
            : (Variable("COLUMNS") ?? 80, Variable("LINES") ?? 24);
    }

    private static int? Variable(string name) =>
        ushort.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var cells) && cells > 0 ? cells : null;

    /// <summary>The size of a cell in pixels; 10×20 if unknown.</summary>
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
