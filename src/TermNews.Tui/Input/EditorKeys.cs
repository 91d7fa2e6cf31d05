using TermNews.Core.Reader.Keys;

namespace TermNews.Tui.Input;

/// <summary>The readline keys of every text field.</summary>
internal static class EditorKeys
{
    private static readonly Dictionary<string, Action<TextEditor, int>> Commands = new Dictionary<string, Action<TextEditor, int>>
    {
        ["Backspace"] = (editor, _) => editor.DeleteBefore(),
        ["Delete"] = (editor, _) => editor.DeleteAfter(),
        ["Ctrl-D"] = (editor, _) => editor.DeleteAfter(),
        ["Left"] = (editor, _) => editor.MoveLeft(),
        ["Ctrl-B"] = (editor, _) => editor.MoveLeft(),
        ["Right"] = (editor, _) => editor.MoveRight(),
        ["Ctrl-F"] = (editor, _) => editor.MoveRight(),
        ["Ctrl-Left"] = (editor, _) => editor.MoveWordLeft(),
        ["Alt-b"] = (editor, _) => editor.MoveWordLeft(),
        ["Ctrl-Right"] = (editor, _) => editor.MoveWordRight(),
        ["Alt-f"] = (editor, _) => editor.MoveWordRight(),
        ["Home"] = (editor, _) => editor.MoveToLineStart(),
        ["Ctrl-A"] = (editor, _) => editor.MoveToLineStart(),
        ["End"] = (editor, _) => editor.MoveToLineEnd(),
        ["Ctrl-E"] = (editor, _) => editor.MoveToLineEnd(),
        ["Ctrl-K"] = (editor, _) => editor.KillToLineEnd(),
        ["Ctrl-U"] = (editor, _) => editor.KillToLineStart(),
        ["Ctrl-W"] = (editor, _) => editor.KillWordBefore(),
        ["Alt-Backspace"] = (editor, _) => editor.KillWordBefore(),
        ["Alt-d"] = (editor, _) => editor.KillWordAfter(),
        ["Ctrl-Y"] = (editor, _) => editor.Yank(),
        ["Up"] = (editor, width) => editor.MoveRow(-1, width),
        ["Ctrl-P"] = (editor, width) => editor.MoveRow(-1, width),
        ["Down"] = (editor, width) => editor.MoveRow(1, width),
        ["Ctrl-N"] = (editor, width) => editor.MoveRow(1, width),
        ["Enter"] = (editor, _) => editor.Insert("\n"),
        ["Space"] = (editor, _) => editor.Insert(" "),
    }.ToDictionary(pair => KeyPress.Parse(pair.Key)!.ToString(), pair => pair.Value);

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
