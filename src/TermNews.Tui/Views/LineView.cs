using Terminal.Gui.ViewBase;

namespace TermNews.Tui.Views;

/// <summary>An area of rows of styled text: lists, articles, help, title row and status row.</summary>
internal class LineView : View
{
    private readonly LinePainter _painter;
    private IReadOnlyList<TextLine> _lines = [];
    private int _top;
    private int _selected = -1;

    public LineView(LinePainter painter)
    {
        _painter = painter;
        CanFocus = false;
    }

    /// <summary>Puts text into cells.</summary>
    protected LinePainter Painter => _painter;

    /// <summary>Shows lines from one on.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="top">The line in the first row.</param>
    /// <param name="selected">The line to show in reverse; -1 for none.</param>
    public void Show(IReadOnlyList<TextLine> lines, int top = 0, int selected = -1)
    {
        Take(lines, top, selected);
        SetNeedsDraw();
    }

    /// <summary>As <see cref="Show"/>, while drawing.</summary>
    protected void Take(IReadOnlyList<TextLine> lines, int top = 0, int selected = -1) =>
        (_lines, _top, _selected) = (lines, top, selected);

    /// <summary>Moves to a place on the screen; one without rows is not drawn.</summary>
    public void Place(Rectangle area)
    {
        Visible = area is { Width: > 0, Height: > 0 };
        if (Visible && Frame != area)
            Frame = area;
    }

    protected override bool OnClearingViewport() => true;   // Every row is drawn to its end.

    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (App?.Driver is not { } driver)
            return true;
        var area = FrameToScreen();
        for (var row = 0; row < area.Height; row++)
        {
            var at = _top + row;
            var line = at >= 0 && at < _lines.Count ? _lines[at] : TextLine.Empty;
            _painter.Draw(driver, area.Y + row, area.X, area.Width, line, at == _selected ? TextStyle.Reverse : TextStyle.Plain);
        }
        return true;
    }
}
