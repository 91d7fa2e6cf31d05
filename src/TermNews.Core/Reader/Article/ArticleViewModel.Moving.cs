using System.Globalization;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.Article;

public sealed partial class ArticleViewModel
{
    /// <summary>Columns of the text at most.</summary>
    public int WidestText { get; set; } = 78;

    /// <summary>Blank lines between two lines of a paragraph.</summary>
    public int LineSpacing { get; set; }

    private static readonly int[] UsualWidths = [40, 60, 78, 100, 120];

    private bool _staysAtEnd;
    private TextMatches _matches = TextMatches.None;

    private int TextWidthFor(int width) => TextWidthFor(width, WidestText);

    private static int TextWidthFor(int width, int widest) => Math.Min(widest, width - (width > 60 ? 2 : 0));

    /// <summary>The area has another size; the paragraph at the top stays there.</summary>
    public void Resize(int width, int height) => Show(State with { Width = width, Height = Math.Max(1, height) });

    /// <summary>Gives the text the next of the usual widths that there is room for, after the widest the narrowest. Gives its columns.</summary>
    public int ChangeWidth()
    {
        var room = TextWidthFor(State.Width, int.MaxValue);
        var now = TextWidthFor(State.Width);
        WidestText = UsualWidths.Append(room).Where(width => width > now && width <= room).DefaultIfEmpty(Math.Min(room, UsualWidths[0])).Min();
        ShowAnew();
        return WidestText;
    }

    /// <summary>Sets the lines of paragraphs apart, or close together. Gives the blank lines between two of them.</summary>
    public int ChangeSpacing()
    {
        LineSpacing = LineSpacing == 0 ? 1 : 0;
        ShowAnew();
        return LineSpacing;
    }

    private void ShowAnew()
    {
        ForgetPrepared();
        Show(State);
    }

    /// <summary>Scrolls by lines. Who comes to the end of the text in this way, and not by a jump, has read it.</summary>
    public void Scroll(int lines)
    {
        ScrollTo(State.Top + lines);
        if (lines > 0 && State.Document is not null && State.Top + State.Height >= State.Page.TextEnd)
            ReachEnd();
    }

    /// <summary>Scrolls so that a line is the first on the screen.</summary>
    public void ScrollTo(int line)
    {
        _staysAtEnd = false;
        State = State with { Top = Math.Clamp(line, 0, LastTop(State)), Number = string.Empty };
    }

    /// <summary>Scrolls to the end, also of what is still to come.</summary>
    public void ScrollToEnd()
    {
        ScrollTo(LastTop(State));
        _staysAtEnd = true;
    }

    /// <summary>Scrolls to the comments.</summary>
    public void ScrollToComments() => ScrollTo(State.Page.CommentsLine);

    /// <summary>Selects the next target, or the one before; the first time the first on the screen.</summary>
    public void SelectNext(int step)
    {
        var targets = State.Page.Targets;
        if (targets.Count == 0)
            return;
        var inOrder = Enumerable.Range(0, targets.Count).OrderBy(target => targets[target].Line).ThenBy(target => target).ToList();
        var at = inOrder.IndexOf(State.SelectedTarget);
        if (at < 0)
            at = step > 0
                ? Math.Max(0, inOrder.FindIndex(target => targets[target].Line >= State.Top))
                : Math.Max(0, inOrder.FindLastIndex(target => targets[target].Line < State.Top + State.Height));
        else
            at = Math.Clamp(at + step, 0, inOrder.Count - 1);
        Select(inOrder[at]);
    }

    /// <summary>A digit was typed: it and those before it are a link's number. False where there is no such link.</summary>
    public bool TypeDigit(int digit)
    {
        var number = State.Number + digit.ToString(CultureInfo.InvariantCulture);
        if (!IsLink(number))
            number = digit.ToString(CultureInfo.InvariantCulture);
        if (!IsLink(number))
        {
            State = State with { Number = string.Empty };
            return false;
        }
        var link = int.Parse(number, CultureInfo.InvariantCulture);
        Select(State.Page.Targets.Index().First(target => target.Item.Number == link).Index);
        State = State with { Number = number };
        return true;
    }

