using AngleSharp.Dom;
using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>Turns a bounded tree of elements into blocks.</summary>
internal sealed class DomReader(Uri? baseUrl)
{
    /// <summary>Quotes, lists and tables nested deeper than this are read as if they stood beside each other.</summary>
    private const int DeepestBlock = 12;

    private readonly InlineBuilder _text = new();
    private readonly List<Figure> _waitingFigures = [];
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

    private void ReadElement(IElement element)
    {
        if (HtmlWords.Skipped.Contains(element.LocalName))
            return;
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
            case "code" or "kbd" or "samp" or "tt": ReadCode(element); return true;
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
            case "ul" or "ol" or "menu" or "dir": ReadList(element); return true;
            case "dl": ReadDefinitions(element); return true;
            case "pre" or "xmp" or "listing": ReadPreformatted(element); return true;
            case "table": ReadTable(element); return true;
            case "figure": ReadFigure(element); return true;
            case "hr": EndParagraph(); _blocks.Add(new Rule()); return true;
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

    private void ReadLink(IElement element)
    {
        if (HtmlWords.Address(element.GetAttribute("href"), baseUrl, HtmlWords.LinkSchemes) is { } url)
            Inside(element, children => Inlines.PlainText(children).Length > 0 ? new LinkInline(url, children) : children[0]);
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
            _text.AddText(" ");
        _text.Add(new CodeInline(code));
        if (element.TextContent[^1] is ' ' or '\n')
            _text.AddText(" ");
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

    private void ReadHeading(IElement element)
    {
        EndParagraph();
        ReadChildren(element);
        if (_text.HasText)
            _blocks.Add(new Heading(element.LocalName[1] - '0', _text.Take()));
        EndParagraph();
    }

    private void ReadQuote(IElement element)
    {
        var quoted = Nested(element);
        if (quoted.Count > 0)
            _blocks.Add(new Quote(quoted));
    }

    /// <summary>The blocks inside an element. Past the greatest depth they join those around it.</summary>
    private List<Block> Nested(INode element)
    {
        EndParagraph();
        if (_depth >= DeepestBlock)
        {
            ReadChildren(element);
            EndParagraph();
            return [];
        }
        var around = _blocks;
        (_blocks, _depth) = ([], _depth + 1);
        ReadChildren(element);
        EndParagraph();
        var inside = _blocks;
        (_blocks, _depth) = (around, _depth - 1);
        return inside;
    }

    private void ReadList(IElement element)
    {
        EndParagraph();
        List<IReadOnlyList<Block>> items = [];
        foreach (var child in element.ChildNodes)
        {
            if ((child is not IElement inner || IsHidden(inner)) && string.IsNullOrWhiteSpace((child as IText)?.Data))
                continue;
            var blocks = Nested(child is IElement { LocalName: "li" } ? child : Holder(child));
            if (blocks.Count == 0)
                continue;
            if (child is IElement { LocalName: "ul" or "ol" } && items.Count > 0)
                items[^1] = [.. items[^1], .. blocks];
            else
                items.Add(blocks);
        }
        var start = Math.Clamp(HtmlWords.Number(element.GetAttribute("start"), 1), 0, 99_999);
        if (items.Count > 0)
            _blocks.Add(new ListBlock(element.LocalName == "ol", start, items));
    }

    private static INode Holder(INode child)
    {
        var holder = child.Owner!.CreateElement("div");
        holder.AppendChild(child.Clone());
        return holder;
    }

    private void ReadDefinitions(IElement element)
    {
        EndParagraph();
        List<Definition> entries = [];
        foreach (var child in HtmlDefinitions.PartsOf(element))
        {
            var blocks = Nested(child is IElement { LocalName: "dt" or "dd" } ? child : Holder(child));
            if (child is IElement { LocalName: "dt" })
                entries.Add(HtmlDefinitions.EntryOf(blocks));
            else if (entries.Count > 0)
                entries[^1] = entries[^1] with { Details = [.. entries[^1].Details, .. blocks] };
            else if (blocks.Count > 0)
                entries.Add(new Definition([], blocks));
        }
        entries.RemoveAll(entry => entry.Term.Count == 0 && entry.Details.Count == 0);
        if (entries.Count > 0)
            _blocks.Add(new DefinitionList(entries));
    }

    private void ReadPreformatted(IElement element)
    {
        EndParagraph();
        var code = ForeignText.CleanLines(HtmlSpaces.LinesOf(element)).TrimEnd().TrimStart('\n');
        if (code.Length > 0)
            _blocks.Add(new CodeBlock(code, HtmlWords.LanguageOf(element)));
    }

    private void ReadTable(IElement element)
    {
        EndParagraph();
        if (HtmlTables.IsData(element) && _depth < DeepestBlock)
            _blocks.Add(HtmlTables.Read(element, InlinesOf));
        else
            ReadFlow(element);
    }

    /// <summary>The inlines of a table's cell: its paragraphs one after another.</summary>
    private List<Inline> InlinesOf(IElement cell)
    {
        List<Inline> inlines = [];
        foreach (var paragraph in Nested(cell).OfType<Paragraph>())
            inlines.AddRange(inlines.Count > 0 ? [new LineBreak(), .. paragraph.Text] : paragraph.Text);
        return inlines;
    }

    private void ReadFigure(IElement element)
    {
        EndParagraph();
        var images = element.QuerySelectorAll("img");
        var caption = HtmlFigures.CaptionOf(element);
        if (images.Length == 0 || element.QuerySelector("table, pre, blockquote, p:not(figcaption p), iframe, video, ul") is not null)
        {
            ReadChildren(element);
            EndParagraph();
            return;
        }
        for (var i = 0; i < images.Length; i++)
        {
            if (HtmlFigures.FigureOf(images[i], i == images.Length - 1 ? caption : null, baseUrl) is { } figure)
                _blocks.Add(figure);
        }
    }

    private void ReadEmbed(IElement element)
    {
        EndParagraph();
        if (HtmlFigures.EmbedOf(element, baseUrl) is { } embed)
            _blocks.Add(embed);
    }

    private void EndParagraph()
    {
        var text = _text.Take();
        if (text.Any(inline => inline is not LineBreak) && Inlines.PlainText(text).Length > 0)
            _blocks.Add(new Paragraph(text));
        _blocks.AddRange(_waitingFigures);
        _waitingFigures.Clear();
    }
}
