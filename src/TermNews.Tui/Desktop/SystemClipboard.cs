using TermNews.Core.ViewModels;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Desktop;

/// <summary>
/// The reader's clipboard: over SSH through the terminal (OSC 52), else by the desktop's own program, and through the terminal
/// where that fails.
/// </summary>
internal sealed class SystemClipboard(TerminalTraits traits, Func<string, string?> environment, Action<string> send) : IClipboard
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<string> CopyAsync(string text, CancellationToken cancellationToken)
    {
        if (!traits.IsRemote && Program() is { } program
            && await ExternalProgram.RunAsync(program.Name, program.Arguments, text, Patience, cancellationToken))
            return "Copied.";
        send(ClipboardSequence.For(text, traits.IsInTmux));
        return "Copied through the terminal.";
    }

    private (string Name, string[] Arguments)? Program()
    {
        if (OperatingSystem.IsMacOS())
            return ("pbcopy", []);
        if (OperatingSystem.IsWindows())
            return ("clip", []);
        if (environment("WAYLAND_DISPLAY") is { Length: > 0 })
            return ("wl-copy", []);
        return environment("DISPLAY") is { Length: > 0 } ? ("xclip", ["-selection", "clipboard", "-i"]) : null;
    }
}