    /// <summary>Nothing is selected or searched for any more; false where nothing was.</summary>
    public bool Deselect()
    {
        if (State.JumpedFrom >= 0)
        {
            JumpBack();
            return true;
        }
        if (State is { SelectedTarget: -1, Search: "", Number: "" })
            return false;
        State = State with { SelectedTarget = -1, Search = string.Empty, Number = string.Empty };
        return true;
    }

    /// <summary>Goes to a place that a link of the text names (<c>#name</c>); false where there is none.</summary>
    public bool JumpTo(string place)
    {
        if (!State.Page.Places.TryGetValue(place.TrimStart('#'), out var line))
            return false;
        var from = State.Top;
        ScrollTo(line);
        State = State with { JumpedFrom = from, SelectedTarget = -1 };
        return true;
    }

    private void JumpBack()
    {
        ScrollTo(State.JumpedFrom);
        State = State with { JumpedFrom = -1 };
    }

    /// <summary>
    /// Searches in the text; the first match from the top of the screen on comes into view. Gives the number of lines with matches.
    /// </summary>
    public int SearchText(string text)
    {
        State = State with { Search = text };
        var matches = Matches.Lines;
        if (matches.Count > 0)
            Reveal(matches.FirstOrDefault(line => line >= State.Top, matches[0]));
        return matches.Count;
    }

    /// <summary>Brings the next match to the top, or the one before; false where there is none.</summary>
    public bool GoToMatch(int step)
    {
        var matches = Matches.Lines;
        if (matches.Count == 0)
            return false;
        ScrollTo(step > 0
            ? matches.FirstOrDefault(line => line > State.Top, matches[0])
            : matches.LastOrDefault(line => line < State.Top, matches[^1]));
        return true;
    }

    /// <summary>The lines on the screen, in their place, with selection and matches shown.</summary>
    public IReadOnlyList<TextLine> Rows()
    {
        var margin = new string(' ', Math.Max(0, (State.Width - TextWidthFor(State.Width)) / 2));
        return [.. State.Page.Lines.Skip(State.Top).Take(State.Height)
            .Select((line, row) => ArticleHighlights.Show(line, Matches.At(State.Top + row), State.SelectedTarget, margin))];
    }

    private bool IsLink(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var link) && link >= 1 && link <= State.Page.LinkCount;

    /// <summary>Selects a link, a story or what else can be followed, and shows it.</summary>
    /// <param name="target">Its number in the page's targets.</param>
    public void Select(int target)
    {
        State = State with { SelectedTarget = target, Number = string.Empty };
        Reveal(State.Page.Targets[target].Line);
    }

    private void Reveal(int line)
    {
        if (line < State.Top || line >= State.Top + State.Height)
            ScrollTo(line - (State.Height / 3));
    }

    private TextMatches Matches => _matches.Page == State.Page && _matches.Search == State.Search
        ? _matches : _matches = TextMatches.Of(State.Page, State.Search);

    private static int LastTop(ArticleState state) => Math.Max(0, state.Page.Lines.Count - state.Height);

    private static int LineOf(ComposedArticle page, int place)
    {
        if (place <= 0)
            return 0;
        for (var line = 0; line < page.Lines.Count; line++)
        {
            if (page.Lines[line].Block >= place && page.Lines[line].Runs.Count > 0)
                return line;
        }
        return 0;
    }

    private ComposedArticle PageOf(ArticleState state)
    {
        var options = new LineOptions(clock.GetUtcNow()) { Ascii = Ascii, Fill = Keys.Fill };
        return ArticleComposer.Compose(state, Math.Max(10, TextWidthFor(state.Width)), options, clock.LocalTimeZone, LineSpacing, ShowsPictures ? Pictures : null);
    }

    /// <summary>Makes the page of a state anew and keeps the paragraph, and the line in it, at the top.</summary>
    private void Show(ArticleState state)
    {
        var page = PageOf(state);
        var before = state.Page;
        var block = state.Top < before.Lines.Count ? before.Lines[state.Top].Block : 0;
        var offset = state.Top - LineOf(before, block);
        var top = state.Top == 0 ? 0 : LineOf(page, block);
        while (offset-- > 0 && top + 1 < page.Lines.Count && page.Lines[top + 1].Block == block)
            top++;
        var shown = state with { Page = page };
        State = shown with { Top = _staysAtEnd ? LastTop(shown) : Math.Clamp(top, 0, LastTop(shown)) };
    }
}
