namespace TermNews.Tui.Terminal;

/// <summary>What is known about the terminal without asking it: from the environment alone, so the first frame never waits.</summary>
internal sealed record TerminalTraits
{
    private const string NormalKeypad = "\e[?1l\e>";

    /// <summary>Only bold, underline and reverse.</summary>
    public bool IsMonochrome { get; init; }

    /// <summary>Symbols have ASCII stand-ins.</summary>
    public bool IsAscii { get; init; }

    /// <summary>The reader sits at another machine.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Sequences for the terminal outside have to be wrapped.</summary>
    public bool IsInTmux { get; init; }

    /// <summary>Whole frames are shown at once (DEC private mode 2026); elsewhere the mode is ignored.</summary>
    public bool HasSynchronizedOutput { get; init; } = true;

    /// <summary>OSC 8; elsewhere the sequence is ignored.</summary>
    public bool HasHyperlinks { get; init; } = true;

    /// <summary>Clicks and the wheel are reported; motion never.</summary>
    public bool HasMouse { get; init; } = true;

    /// <summary>How long the rest of a split escape sequence may take.</summary>
    public int EscapeMilliseconds => IsRemote ? 500 : 25;

    /// <summary>What goes out before the first frame. The runtime's console may have switched the keypad over and never switches it back.</summary>
    public string EnterSequence => NormalKeypad + "\e[?1049h\e[?2004h" + (HasMouse ? "\e[?1000h\e[?1006h" : string.Empty);

    /// <summary>What undoes it.</summary>
    public string LeaveSequence =>
        (HasHyperlinks ? "\e]8;;\e\\" : string.Empty) + (HasSynchronizedOutput ? "\e[?2026l" : string.Empty) + "\e[m\e[?2004l"
        + (HasMouse ? "\e[?1006l\e[?1000l" : string.Empty) + "\e[?25h\e[?1049l" + NormalKeypad;

    /// <summary>Reads the environment.</summary>
    /// <param name="environment">Gives a variable's value or null.</param>
    public static TerminalTraits From(Func<string, string?> environment)
    {
        var term = environment("TERM") ?? string.Empty;
        var isPlainTerminal = term is "linux" or "vt100" or "vt102" or "vt220" or "ansi";
        return new TerminalTraits
        {
            IsMonochrome = environment("NO_COLOR") is { Length: > 0 } || term.StartsWith("vt", StringComparison.Ordinal)
                || term.EndsWith("-m", StringComparison.Ordinal),
            IsAscii = isPlainTerminal || !IsUtf8(environment),
            IsRemote = environment("SSH_CONNECTION") is { Length: > 0 } || environment("SSH_TTY") is { Length: > 0 },
            IsInTmux = environment("TMUX") is { Length: > 0 },
            HasSynchronizedOutput = !isPlainTerminal,
            HasHyperlinks = !isPlainTerminal,
        };
    }

    private static bool IsUtf8(Func<string, string?> environment)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsFreeBSD())
            return true;
        string[] variables = ["LC_ALL", "LC_CTYPE", "LANG"];   // In the order the C library reads them.
        var locale = variables.Select(environment).FirstOrDefault(value => value is { Length: > 0 }) ?? string.Empty;
        return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
