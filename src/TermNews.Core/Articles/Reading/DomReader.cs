using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Turns a bounded tree of elements into blocks.</summary>
internal sealed partial class DomReader(Uri? baseUrl, HtmlAnchors anchors)
{
    /// <summary>Quotes, lists and tables nested deeper than this are read as if they stood beside each other.</summary>
    private const int DeepestBlock = 12;

    private readonly InlineBuilder _text = new();
    private readonly List<Figure> _waitingFigures = [];
    private readonly List<string> _waitingAnchors = [];
    private List<Block> _blocks = [];
    private int _depth;

    public IReadOnlyList<Block> Read(IElement root)
    {
        ReadChildren(root);
        EndParagraph();
        return _blocks;
    }

    private void ReadChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                _text.AddText(text.Data);
            else if (child is IElement element && !IsHidden(element))
                ReadElement(element);
        }
    }

    internal static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>Links may lead to this element; the paragraph before a block is not where they lead.</summary>
    private void MarkPlace(INode node)
    {
        if (node is not IElement element || anchors.NameOf(element) is not { } anchor || _waitingAnchors.Contains(anchor))
            return;
        if (!HtmlWords.InLine.Contains(element.LocalName))
            EndParagraph();
        _waitingAnchors.Add(anchor);
    }

    private void ReadElement(IElement element)
    {
        if (HtmlWords.Skipped.Contains(element.LocalName) || HtmlMath.IsCopy(element))
            return;
        MarkPlace(element);
        if (!ReadInline(element) && !ReadBlock(element))
            ReadFlow(element);
    }

    /// <summary>Elements without a meaning of their own: the blocks among them part paragraphs.</summary>
    private void ReadFlow(IElement element)
    {
        var isBlock = HtmlWords.Blocks.Contains(element.LocalName);
        if (isBlock)
            EndParagraph();
        ReadChildren(element);
        if (isBlock)
            EndParagraph();
    }

    private bool ReadInline(IElement element)
    {
        switch (element.LocalName)
        {
            case "em" or "i" or "cite" or "dfn" or "var": Inside(element, children => new Emphasis(children)); return true;
            case "strong" or "b": Inside(element, children => new Strong(children)); return true;
            case "s" or "strike" or "del": Inside(element, children => new Strike(children)); return true;
            case "sup": Inside(element, children => new Superscript(children)); return true;
            case "sub": Inside(element, children => new Subscript(children)); return true;
            case "a": ReadLink(element); return true;
            case "code" or "samp" or "tt": ReadCode(element); return true;
            case "kbd": ReadKey(element); return true;
            case "abbr" or "acronym": ReadAbbreviation(element); return true;
            case "math": _text.AddText(HtmlMath.TextOf(element)); return true;
            case "br": ReadLineBreak(); return true;
            case "img": ReadImage(element); return true;
            case "q": _text.AddText("“"); ReadChildren(element); _text.AddText("”"); return true;
            case "rt": _text.AddText("("); ReadChildren(element); _text.AddText(")"); return true;
            default: return false;
        }
    }

    private bool ReadBlock(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": ReadHeading(element); return true;
            case "blockquote": ReadQuote(element); return true;
            case "details": ReadDetails(element); return true;
            case "ul" or "ol" or "menu" or "dir": ReadList(element); return true;
            case "dl": ReadDefinitions(element); return true;
            case "pre" or "xmp" or "listing": ReadPreformatted(element); return true;
            case "table": ReadTable(element); return true;
            case "figure": ReadFigure(element); return true;
            case "hr": EndParagraph(); AddBlock(new Rule()); return true;
            case "iframe" or "video" or "audio" or "embed": ReadEmbed(element); return true;
            default: return false;
        }
    }

    private void Inside(IElement element, Func<IReadOnlyList<Inline>, Inline> wrap)
    {
        _text.Open(wrap);
        ReadChildren(element);
        _text.Close();
    }

    private void ReadLineBreak()
    {
        if (!_text.AddLineBreak())
            EndParagraph();
    }

    /// <summary>A picture in the middle of a text waits for the end of the paragraph.</summary>
    private void ReadImage(IElement element)
    {
        if (HtmlFigures.IsTiny(element))
        {
            if (HtmlFigures.InlineOf(element, baseUrl) is { } inline)
                _text.Add(inline);
        }
        else if (HtmlFigures.FigureOf(element, null, baseUrl) is { } figure)
        {
            _waitingFigures.Add(figure);
        }
    }

    private void AddBlock(Block block)
    {
        _blocks.Add(_waitingAnchors.Count == 0 ? block : block with { Anchors = [.. _waitingAnchors] });
        _waitingAnchors.Clear();
    }

    private void EndParagraph()
    {
        var text = _text.Take();
        if (text.Any(inline => inline is not LineBreak) && Inlines.PlainText(text).Length > 0)
            AddParagraph(text);
        foreach (var figure in _waitingFigures)
            AddBlock(figure);
        _waitingFigures.Clear();
    }

    /// <summary>The number of a footnote, which some pages put on a line of its own, stands before its text.</summary>
    private void AddParagraph(IReadOnlyList<Inline> text)
    {
        if (_blocks is [.., Paragraph { Text: [LinkInline { Url: ['#', ..] } number] } before]
            && Inlines.PlainText(number.Children).All(char.IsAsciiDigit))
        {
            _waitingAnchors.InsertRange(0, before.Anchors);
            _blocks.RemoveAt(_blocks.Count - 1);
            text = [number, new TextInline(" "), .. text];
        }
        AddBlock(new Paragraph(text));
    }
}
