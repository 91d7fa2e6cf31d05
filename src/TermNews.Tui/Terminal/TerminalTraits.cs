using TermNews.Core.Configuration;

namespace TermNews.Tui.Terminal;

/// <summary>
/// What is known about the terminal without asking it: from the environment and the configuration alone, so the first frame never waits.
/// </summary>
internal sealed record TerminalTraits
{
    private const string NormalKeypad = "\e[?1l\e>";
    private const string SaveTitle = "\e[22;2t\e]2;TermNews\a", RestoreTitle = "\e[23;2t";

    /// <summary>How many colours are sent.</summary>
    public ColorLevel Colors { get; init; } = ColorLevel.Sixteen;

    /// <summary>Symbols have ASCII stand-ins.</summary>
    public bool IsAscii { get; init; }

    /// <summary>The reader sits at another machine.</summary>
    public bool IsRemote { get; init; }

    /// <summary>What sequences for the terminal outside have to be wrapped for.</summary>
    public Multiplexer Multiplexer { get; init; }

    /// <summary>Whole frames are shown at once (DEC private mode 2026); elsewhere the mode is ignored.</summary>
    public bool HasSynchronizedOutput { get; init; } = true;

    /// <summary>OSC 8; elsewhere the sequence is ignored.</summary>
    public bool HasHyperlinks { get; init; } = true;

    /// <summary>
    /// The terminal orders text from right to left itself and heeds the isolates of UAX #9; where that is not known, they may be boxes.
    /// </summary>
    public bool HasIsolates { get; init; }

    /// <summary>The window has a title that can be set (OSC 2) and restored (XTWINOPS 22 and 23).</summary>
    public bool HasTitle { get; init; } = true;

    /// <summary>Cells inside a row can be erased (ECH), as since the VT220.</summary>
    public bool HasEraseCharacters { get; init; } = true;

    /// <summary>The cursor can be sent to a column of its row (CHA): DEC's own terminals cannot.</summary>
    public bool HasColumnAddress { get; init; } = true;

    /// <summary>
    /// A character can be repeated (REP): only where that is sure, as some terminals print nothing, and tmux nothing but ASCII.
    /// </summary>
    public bool HasRepeat { get; init; }

    /// <summary>How far a refresh is can be shown in the window's frame or the task bar (OSC 9;4).</summary>
    public bool HasProgress { get; init; }

    /// <summary>Clicks and the wheel are reported; motion never.</summary>
    public bool HasMouse { get; init; } = true;

    /// <summary>How pictures are shown.</summary>
    public PictureProtocol Pictures { get; init; }

    /// <summary>
    /// Articles show their pictures without being asked: where the terminal has graphics, and they do not come over a slow line.
    /// </summary>
    public bool ShowsPictures { get; init; }

    /// <summary>
    /// Whether texts are copied through the terminal (OSC 52): always, never, or where the reader sits at another machine or nothing else
    /// works.
    /// </summary>
    public SettingSwitch TerminalClipboard { get; init; }

    /// <summary>How long the rest of a split escape sequence may take.</summary>
    public int EscapeMilliseconds => IsRemote ? 500 : 25;

    /// <summary>
    /// What goes out before the first frame. The runtime's console may have switched the keypad over and never switches it back.
    /// </summary>
    public string EnterSequence =>
        NormalKeypad + "\e[?1049h" + (HasTitle ? SaveTitle : string.Empty) + "\e[?2004h" + (HasMouse ? "\e[?1000h\e[?1006h" : string.Empty);

    /// <summary>What undoes it.</summary>
    public string LeaveSequence =>
        (HasHyperlinks ? "\e]8;;\e\\" : string.Empty) + (HasSynchronizedOutput ? "\e[?2026l" : string.Empty) + "\e[m\e[r\e[?2004l"
        + (HasMouse ? "\e[?1006l\e[?1000l" : string.Empty) + (HasTitle ? RestoreTitle : string.Empty)
        + (HasProgress ? ProgressSequence(null) : string.Empty) + "\e[?25h\e[?1049l" + NormalKeypad;

    /// <summary>Shows how far a refresh is (OSC 9;4, as ConEmu began it).</summary>
    /// <param name="percent">0 to 100; null where none is going on.</param>
    public static string ProgressSequence(int? percent) =>
        percent is { } done ? FormattableString.Invariant($"\e]9;4;1;{Math.Clamp(done, 0, 100)}\e\\") : "\e]9;4;0;0\e\\";

    /// <summary>Reads the environment.</summary>
    /// <param name="environment">Gives a variable's value or null.</param>
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

    /// <summary>Lets the configuration have its say.</summary>
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

    /// <summary>Half blocks need many colours; graphics go through no multiplexer.</summary>
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

    /// <summary>
    /// The graphics that terminals are known to have by their names. WezTerm and Konsole have no placeholders of kitty's.
    /// </summary>
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
        string[] variables = ["LC_ALL", "LC_CTYPE", "LANG"];   // In the order the C library reads them.
        var locale = variables.Select(environment).FirstOrDefault(value => value is { Length: > 0 }) ?? string.Empty;
        return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
