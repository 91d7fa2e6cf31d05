using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Turns a bounded tree of elements into blocks.</summary>
internal sealed class DomReader
{
    /// <summary>Longer titles are explanations, which would interrupt the sentence.</summary>
    private const int LongestMeaning = 100;

    private readonly Uri? _baseUrl;
    private readonly HtmlAnchors _anchors;
    private readonly BlockBuilder _blocks = new();
    private readonly DomBlocks _ofBlocks;

    /// <summary>A reader for one tree.</summary>
    /// <param name="baseUrl">The base of relative addresses, or null.</param>
    /// <param name="anchors">The anchors of the tree.</param>
    public DomReader(Uri? baseUrl, HtmlAnchors anchors)
    {
        (_baseUrl, _anchors) = (baseUrl, anchors);
        _ofBlocks = new DomBlocks(this, _blocks, baseUrl);
    }

    /// <summary>The blocks of a tree.</summary>
    public IReadOnlyList<Block> Read(IElement root)
    {
        ReadChildren(root);
        _blocks.EndParagraph();
        return _blocks.Blocks;
    }

    /// <summary>Reads text and elements inside a node.</summary>
    public void ReadChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                _blocks.Text.AddText(text.Data);
            else if (child is IElement element && !IsHidden(element))
                ReadElement(element);
        }
    }

    internal static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>The blocks inside a node; beyond the greatest depth they join those around it, and the list is empty.</summary>
    public List<Block> Nested(INode node)
    {
        _blocks.EndParagraph();
        MarkPlace(node);
        var around = _blocks.Open();
        ReadChildren(node);
        return _blocks.Close(around);
    }

    private void MarkPlace(INode node)
    {
        if (node is IElement element && _anchors.NameOf(element) is { } anchor)
            _blocks.Mark(anchor, HtmlWords.InLine.Contains(element.LocalName));
    }

    private void ReadElement(IElement element)
    {
        if (HtmlWords.Skipped.Contains(element.LocalName) || HtmlMath.IsCopy(element))
            return;
        MarkPlace(element);
        if (!ReadInline(element) && !_ofBlocks.Read(element))
            ReadFlow(element);
    }

    /// <summary>Reads an element without a meaning of its own; a block element separates paragraphs.</summary>
    public void ReadFlow(IElement element)
    {
        var isBlock = HtmlWords.Blocks.Contains(element.LocalName);
        if (isBlock)
            _blocks.EndParagraph();
        ReadChildren(element);
        if (isBlock)
            _blocks.EndParagraph();
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
            case "math": _blocks.Text.AddText(HtmlMath.TextOf(element)); return true;
            case "br": ReadLineBreak(); return true;
            case "img": ReadImage(element); return true;
            case "q": _blocks.Text.AddText("“"); ReadChildren(element); _blocks.Text.AddText("”"); return true;
            case "rt": _blocks.Text.AddText("("); ReadChildren(element); _blocks.Text.AddText(")"); return true;
            default: return false;
        }
    }

    private void Inside(IElement element, Func<IReadOnlyList<Inline>, Inline> wrap)
    {
        _blocks.Text.Open(wrap);
        ReadChildren(element);
        _blocks.Text.Close();
    }

    private void ReadLineBreak()
    {
        if (!_blocks.Text.AddLineBreak())
            _blocks.EndParagraph();
    }

    /// <summary>A picture inside a paragraph comes after it.</summary>
    private void ReadImage(IElement element)
    {
        if (HtmlFigures.IsTiny(element))
        {
            if (HtmlFigures.InlineOf(element, _baseUrl) is { } inline)
                _blocks.Text.Add(inline);
        }
        else if (HtmlFigures.FigureOf(element, null, _baseUrl) is { } figure)
        {
            _blocks.AddLater(figure);
        }
    }

    private void ReadLink(IElement element)
    {
        if (HtmlFigures.KeptEmbedOf(element, _baseUrl) is { } embed)
        {
            _blocks.EndParagraph();
            _blocks.Add(embed);
            return;
        }
        if (AddressOf(element) is { } url)
            Inside(element, children => Inlines.PlainText(children).Length > 0 ? new LinkInline(url, children) : children[0]);
        else
            ReadChildren(element);
    }

    private string? AddressOf(IElement link)
    {
        var written = link.GetAttribute("href");
        return _anchors.TargetOf(written)
            ?? (HtmlWords.Address(written, _baseUrl, HtmlWords.LinkSchemes) is { } url ? TrackerFree.Of(url) : null);
    }

    private void ReadKey(IElement element)
    {
        if (element.QuerySelector("kbd") is not null)
            ReadChildren(element);
        else if (ForeignText.CleanLine(element.TextContent) is { Length: > 0 } key)
            _blocks.Text.Add(new KeyInline(key));
    }

    private void ReadAbbreviation(IElement element)
    {
        var meaning = ForeignText.CleanLine(element.GetAttribute("title") ?? string.Empty);
        var text = ForeignText.CleanLine(element.TextContent);
        if (meaning.Length is > 0 and < LongestMeaning && !meaning.Equals(text, StringComparison.OrdinalIgnoreCase))
            Inside(element, children => new Abbreviation(meaning, children));
        else
            ReadChildren(element);
    }

    private void ReadCode(IElement element)
    {
        if (element.QuerySelector("pre, p, div") is not null)
        {
            ReadChildren(element);
            return;
        }
        var code = ForeignText.CleanLine(element.TextContent);
        if (code.Length == 0)
            return;
        if (element.TextContent[0] is ' ' or '\n')
            _blocks.Text.AddText(" ");
        _blocks.Text.Add(new CodeInline(code));
        if (element.TextContent[^1] is ' ' or '\n')
            _blocks.Text.AddText(" ");
    }
}
