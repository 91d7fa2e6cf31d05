using Terminal.Gui.ViewBase;
using TermNews.Tui.Input;

namespace TermNews.Tui.Views;

/// <summary>A text field: a heading above several rows, or a label before one, with the cursor.</summary>
internal sealed class EditorView(LinePainter painter, bool isMultiline) : LineView(painter)
{
    private TextEditor _editor = new(isMultiline, text => text);
    private TextLine _heading = TextLine.Empty;

    private int TextWidthNow => Math.Max(2, Frame.Width - (isMultiline ? 0 : LabelWidth));

    private int LabelWidth => Math.Min(TextWidth.Of(_heading.ToString()), Frame.Width / 2);

    /// <summary>Starts with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="accept">Gets a changed text and gives the text that is taken.</param>
    public void Begin(string text, Func<string, string> accept)
    {
        _editor = new TextEditor(isMultiline, accept);
        _editor.Reset(text);
    }

    /// <summary>Draws the field as it is now.</summary>
    /// <param name="heading">The row above the text, or the label before a single row.</param>
    /// <param name="text">The owner's text; it replaces the text here if they differ.</param>
    public void Render(TextLine heading, string text)
    {
        _heading = heading;
        if (text != _editor.Text)
            _editor.Reset(text);
        if (Visible)
            SetNeedsDraw();
    }

    /// <summary>Gives a key to the text.</summary>
    public void Press(KeyPress key)
    {
        EditorKeys.Press(_editor, key, TextWidthNow);
        SetNeedsDraw();
    }

    /// <summary>Inserts a pasted text; it is never a command.</summary>
    public void Paste(string text)
    {
        _editor.Insert(ForeignText.CleanLines(text));
        SetNeedsDraw();
    }

    protected override bool OnDrawingContent(DrawContext? context)
    {
        var area = FrameToScreen();
        var rows = _editor.Rows(TextWidthNow).Select(row => _editor.Text.Substring(row.Start, row.Length)).ToList();
        var (caretRow, caretColumn) = _editor.CaretPlace(TextWidthNow);
        if (isMultiline)
        {
            var first = Math.Max(0, caretRow - Math.Max(0, area.Height - 2));
            Take([_heading, .. rows.Skip(first).Select(row => new TextLine([new TextRun(row)]))]);
            Painter.Cursor = new Point(area.X + caretColumn, area.Y + 1 + caretRow - first);
        }
        else
        {
            Take([new TextLine([.. _heading.Runs, new TextRun(rows[caretRow])])]);
            Painter.Cursor = new Point(area.X + LabelWidth + caretColumn, area.Y);
        }
        return base.OnDrawingContent(context);
    }
}
