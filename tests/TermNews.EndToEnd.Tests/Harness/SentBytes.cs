using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>Bytes a program sent to its terminal, and what they say.</summary>
internal sealed partial class SentBytes(byte[] bytes)
{
    private static readonly string[] ShownByDefault = ["7", "25"];
    private readonly string _raw = Encoding.UTF8.GetString(bytes);

    public int Count => bytes.Length;

    public bool IsAscii => bytes.All(b => b < 0x80);

    /// <summary>The bytes as text, with all sequences.</summary>
    public string Raw => _raw;

    /// <summary>
    /// The text in the order it was sent: moves to the right are spaces, other moves line feeds, all other sequences nothing.
    /// </summary>
    public string Text => field ??= MoveElsewhere.Replace(Invisible.Replace(MoveRight.Replace(_raw, Spaces), ""), "\n");

    /// <summary>Colours that were asked for, as the numbers of their attributes.</summary>
    public IReadOnlyList<string> Colours =>
    [
        .. Looks.Matches(_raw).SelectMany(look => look.Groups[1].Value.Split(';'))
            .Where(code => int.TryParse(code, CultureInfo.InvariantCulture, out var n) && n is (>= 30 and <= 38) or (>= 40 and <= 48)
            or (>= 90 and <= 107)),
    ];

    /// <summary>What is not as a terminal has it at first: modes, keypad, title, scroll region, look, link.</summary>
    public IReadOnlyList<string> LeftOn
    {
        get
        {
            var modes = PrivateModes.Matches(_raw)
                .SelectMany(mode => mode.Groups[1].Value.Split(';').Select(number => (number, Value: mode.Groups[2].Value)))
                .GroupBy(mode => mode.number)
                .Where(mode => mode.Last().Value != (ShownByDefault.Contains(mode.Key) ? "h" : "l"))
                .Select(mode => $"mode {mode.Key}");
            return
            [
                .. modes,
                .. When(LastOf("\e=") > LastOf("\e>"), "keypad"),
                .. When(Titles("22") != Titles("23"), "title"),
                .. When(Looks.Matches(_raw) is [.., var look] && look.Groups[1].Value is not ("" or "0"), "look"),
                .. When(Regions.Matches(_raw) is [.., var region] && region.Groups[1].Value.Length > 0, "scroll region"),
                .. When(Links.Matches(_raw) is [.., var link] && link.Groups[1].Value.Length > 0, "link"),
            ];
        }
    }

    private int Titles(string operation) => Regex.Count(_raw, $@"\e\[{operation}(;[0-9;]*)?t");

    private int LastOf(string sequence) => _raw.LastIndexOf(sequence, StringComparison.Ordinal);

    private static IEnumerable<string> When(bool isSo, string what) => isSo ? [what] : [];

    private static string Spaces(Match move) =>
        new(' ', move.Groups[1].Value.Length == 0 ? 1 : int.Parse(move.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\e\[(\d*)C")]
    private static partial Regex MoveRight { get; }

    [GeneratedRegex(@"\e\[[0-9;]*[ABHdr]|\r\n?|\eM")]
    private static partial Regex MoveElsewhere { get; }

    [GeneratedRegex(@"\e\[[?>=<]?[0-9;:]*[ -/]*(?![ABCHdr])[@-~]|\e\[\?[0-9;]*r|\e[\]P][^\a\e]*(\a|\e\\)|\e[=>78(]B?")]
    private static partial Regex Invisible { get; }

    [GeneratedRegex(@"\e\[([0-9;:]*)m")]
    private static partial Regex Looks { get; }

    [GeneratedRegex(@"\e\[\?([0-9;]+)([hl])")]
    private static partial Regex PrivateModes { get; }

    [GeneratedRegex(@"\e\[([0-9;]*)r")]
    private static partial Regex Regions { get; }

    [GeneratedRegex(@"\e\]8;[^;]*;([^\a\e]*)(?:\a|\e\\)")]
    private static partial Regex Links { get; }
}
