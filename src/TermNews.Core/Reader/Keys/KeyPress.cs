namespace TermNews.Core.Reader.Keys;

/// <summary>
/// A key press, in the spelling of the key map: <c>j</c>, <c>J</c>, <c>Space</c>, <c>Down</c>, <c>Ctrl-D</c>,
/// <c>Shift-Tab</c>.
/// </summary>
/// <param name="Name">A typed character, or the name of a key.</param>
public sealed record KeyPress(string Name)
{
    private static readonly string[] Named =
    [
        "Space", "Enter", "Esc", "Tab", "Backspace", "Delete", "Insert", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn",
        "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
    ];

    private static readonly Dictionary<string, string> Spellings = MakeSpellings();

    /// <summary>Held with Ctrl.</summary>
    public bool Ctrl { get; init; }

    /// <summary>Held with Alt.</summary>
    public bool Alt { get; init; }

    /// <summary>Held with Shift; only for named keys, because a letter is upper-case already.</summary>
    public bool Shift { get; init; }

    /// <summary>The digit it types, or -1.</summary>
    public int Digit => Name.Length == 1 && char.IsAsciiDigit(Name[0]) && !Ctrl && !Alt ? Name[0] - '0' : -1;

    /// <summary>A typed character.</summary>
    public static KeyPress Of(char typed) => typed == ' ' ? new KeyPress("Space") : new KeyPress(typed.ToString());

    /// <summary>Reads a key: <c>ctrl+d</c>, <c>C-d</c>, <c>^D</c> and <c>Ctrl-D</c> are one; null where it is none.</summary>
    public static KeyPress? Parse(string text)
    {
        var (rest, ctrl, alt, shift) = (text.Trim(), false, false, false);
        if (rest.Length == 2 && rest[0] == '^')
            (rest, ctrl) = (rest[1..], true);
        for (var at = SeparatorOf(rest); at > 0; at = SeparatorOf(rest))
        {
            switch (rest[..at].ToUpperInvariant())
            {
                case "CTRL" or "C": ctrl = true; break;
                case "ALT" or "A" or "M" or "META": alt = true; break;
                case "SHIFT" or "S": shift = true; break;
                default: return null;
            }
            rest = rest[(at + 1)..];
        }
        if (Spellings.TryGetValue(rest.ToUpperInvariant(), out var name))
            return new KeyPress(name) { Ctrl = ctrl, Alt = alt, Shift = shift };
        return new StringInfo(rest).LengthInTextElements == 1 ? OfCharacter(rest, ctrl, alt, shift) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => (Ctrl ? "Ctrl-" : "") + (Alt ? "Alt-" : "") + (Shift ? "Shift-" : "") + Name;

    private static int SeparatorOf(string text) => text.AsSpan(0, Math.Max(0, text.Length - 1)).IndexOfAny('+', '-');

    /// <summary>With Ctrl a letter is upper-case, because terminals send no case; else Shift is part of the letter.</summary>
    private static KeyPress OfCharacter(string character, bool ctrl, bool alt, bool shift) =>
        new(ctrl || shift ? character.ToUpperInvariant() : character) { Ctrl = ctrl, Alt = alt };

    private static Dictionary<string, string> MakeSpellings()
    {
        var spellings = Named.ToDictionary(name => name.ToUpperInvariant());
        foreach (var (other, name) in new[]
                 {
                     ("ESCAPE", "Esc"), ("RETURN", "Enter"), ("CR", "Enter"), ("DEL", "Delete"), ("PAGEUP", "PgUp"), ("PAGEDOWN", "PgDn"),
                     ("PGDOWN", "PgDn"), ("BS", "Backspace"), ("INS", "Insert"), (" ", "Space"),
                 })
            spellings[other] = name;
        return spellings;
    }
}
