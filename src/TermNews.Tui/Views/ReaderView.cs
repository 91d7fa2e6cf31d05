using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Session;

namespace TermNews.Tui.Views;

/// <summary>The whole screen: places the areas, gives them their rows, and passes keys to the view model.</summary>
internal sealed class ReaderView : Runnable
{
    private readonly ReaderViewModel _reader;
    private readonly LinePainter _painter;
    private readonly UiTasks _tasks;
    private readonly LineView _title, _list, _column, _page, _over, _status;
    private readonly EditorView _comment, _prompt;
    private bool _isRendering, _isStale, _wasWriting;
    private int _gap = -1;
    private Func<string, CancellationToken, Task>? _asked;

    public ReaderView(ReaderViewModel reader, LinePainter painter, UiTasks tasks)
    {
        (_reader, _painter, _tasks) = (reader, painter, tasks);
        Border.Settings = default;
        (_title, _list, _column) = (new(painter), new(painter), new(painter));
        (_page, _over, _status) = (new(painter), new(painter), new(painter));
        (_comment, _prompt) = (new(painter, isMultiline: true), new(painter, isMultiline: false));
        Add(_title, _list, _column, _page, _over, _comment, _status, _prompt);
        reader.Changed += OnChanged;
        reader.FrontPage.Changed += OnChanged;
        reader.Article.Changed += OnChanged;
        reader.CommentBox.Changed += OnChanged;
        reader.Feeds.Changed += OnChanged;
        reader.Help.Changed += OnChanged;
    }

    /// <summary>Takes a key: to the command it means, else to the text that is being written.</summary>
    public void Press(KeyPress key)
    {
        var isTextKey = _reader.Scope is KeyScope.Prompt or KeyScope.Comment;
        if (!isTextKey || _reader.Wants(key))
            _tasks.Start(token => _reader.PressAsync(key, token));
        else if (_reader.Scope == KeyScope.Prompt)
            _prompt.Press(key);
        else
            _comment.Press(key);
    }

    /// <summary>Takes a pasted text: it is written where a text is being written, and is never a command.</summary>
    public void Paste(string text)
    {
        if (_reader.Scope == KeyScope.Prompt)
            _prompt.Paste(text);
        else if (_reader.Scope == KeyScope.Comment)
            _comment.Paste(text);
    }

    /// <summary>Takes a click.</summary>
    public void Click(Point place, bool isDouble) =>
        _tasks.Start(token => _reader.ClickAsync(place.X, place.Y, isDouble, token));

    /// <summary>Takes a turn of the wheel.</summary>
    public void Wheel(Point place, int step) => _tasks.Start(token => _reader.WheelAsync(place.X, step, token));

    /// <summary>Draws the state of the view models.</summary>
    public void Render()
    {
        _isStale = true;
        if (_isRendering)
            return;
        _isRendering = true;
        while (_isStale)
        {
            _isStale = false;
            RenderOnce();
        }
        _isRendering = false;
    }

    protected override bool OnClearingViewport() => true;   // The areas draw every cell of theirs, the gap is drawn below.

    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (App?.Driver is not { } driver || _gap < 0)
            return true;
        for (var row = _list.Frame.Top; row < _list.Frame.Bottom; row++)
            _painter.Draw(driver, row, _gap, 1, TextLine.Empty);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Changed -= OnChanged;
            _reader.FrontPage.Changed -= OnChanged;
            _reader.Article.Changed -= OnChanged;
            _reader.CommentBox.Changed -= OnChanged;
            _reader.Feeds.Changed -= OnChanged;
            _reader.Help.Changed -= OnChanged;
        }
        base.Dispose(disposing);
    }

    private void OnChanged(object? sender, EventArgs e) => Render();

    private void RenderOnce()
    {
        var state = _reader.State;
        _painter.Cursor = null;
        Place(state);
        _title.Show([_reader.TitleRow()]);
        _status.Show(state.IsTooSmall ? [] : [_reader.StatusRow()]);
        if (state.IsTooSmall)
            return;
        RenderList(state);
        RenderPage();
        RenderOver(state);
        RenderComment(state);
        RenderPrompt(state);
    }

    private void Place(ReaderState state)
    {
        var (layout, size) = (state.Layout, new Size(state.Width, state.Height));
        if (state.IsTooSmall)
        {
            foreach (var view in new[] { _list, _column, _page, _over, _comment, _status, _prompt })
                view.Place(Rectangle.Empty);
            _title.Place(new Rectangle(Point.Empty, size));
            return;
        }
        var over = Math.Min(OverRows.Of(state, size.Width).Count, layout.BodyHeight);
        var body = layout.BodyHeight - over;   // A menu takes rows of the page: areas never overlap.
        var pageWidth = layout.PageWidth;
        _title.Place(new Rectangle(0, 0, size.Width, 1));
        _list.Place(new Rectangle(0, 1, layout.ListWidth, body));
        _column.Place(new Rectangle(size.Width - layout.ColumnWidth, 1, layout.ColumnWidth, body));
        _page.Place(new Rectangle(size.Width - pageWidth, 1, pageWidth, Math.Min(body, layout.PageHeight)));
        _comment.Place(new Rectangle(size.Width - pageWidth, 1 + layout.PageHeight, pageWidth, layout.BoxHeight));
        _over.Place(new Rectangle(0, 1 + body, size.Width, over));
        _status.Place(new Rectangle(0, size.Height - 1, size.Width, state.Prompt is null ? 1 : 0));
        _prompt.Place(new Rectangle(0, size.Height - 1, size.Width, state.Prompt is null ? 0 : 1));
        _gap = layout.ListWidth > 0 && layout.ListWidth < size.Width ? layout.ListWidth : -1;
        SetNeedsDraw();
    }

    private void RenderList(ReaderState state)
    {
        var front = _reader.FrontPage;
        if (_list.Visible)
            _list.Show(front.Rows(state.Layout.ListWidth), 0, front.State.Lines.Count == 0 ? -1 : front.State.Selected - front.State.Top);
        if (_column.Visible)
            _column.Show(front.Columns(state.Layout.ColumnWidth));
    }

    private void RenderPage()
    {
        if (!_page.Visible)
            return;
        var page = _reader.Page();
        _page.Show(page.Lines, page.Top, page.Selected);
    }

    /// <summary>A menu, a note or what a question is about, at the bottom over the page.</summary>
    private void RenderOver(ReaderState state)
    {
        if (_over.Visible)
            _over.Show(OverRows.Of(state, state.Width), 0, OverRows.SelectedOf(state));
    }

    private void RenderComment(ReaderState state)
    {
        var box = _reader.CommentBox;
        if (state.IsWriting && !_wasWriting)
            _comment.Begin(box.State.Text, box.Change);
        _wasWriting = state.IsWriting;
        if (state.IsWriting)
            _comment.Render(OverRows.CommentHeading(box.State, _comment.Frame.Width), box.State.Text);
    }

    private void RenderPrompt(ReaderState state)
    {
        if (state.Prompt is { } prompt)
        {
            if (_asked != prompt.AcceptAsync)
                _prompt.Begin(prompt.Text, TakePrompt);
            _prompt.Render(new TextLine([new TextRun(prompt.Label, TextStyle.Bold)]), prompt.Text);
        }
        _asked = state.Prompt?.AcceptAsync;
    }

    private string TakePrompt(string text)
    {
        _tasks.Start(token => _reader.ChangePromptAsync(text, token));
        return text;
    }
}
