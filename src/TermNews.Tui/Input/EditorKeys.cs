namespace TermNews.Tui.Input;

/// <summary>The readline keys of every text field.</summary>
internal static class EditorKeys
{
    private static readonly (string[] Keys, Action<TextEditor, int> Run)[] Table =
    [
        (["Backspace"], static (editor, _) => editor.DeleteBefore()),
        (["Delete", "Ctrl-D"], static (editor, _) => editor.DeleteAfter()),
        (["Left", "Ctrl-B"], static (editor, _) => editor.MoveLeft()),
        (["Right", "Ctrl-F"], static (editor, _) => editor.MoveRight()),
        (["Ctrl-Left", "Alt-b"], static (editor, _) => editor.MoveWordLeft()),
        (["Ctrl-Right", "Alt-f"], static (editor, _) => editor.MoveWordRight()),
        (["Home", "Ctrl-A"], static (editor, _) => editor.MoveToLineStart()),
        (["End", "Ctrl-E"], static (editor, _) => editor.MoveToLineEnd()),
        (["Ctrl-K"], static (editor, _) => editor.KillToLineEnd()),
        (["Ctrl-U"], static (editor, _) => editor.KillToLineStart()),
        (["Ctrl-W", "Alt-Backspace"], static (editor, _) => editor.KillWordBefore()),
        (["Alt-d"], static (editor, _) => editor.KillWordAfter()),
        (["Ctrl-Y"], static (editor, _) => editor.Yank()),
        (["Up", "Ctrl-P"], static (editor, width) => editor.MoveRow(-1, width)),
        (["Down", "Ctrl-N"], static (editor, width) => editor.MoveRow(1, width)),
        (["Enter"], static (editor, _) => editor.Insert("\n")),
        (["Space"], static (editor, _) => editor.Insert(" ")),
    ];

    private static readonly Dictionary<string, Action<TextEditor, int>> Commands = Table
        .SelectMany(static row => row.Keys, static (row, key) => (Key: KeyPress.Parse(key)!.ToString(), row.Run))
        .ToDictionary(static command => command.Key, static command => command.Run);

    /// <summary>Gives a key to a field.</summary>
    /// <param name="editor">The field.</param>
    /// <param name="key">The key.</param>
    /// <param name="width">How wide the field is, for moving between rows.</param>
    public static void Press(TextEditor editor, KeyPress key, int width)
    {
        if (Commands.TryGetValue(key.ToString(), out var command))
            command(editor, width);
        else if (!key.Ctrl && !key.Alt && !IsNamed(key.Name))
            editor.Insert(key.Name);
    }

    private static bool IsNamed(string name) => name.Length > 1 && name.All(char.IsAsciiLetterOrDigit);
}
