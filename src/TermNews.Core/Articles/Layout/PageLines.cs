using TermNews.Core.Text;

namespace TermNews.Core.Articles.Layout;

/// <summary>The lines of one page as they are laid out. What stands before a line (quote bars, bullets, indents) is a stack of margins.</summary>
internal sealed class PageLines(int width, LayoutOptions options)
{
    private const int LeastTextWidth = 10;
    private const int WidestAligned = 2000;

    private readonly List<TextLine> _lines = [];
    private readonly List<Margin> _margins = [];
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly List<PlacedHeading> _headings = [];
    private readonly LinkNumbers _links = new();
    private bool _isToTheRight;

    /// <summary>What stands before the first line of something, and before its other lines; both equally wide.</summary>
    private sealed class Margin(string first, string rest)
    {
        private bool _used;

        public int Width { get; } = TextWidth.Of(rest);

        public string Next()
        {
            var now = _used ? rest : first;
            _used = true;
            return now;
        }
    }

    /// <summary>What the layout depends on.</summary>
    public LayoutOptions Options => options;

    /// <summary>The outermost block that lines belong to now.</summary>
    public int Block { get; set; } = -1;

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>Cells that a text may take between the margins.</summary>
    public int TextCells => Math.Max(LeastTextWidth, width - _margins.Sum(margin => margin.Width));

    public ArticlePage ToPage() => new(_lines, _links.Links) { Anchors = _anchors, Headings = _headings };

    /// <summary>A text to be added to this page.</summary>
    public InlineText NewText() => new(options, _links);

    /// <summary>Puts something before all lines until <see cref="Outdent"/>.</summary>
    public void Indent(string first, string rest) => _margins.Add(new Margin(first, rest));

    public void Outdent() => _margins.RemoveAt(_margins.Count - 1);

    /// <summary>The next line is a place that links lead to.</summary>
    public void Mark(IReadOnlyList<string> anchors)
    {
        foreach (var anchor in anchors)
            _anchors.TryAdd(anchor, _lines.Count);
    }

    /// <summary>The next line is a heading.</summary>
    public void MarkHeading(int level, string text) => _headings.Add(new PlacedHeading(_lines.Count, level, text));

    /// <summary>Takes the last line away.</summary>
    public void RemoveLast() => _lines.RemoveAt(_lines.Count - 1);

    /// <summary>Whether a line has nothing but margins.</summary>
    public bool IsBlank(int line) => _lines[line].Runs.All(run => run.Picture is null && string.IsNullOrWhiteSpace(run.Text));

    /// <summary>A line without text and margins.</summary>
    public void AddGap() => _lines.Add(TextLine.Empty with { Block = Block });

    /// <summary>Adds a paragraph; one that runs from right to left stands at the right, and so do its margins.</summary>
    public void Add(InlineText text)
    {
        _isToTheRight = width <= WidestAligned && TextDirection.IsRightToLeft(text.ToString(), options.RightToLeft);
        var isFirst = true;
        foreach (var runs in text.Wrap(TextCells))
        {
            for (var blank = isFirst ? 0 : options.LineSpacing; blank > 0; blank--)
                Add([]);
            Put(runs);
            isFirst = false;
        }
        _isToTheRight &= _margins.Count > 0;
    }

    /// <summary>Adds a line as it is. One without text has its margins where the line before has them.</summary>
    public void Add(List<TextRun> runs)
    {
        _isToTheRight &= runs.Count == 0;
        Put(runs);
    }

    private void Put(List<TextRun> runs)
    {
        List<TextRun> line = _isToTheRight ? [.. Aligned(runs), .. TakeMargins().Select(Mirrored).Reverse()] : [.. TakeMargins(), .. runs];
        _lines.Add(new TextLine(Trimmed(line), Block));
    }

    /// <summary>What stands before the next line. Where the margins take too much of a narrow page, the outer ones go.</summary>
    private List<TextRun> TakeMargins()
    {
        var excess = _margins.Sum(margin => margin.Width) - Math.Max(0, width - LeastTextWidth);
        List<TextRun> taken = [];
        foreach (var margin in _margins)
        {
            var text = margin.Next();
            if (excess <= 0)
                taken.Add(new TextRun(text, TextStyle.Dim));
            excess -= margin.Width;
        }
        return taken;
    }

    private IEnumerable<TextRun> Aligned(List<TextRun> runs)
    {
        var left = TextCells - runs.Sum(run => TextWidth.Of(run.Text));
        return TextDirection.Mark(runs).Prepend(new TextRun(new string(' ', Math.Max(0, left))));
    }

    private static TextRun Mirrored(TextRun margin) => margin with { Text = string.Concat(margin.Text.Reverse()) };

    private static List<TextRun> Trimmed(List<TextRun> line)
    {
        while (line.Count > 0 && line[^1] is { Picture: null, Ink: null } && string.IsNullOrWhiteSpace(line[^1].Text))
            line.RemoveAt(line.Count - 1);
        if (line.Count > 0 && line[^1] is { Picture: null, Ink: null } && line[^1].Text[^1] == ' ')
            line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd(' ') };
        return line;
    }
}
