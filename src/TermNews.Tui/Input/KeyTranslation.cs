using Terminal.Gui.Drivers;
using Terminal.Gui.Input;

namespace TermNews.Tui.Input;

/// <summary>Turns the toolkit's keys into those of the key map.</summary>
internal static class KeyTranslation
{
    private static readonly Dictionary<KeyCode, string> Named = new()
    {
        [KeyCode.Esc] = "Esc",
        [KeyCode.Enter] = "Enter",
        [KeyCode.Tab] = "Tab",
        [KeyCode.Backspace] = "Backspace",
        [KeyCode.Delete] = "Delete",
        [KeyCode.Insert] = "Insert",
        [KeyCode.Home] = "Home",
        [KeyCode.End] = "End",
        [KeyCode.PageUp] = "PgUp",
        [KeyCode.PageDown] = "PgDn",
        [KeyCode.CursorUp] = "Up",
        [KeyCode.CursorDown] = "Down",
        [KeyCode.CursorLeft] = "Left",
        [KeyCode.CursorRight] = "Right",
        [KeyCode.Space] = "Space",
        [KeyCode.F1] = "F1",
        [KeyCode.F2] = "F2",
        [KeyCode.F3] = "F3",
        [KeyCode.F4] = "F4",
        [KeyCode.F5] = "F5",
        [KeyCode.F6] = "F6",
        [KeyCode.F7] = "F7",
        [KeyCode.F8] = "F8",
        [KeyCode.F9] = "F9",
        [KeyCode.F10] = "F10",
        [KeyCode.F11] = "F11",
        [KeyCode.F12] = "F12",
    };

    /// <summary>The key of the key map, or null for one that it does not know (a modifier alone).</summary>
    public static KeyPress? ToKeyPress(Key key)
    {
        var bare = key.NoCtrl.NoAlt.NoShift.KeyCode;
        if (Named.TryGetValue(bare, out var name))
        {
            var isControl = key.IsCtrl && bare is not (KeyCode.Enter or KeyCode.Backspace);   // As Ctrl-J and Ctrl-H come.
            return KeyPress.Parse(name)! with { Ctrl = isControl, Alt = key.IsAlt, Shift = key.IsShift && bare != KeyCode.Space };
        }
        if (key.IsCtrl)
            return OfControl((char)bare, key.IsAlt);
        return TextOf(key.NoAlt) is { } text ? new KeyPress(text) { Alt = key.IsAlt } : null;
    }

    /// <summary>The text that a key types; null for a command.</summary>
    public static string? TextOf(Key key)
    {
        if (key.IsCtrl || key.IsAlt)
            return null;
        var text = key.AsGrapheme;
        return text.Length == 0 || char.IsControl(text[0]) ? null : text;
    }

    /// <summary>Some keys send what Ctrl and a letter send: with Alt, Enter comes as Ctrl-M, Backspace as Ctrl-H.</summary>
    private static KeyPress? OfControl(char bare, bool isAlt) => bare switch
    {
        'M' or 'J' => new KeyPress("Enter") { Alt = isAlt },
        'H' => new KeyPress("Backspace") { Alt = isAlt },
        'I' => new KeyPress("Tab") { Alt = isAlt },
        > ' ' and <= '~' => new KeyPress(bare.ToString()) { Ctrl = true, Alt = isAlt },
        _ => null,
    };
}
