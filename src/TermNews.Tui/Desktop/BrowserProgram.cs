using System.ComponentModel;
using System.Diagnostics;

namespace TermNews.Tui.Desktop;

/// <summary>A program that opens links.</summary>
/// <param name="Program">Its name or path.</param>
/// <param name="Arguments">The arguments before the link; <c>%s</c> is replaced by the link.</param>
internal sealed record BrowserProgram(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The configured browser; null without one, or without a display.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static BrowserProgram? Find(Func<string, string?> variable)
    {
        // $BROWSER may list several programs, separated by colons, in order of preference.
        if (variable("BROWSER") is { } named && named.Split(OperatingSystem.IsWindows() ? ';' : ':')[0]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var program, .. var arguments])
            return new BrowserProgram(program, arguments);
        if (variable("SSH_CONNECTION") is not null || variable("SSH_TTY") is not null)
            return null;
        if (OperatingSystem.IsMacOS())
            return new BrowserProgram("open", []);
        if (OperatingSystem.IsWindows())
            return new BrowserProgram("explorer.exe", []);
        return variable("DISPLAY") is { Length: > 0 } || variable("WAYLAND_DISPLAY") is { Length: > 0 } ? new BrowserProgram("xdg-open", [])
            : null;
    }

    /// <summary>The arguments for a link, which is always one argument.</summary>
    public IReadOnlyList<string> ArgumentsFor(string link) => Arguments.Any(HasPlace)
        ? [.. Arguments.Select(argument => argument.Replace("%s", link, StringComparison.Ordinal))]
        : [.. Arguments, link];

    /// <summary>Starts the program without waiting for it; false if it cannot be started.</summary>
    public bool TryOpen(string link)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, ArgumentsFor(link)) { UseShellExecute = false });
            return process is not null;
        }
        catch (Exception ex) when (ex is Win32Exception or IOException)
        {
            return false;
        }
    }

    private static bool HasPlace(string argument) => argument.Contains("%s", StringComparison.Ordinal);
}
