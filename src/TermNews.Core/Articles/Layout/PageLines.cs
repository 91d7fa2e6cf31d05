namespace TermNews.Core.Articles.Layout;

/// <summary>The lines of one page during layout. Quote bars, bullets and indents are a stack of margins.</summary>
internal sealed class PageLines(int width, LayoutOptions options)
{
    /// <summary>Cells: about one long word, half of <see cref="ArticleLayout.LeastWidth"/>.</summary>
    private const int LeastTextWidth = 10;

    /// <summary>Cells: wider pages are not terminals but unwrapped text, which has no right edge.</summary>
    private const int WidestAligned = 2000;

    private readonly List<TextLine> _lines = [];
    private readonly List<Margin> _margins = [];
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly List<PlacedHeading> _headings = [];
    private readonly LinkNumbers _links = new();
    private bool _isToTheRight;

    /// <summary>The text before the first line of a block and before its other lines; both have the same width.</summary>
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

    /// <summary>The options of the layout.</summary>
    public LayoutOptions Options => options;

    /// <summary>The index of the outermost block that new lines belong to.</summary>
    public int Block { get; set; } = -1;

    /// <summary>The number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>The width between the margins in cells.</summary>
    public int TextCells => Math.Max(LeastTextWidth, width - _margins.Sum(margin => margin.Width));

    public ArticlePage ToPage() => new(_lines, _links.Links) { Anchors = _anchors, Headings = _headings };

    /// <summary>A new text for this page.</summary>
    public InlineText NewText() => new(options, _links);

    /// <summary>Adds a margin to all lines until <see cref="Outdent"/>.</summary>
    public void Indent(string first, string rest) => _margins.Add(new Margin(first, rest));

    public void Outdent() => _margins.RemoveAt(_margins.Count - 1);

    /// <summary>Makes the next line the target of links.</summary>
    public void Mark(IReadOnlyList<string> anchors)
    {
        foreach (var anchor in anchors)
            _anchors.TryAdd(anchor, _lines.Count);
    }

    /// <summary>Marks the next line as a heading.</summary>
    public void MarkHeading(int level, string text) => _headings.Add(new PlacedHeading(_lines.Count, level, text));

    /// <summary>Removes the last line.</summary>
    public void RemoveLast() => _lines.RemoveAt(_lines.Count - 1);

    /// <summary>Whether a line has margins only.</summary>
    public bool IsBlank(int line) => _lines[line].Runs.All(run => run.Picture is null && string.IsNullOrWhiteSpace(run.Text));

    /// <summary>Adds a line without text and margins.</summary>
    public void AddGap() => _lines.Add(TextLine.Empty with { Block = Block });

    /// <summary>Adds a paragraph; a right-to-left one is aligned to the right, with its margins.</summary>
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

    /// <summary>Adds a line as it is. A line without text has its margins on the side of the line before.</summary>
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

    /// <summary>The margins of the next line. On a narrow page the outer ones are dropped.</summary>
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
