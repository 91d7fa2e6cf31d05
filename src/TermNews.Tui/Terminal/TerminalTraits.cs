using TermNews.Core.Configuration;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Capabilities of the terminal by the environment and the configuration. The terminal itself is not queried, so that the first frame never
/// waits.
/// </summary>
internal sealed record TerminalTraits
{
    private const string NormalKeypad = "\e[?1l\e>";
    private const string SaveTitle = "\e[22;2t\e]2;TermNews\a", RestoreTitle = "\e[23;2t";

    /// <summary>The colour depth.</summary>
    public ColorLevel Colors { get; init; } = ColorLevel.Sixteen;

    /// <summary>Symbols are replaced by ASCII.</summary>
    public bool IsAscii { get; init; }

    /// <summary>The session is remote (SSH).</summary>
    public bool IsRemote { get; init; }

    /// <summary>The multiplexer for which sequences to the outer terminal are wrapped.</summary>
    public Multiplexer Multiplexer { get; init; }

    /// <summary>Synchronized output (DEC private mode 2026), which other terminals ignore.</summary>
    public bool HasSynchronizedOutput { get; init; } = true;

    /// <summary>Hyperlinks (OSC 8), which other terminals ignore.</summary>
    public bool HasHyperlinks { get; init; } = true;

    /// <summary>The terminal reorders bidirectional text and supports the isolates of UAX #9; in others they may show as boxes.</summary>
    public bool HasIsolates { get; init; }

    /// <summary>The window title can be set (OSC 2) and restored (XTWINOPS 22 and 23).</summary>
    public bool HasTitle { get; init; } = true;

    /// <summary>ECH erases cells inside a row (VT220 and later).</summary>
    public bool HasEraseCharacters { get; init; } = true;

    /// <summary>CHA moves the cursor to a column; DEC's own terminals lack it.</summary>
    public bool HasColumnAddress { get; init; } = true;

    /// <summary>
    /// REP repeats a character; only where that is certain, as some terminals print nothing, and tmux repeats ASCII only.
    /// </summary>
    public bool HasRepeat { get; init; }

    /// <summary>The progress of a refresh can be shown in the window's frame or the task bar (OSC 9;4).</summary>
    public bool HasProgress { get; init; }

    /// <summary>Clicks and the wheel are reported, but not motion.</summary>
    public bool HasMouse { get; init; } = true;

    /// <summary>The protocol for pictures.</summary>
    public PictureProtocol Pictures { get; init; }

    /// <summary>Articles show pictures by default: where the terminal has graphics and the session is local.</summary>
    public bool ShowsPictures { get; init; }

    /// <summary>
    /// When texts are copied through the terminal (OSC 52): always, never, or in remote sessions and where nothing else works.
    /// </summary>
    public SettingSwitch TerminalClipboard { get; init; }

    /// <summary>The time-out for the rest of a split escape sequence.</summary>
    public int EscapeMilliseconds => IsRemote ? 500 : 25;

    /// <summary>
    /// The sequence before the first frame. It also resets the keypad mode, which the runtime's console may have changed.
    /// </summary>
    public string EnterSequence =>
        NormalKeypad + "\e[?1049h" + (HasTitle ? SaveTitle : string.Empty) + "\e[?2004h" + (HasMouse ? "\e[?1000h\e[?1006h" : string.Empty);

    /// <summary>The sequence that restores the terminal.</summary>
    public string LeaveSequence =>
        (HasHyperlinks ? "\e]8;;\e\\" : string.Empty) + (HasSynchronizedOutput ? "\e[?2026l" : string.Empty) + "\e[m\e[r\e[?2004l"
        + (HasMouse ? "\e[?1006l\e[?1000l" : string.Empty) + (HasTitle ? RestoreTitle : string.Empty)
        + (HasProgress ? ProgressSequence(null) : string.Empty) + "\e[?25h\e[?1049l" + NormalKeypad;

    /// <summary>The sequence that shows progress (OSC 9;4, introduced by ConEmu).</summary>
    /// <param name="percent">0 to 100; null without a refresh.</param>
    public static string ProgressSequence(int? percent) =>
        percent is { } done ? FormattableString.Invariant($"\e]9;4;1;{Math.Clamp(done, 0, 100)}\e\\") : "\e]9;4;0;0\e\\";

    /// <summary>Derives the traits from the environment.</summary>
    /// <param name="environment">Looks up a variable; null if it is not set.</param>
    public static TerminalTraits From(Func<string, string?> environment)
    {
        var term = environment("TERM") ?? string.Empty;
        var isPlainTerminal = term is "linux" or "vt100" or "vt102" or "vt220" or "ansi";
        return new TerminalTraits
        {
            Colors = ColorsOf(term, environment),
            IsAscii = isPlainTerminal || !IsUtf8(environment),
            IsRemote = Has("SSH_CONNECTION") || Has("SSH_TTY"),
            Multiplexer = Has("TMUX") ? Multiplexer.Tmux : Has("STY") ? Multiplexer.Screen : Multiplexer.None,
            HasSynchronizedOutput = !isPlainTerminal,
            HasHyperlinks = !isPlainTerminal,
            HasIsolates = !Has("TMUX") && !Has("STY")
                && (term.StartsWith("mlterm", StringComparison.Ordinal) || Has("MLTERM") || Has("KONSOLE_VERSION")
                    || environment("TERM_PROGRAM") is "Apple_Terminal"),
            HasTitle = !isPlainTerminal,
            HasEraseCharacters = term is not ("vt100" or "vt102"),
            HasColumnAddress = term is not ("vt100" or "vt102" or "vt220"),
            HasRepeat = RepeatingTerms.Any(known => term.StartsWith(known, StringComparison.Ordinal)) || Has("XTERM_VERSION"),
            Pictures = PicturesOf(term, environment),
            HasProgress = !Has("TMUX") && !Has("STY") && (Has("ConEmuPID") || Has("WT_SESSION")
                || term.Contains("ghostty", StringComparison.Ordinal) || environment("TERM_PROGRAM") is "ghostty" or "WezTerm" or "mintty"),
        };

        bool Has(string name) => environment(name) is { Length: > 0 };
    }

