namespace TermNews.Core.Articles.Reading;

/// <summary>Collects blocks. A block ends the paragraph before it; pictures inside a paragraph come after it.</summary>
internal sealed class BlockBuilder
{
    /// <summary>
    /// Quotes, lists and tables nested deeper than this are read as siblings: no article needs as many levels, and a hostile page must not
    /// exhaust the stack.
    /// </summary>
    private const int DeepestBlock = 12;

    private readonly List<Figure> _waitingFigures = [];
    private readonly List<string> _waitingAnchors = [];
    private List<Block> _blocks = [];
    private int _depth;

    /// <summary>The paragraph that is being read.</summary>
    public InlineBuilder Text { get; } = new();

    /// <summary>The blocks so far.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>No block may be nested here.</summary>
    public bool IsDeepest => _depth >= DeepestBlock;

    /// <summary>Adds a block with the anchors that wait for one.</summary>
    public void Add(Block block)
    {
        _blocks.Add(_waitingAnchors.Count == 0 ? block : block with { Anchors = [.. _waitingAnchors] });
        _waitingAnchors.Clear();
    }

    /// <summary>Puts a picture after the paragraph.</summary>
    public void AddLater(Figure figure) => _waitingFigures.Add(figure);

    /// <summary>Gives the next block an anchor. An anchor of a block element belongs to no paragraph before it.</summary>
    public void Mark(string anchor, bool isInLine)
    {
        if (_waitingAnchors.Contains(anchor))
            return;
        if (!isInLine)
            EndParagraph();
        _waitingAnchors.Add(anchor);
    }

    /// <summary>Begins a block with blocks inside. Returns the blocks around it; null beyond the greatest depth.</summary>
    public List<Block>? Open()
    {
        if (IsDeepest)
            return null;
        var around = _blocks;
        (_blocks, _depth) = ([], _depth + 1);
        return around;
    }

    /// <summary>Ends a block and returns the blocks inside it. Beyond the greatest depth they have joined those around it.</summary>
    /// <param name="around">What <see cref="Open"/> returned.</param>
    public List<Block> Close(List<Block>? around)
    {
        EndParagraph();
        if (around is null)
            return [];
        var inside = _blocks;
        (_blocks, _depth) = (around, _depth - 1);
        return inside;
    }

    /// <summary>Ends the paragraph and adds the pictures that waited for its end.</summary>
    public void EndParagraph()
    {
        var text = Text.Take();
        if (text.Any(static inline => inline is not LineBreak) && Inlines.PlainText(text).Length > 0)
            AddParagraph(text);
        foreach (var figure in _waitingFigures)
            Add(figure);
        _waitingFigures.Clear();
    }

    /// <summary>The number of a footnote, which some pages put on a line of its own, begins the paragraph of its text.</summary>
    private void AddParagraph(IReadOnlyList<Inline> text)
    {
        if (_blocks is [.., Paragraph { Text: [LinkInline { Url: ['#', ..] } number] } before]
            && Inlines.PlainText(number.Children).All(char.IsAsciiDigit))
        {
            _waitingAnchors.InsertRange(0, before.Anchors);
            _blocks.RemoveAt(_blocks.Count - 1);
            text = [number, new TextInline(" "), .. text];
        }
        Add(new Paragraph(text));
    }
}
