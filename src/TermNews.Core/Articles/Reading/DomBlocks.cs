using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads the elements that become blocks.</summary>
/// <param name="reader">Reads their content.</param>
/// <param name="blocks">Receives the blocks.</param>
/// <param name="baseUrl">The base of relative addresses, or null.</param>
internal sealed class DomBlocks(DomReader reader, BlockBuilder blocks, Uri? baseUrl)
{
    public bool Read(IElement element)
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
            case "hr": blocks.EndParagraph(); blocks.Add(new Rule()); return true;
            case "iframe" or "video" or "audio" or "embed": ReadEmbed(element); return true;
            default: return false;
        }
    }

    private void ReadHeading(IElement element)
    {
        blocks.EndParagraph();
        reader.ReadChildren(element);
        if (blocks.Text.HasText)
            blocks.Add(new Heading(element.LocalName[1] - '0', blocks.Text.Take()));
        blocks.EndParagraph();
    }

    private void ReadQuote(IElement element)
    {
        if (HtmlFigures.PostOf(element, baseUrl) is { } post)
        {
            blocks.EndParagraph();
            blocks.Add(post);
            return;
        }
        var quoted = reader.Nested(element);
        if (quoted.Count > 0)
            blocks.Add(new Quote(quoted));
    }

    private void ReadDetails(IElement element)
    {
        blocks.EndParagraph();
        var summary = element.Children.FirstOrDefault(child => child.LocalName == "summary") is { } said ? InlinesOf(said) : [];
        var inside = reader.Nested(Without(element, "summary"));
        if (summary.Count > 0 || inside.Count > 0)
            blocks.Add(new Details(summary, inside));
    }

    private static INode Without(IElement element, string name)
    {
        foreach (var child in element.Children.Where(child => child.LocalName == name).ToList())
            child.Remove();
        return element;
    }

    private void ReadList(IElement element)
    {
        blocks.EndParagraph();
        List<IReadOnlyList<Block>> items = [];
        var numbers = new HtmlNumbers(element);
        foreach (var child in element.ChildNodes)
        {
            if ((child is not IElement inner || DomReader.IsHidden(inner)) && string.IsNullOrWhiteSpace((child as IText)?.Data))
                continue;
            var inside = reader.Nested(child is IElement { LocalName: "li" } ? child : Holder(child));
            if (inside.Count == 0)
                continue;
            if (child is IElement { LocalName: "ul" or "ol" } && items.Count > 0)
                items[^1] = [.. items[^1], .. inside];
            else
                items.Add(numbers.Count(child, inside));
        }
        if (items.Count > 0)
        {
            blocks.Add(new ListBlock(element.LocalName == "ol", numbers.Start, items)
            {
                Numbering = HtmlWords.NumberingOf(element),
                Numbers = numbers.Irregular,
            });
        }
    }

    private static INode Holder(INode child)
    {
        var holder = child.Owner!.CreateElement("div");
        holder.AppendChild(child.Clone());
        return holder;
    }

    private void ReadDefinitions(IElement element)
    {
        blocks.EndParagraph();
        List<Definition> entries = [];
        foreach (var child in HtmlDefinitions.PartsOf(element))
        {
            var inside = reader.Nested(child is IElement { LocalName: "dt" or "dd" } ? child : Holder(child));
            if (child is IElement { LocalName: "dt" })
                entries.Add(HtmlDefinitions.EntryOf(inside));
            else if (entries.Count > 0)
                entries[^1] = entries[^1] with { Details = [.. entries[^1].Details, .. inside] };
            else if (inside.Count > 0)
                entries.Add(new Definition([], inside));
        }
        entries.RemoveAll(entry => entry.Term.Count == 0 && entry.Details.Count == 0);
        if (entries.Count > 0)
            blocks.Add(new DefinitionList(entries));
    }

    private void ReadPreformatted(IElement element)
    {
        blocks.EndParagraph();
        var code = ForeignText.CleanLines(HtmlSpaces.LinesOf(element)).TrimEnd().TrimStart('\n');
        if (code.Length > 0)
            blocks.Add(new CodeBlock(code, HtmlWords.LanguageOf(element)));
    }

    private void ReadTable(IElement element)
    {
        blocks.EndParagraph();
        if (HtmlTables.IsData(element) && !blocks.IsDeepest)
            blocks.Add(HtmlTables.Read(element, InlinesOf));
        else
            reader.ReadFlow(element);
    }

    /// <summary>The inlines of a table cell: its paragraphs, and its embeds as links, with line breaks between them.</summary>
    private List<Inline> InlinesOf(IElement cell)
    {
        List<Inline> inlines = [];
        foreach (var block in reader.Nested(cell))
        {
            IReadOnlyList<Inline> text = block switch
            {
                Paragraph paragraph => paragraph.Text,
                Embed embed => [new LinkInline(embed.Url, [new TextInline(embed.Title ?? embed.Url)])],
                _ => [],
            };
            if (text.Count > 0)
                inlines.AddRange(inlines.Count > 0 ? [new LineBreak(), .. text] : text);
        }
        return inlines;
    }

    private void ReadFigure(IElement element)
    {
        blocks.EndParagraph();
        var images = element.QuerySelectorAll("img");
        var caption = HtmlFigures.CaptionOf(element);
        if (images.Length == 0 || element.QuerySelector("table, pre, blockquote, p:not(figcaption p), iframe, video, ul") is not null)
        {
            reader.ReadChildren(element);
            blocks.EndParagraph();
            return;
        }
        for (var i = 0; i < images.Length; i++)
        {
            if (HtmlFigures.FigureOf(images[i], i == images.Length - 1 ? caption : null, baseUrl) is { } figure)
                blocks.Add(figure);
        }
    }

    private void ReadEmbed(IElement element)
    {
        blocks.EndParagraph();
        if (HtmlFigures.EmbedOf(element, baseUrl) is { } embed)
            blocks.Add(embed);
    }
}