    /// <summary>Applies the configuration.</summary>
    public TerminalTraits With(ReaderSettings settings)
    {
        var colours = settings.Theme == ReaderTheme.Mono ? ColorLevel.None : Colors;
        var pictures = PicturesOf(settings, colours);
        return WithSwitches(settings) with
        {
            Colors = colours,
            Pictures = pictures,
            ShowsPictures = pictures != PictureProtocol.None
                && Choose(settings.Images, !IsRemote && (pictures is PictureProtocol.Kitty or PictureProtocol.Sixel)),
        };
    }

    /// <summary>The protocol for a terminal: half blocks need 256 colours, and graphics do not pass multiplexers.</summary>
    private PictureProtocol PicturesOf(ReaderSettings settings, ColorLevel colours)
    {
        var can = colours is not (ColorLevel.Palette256 or ColorLevel.TrueColor) || IsAscii ? PictureProtocol.None
            : Multiplexer != Multiplexer.None || Pictures == PictureProtocol.None ? PictureProtocol.HalfBlocks : Pictures;
        return settings.Images == SettingSwitch.Off ? PictureProtocol.None : settings.Graphics switch
        {
            ReaderGraphics.Auto => can,
            ReaderGraphics.Kitty when can != PictureProtocol.None => PictureProtocol.Kitty,
            ReaderGraphics.Sixel => PictureProtocol.Sixel,
            ReaderGraphics.Blocks when can != PictureProtocol.None => PictureProtocol.HalfBlocks,
            _ => PictureProtocol.None,
        };
    }

    private TerminalTraits WithSwitches(ReaderSettings settings) => this with
    {
        HasMouse = HasMouse && settings.Mouse,
        HasHyperlinks = Choose(settings.Hyperlinks, HasHyperlinks),
        HasIsolates = Choose(settings.Bidi, HasIsolates) && !Choose(settings.Ascii, IsAscii),
        HasTitle = HasTitle && settings.Title,
        IsAscii = Choose(settings.Ascii, IsAscii),
        TerminalClipboard = settings.Clipboard,
    };

    private static readonly string[] RepeatingTerms = ["foot", "xterm-kitty", "alacritty", "wezterm", "xterm-ghostty", "contour"];
    private static readonly string[] SixelTerms = ["foot", "mlterm", "contour", "yaft", "wezterm"];
    private static readonly string[] RichTerms = ["256color", "kitty", "foot", "alacritty", "wezterm", "ghostty", "direct"];

    /// <summary>The graphics protocol by the name of the terminal. WezTerm and Konsole lack kitty's placeholders.</summary>
    private static PictureProtocol PicturesOf(string term, Func<string, string?> environment)
    {
        var program = environment("TERM_PROGRAM") ?? string.Empty;
        if (term.Contains("kitty", StringComparison.Ordinal) || term.Contains("ghostty", StringComparison.Ordinal) || program == "ghostty"
            || environment("KITTY_WINDOW_ID") is { Length: > 0 })
            return PictureProtocol.Kitty;
        return SixelTerms.Any(known => term.StartsWith(known, StringComparison.Ordinal)) || program is "WezTerm" or "mintty" or "rio"
            || environment("WT_SESSION") is { Length: > 0 }
            ? PictureProtocol.Sixel : PictureProtocol.None;
    }

    private static bool Choose(SettingSwitch setting, bool found) => setting switch
    {
        SettingSwitch.On => true,
        SettingSwitch.Off => false,
        SettingSwitch.Auto => found,
    };

    private static ColorLevel ColorsOf(string term, Func<string, string?> environment)
    {
        if (environment("NO_COLOR") is { Length: > 0 } || term.StartsWith("vt", StringComparison.Ordinal)
            || term.EndsWith("-m", StringComparison.Ordinal) || term.EndsWith("-mono", StringComparison.Ordinal))
            return ColorLevel.None;
        if (environment("COLORTERM") is "truecolor" or "24bit")
            return ColorLevel.TrueColor;
        return RichTerms.Any(rich => term.Contains(rich, StringComparison.Ordinal)) ? ColorLevel.Palette256 : ColorLevel.Sixteen;
    }

    private static bool IsUtf8(Func<string, string?> environment)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsFreeBSD())
            return true;
        string[] variables = ["LC_ALL", "LC_CTYPE", "LANG"];   // In the order of the C library.
        var locale = variables.Select(environment).FirstOrDefault(value => value is { Length: > 0 }) ?? string.Empty;
        return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
