using Terminal.Gui.Drivers;
using Terminal.Gui.Input;

namespace TermNews.Tui.Input;

/// <summary>Names the toolkit's keys as the key map writes them: <c>j</c>, <c>G</c>, <c>Ctrl-D</c>, <c>Alt-Enter</c>, <c>Shift-Tab</c>, <c>PgDn</c>.</summary>
internal static class KeyNames
{
    private static readonly Dictionary<KeyCode, string> Named = new()
    {
        [KeyCode.Esc] = "Esc", [KeyCode.Enter] = "Enter", [KeyCode.Tab] = "Tab", [KeyCode.Backspace] = "Backspace", [KeyCode.Delete] = "Delete",
        [KeyCode.Insert] = "Insert", [KeyCode.Home] = "Home", [KeyCode.End] = "End", [KeyCode.PageUp] = "PgUp", [KeyCode.PageDown] = "PgDn",
        [KeyCode.CursorUp] = "Up", [KeyCode.CursorDown] = "Down", [KeyCode.CursorLeft] = "Left", [KeyCode.CursorRight] = "Right",
        [KeyCode.Space] = "Space", [KeyCode.F1] = "F1", [KeyCode.F2] = "F2", [KeyCode.F3] = "F3", [KeyCode.F4] = "F4", [KeyCode.F5] = "F5",
        [KeyCode.F6] = "F6", [KeyCode.F7] = "F7", [KeyCode.F8] = "F8", [KeyCode.F9] = "F9", [KeyCode.F10] = "F10", [KeyCode.F11] = "F11", [KeyCode.F12] = "F12",
    };

    /// <summary>The name of a key, or null for one that has none (a modifier alone).</summary>
    public static string? Of(Key key)
    {
        var bare = key.NoCtrl.NoAlt.NoShift.KeyCode;
        if (Named.TryGetValue(bare, out var name))
            return Prefix(bare is KeyCode.Enter or KeyCode.Backspace ? key.NoCtrl : key) + (key.IsShift && name != "Space" ? "Shift-" : string.Empty) + name;
        if (key.IsCtrl)
            return OfControl(key, bare);
        var text = TextOf(key.NoAlt);
        return text is null ? null : Prefix(key) + text;
    }

    /// <summary>What a key writes into a text, or null for a command.</summary>
    public static string? TextOf(Key key)
    {
        if (key.IsCtrl || key.IsAlt)
            return null;
        var text = key.AsGrapheme;
        return text.Length == 0 || char.IsControl(text[0]) ? null : text;
    }

    /// <summary>Some keys send what Ctrl and a letter send: with Alt, Enter comes as Ctrl-M, Backspace as Ctrl-H.</summary>
    private static string? OfControl(Key key, KeyCode bare) => (char)bare switch
    {
        'M' or 'J' => Prefix(key.NoCtrl) + "Enter",
        'H' => Prefix(key.NoCtrl) + "Backspace",
        'I' => Prefix(key.NoCtrl) + "Tab",
        >= 'A' and <= 'Z' and var letter => Prefix(key) + letter,
        > ' ' and <= '~' and var sign => Prefix(key) + sign,
        _ => null,
    };

    private static string Prefix(Key key) => (key.IsCtrl ? "Ctrl-" : string.Empty) + (key.IsAlt ? "Alt-" : string.Empty);
}
