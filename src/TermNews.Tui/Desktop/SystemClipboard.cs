using TermNews.Core.Configuration;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Desktop;

/// <summary>
/// The clipboard: in remote sessions through the terminal (OSC 52), else with a desktop program, and through the terminal if that fails.
/// </summary>
internal sealed class SystemClipboard(TerminalTraits traits, Func<string, string?> environment, Action<string> send) : IClipboard
{
    /// <summary>The time-out of a clipboard program, by choice: the reader waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<string> CopyAsync(string text, CancellationToken cancellationToken)
    {
        if (traits is { IsRemote: false, TerminalClipboard: not SettingSwitch.On } && Program() is { } program
            && await ExternalProgram.RunAsync(program.Name, program.Arguments, text, Patience, cancellationToken))
            return "Copied.";
        if (traits.TerminalClipboard == SettingSwitch.Off)
            throw new NewsException(
                NewsFault.WrongUse, "Nothing was copied: reader.clipboard is off, and no program of the desktop takes texts.");
        send(ClipboardSequence.For(text, traits.Multiplexer));
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
