using AngleSharp.Dom;
using TermNews.Core.Text;

namespace TermNews.Core.Articles.Reading;

internal sealed partial class DomReader
{
    private void ReadHeading(IElement element)
    {
        EndParagraph();
        ReadChildren(element);
        if (_text.HasText)
            AddBlock(new Heading(element.LocalName[1] - '0', _text.Take()));
        EndParagraph();
    }

    private void ReadQuote(IElement element)
    {
        if (HtmlFigures.PostOf(element, baseUrl) is { } post)
        {
            EndParagraph();
            AddBlock(post);
            return;
        }
        var quoted = Nested(element);
        if (quoted.Count > 0)
            AddBlock(new Quote(quoted));
    }

    private void ReadDetails(IElement element)
    {
        EndParagraph();
        var summary = element.Children.FirstOrDefault(child => child.LocalName == "summary") is { } said ? InlinesOf(said) : [];
        var blocks = Nested(Without(element, "summary"));
        if (summary.Count > 0 || blocks.Count > 0)
            AddBlock(new Details(summary, blocks));
    }

    private static INode Without(IElement element, string name)
    {
        foreach (var child in element.Children.Where(child => child.LocalName == name).ToList())
            child.Remove();
        return element;
    }

    /// <summary>The blocks inside an element. Past the greatest depth they join those around it.</summary>
    private List<Block> Nested(INode element)
    {
        EndParagraph();
        MarkPlace(element);
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
        var numbers = new HtmlNumbers(element);
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
                items.Add(numbers.Count(child, blocks));
        }
        if (items.Count > 0)
        {
            AddBlock(new ListBlock(element.LocalName == "ol", numbers.Start, items)
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
            AddBlock(new DefinitionList(entries));
    }

    private void ReadPreformatted(IElement element)
    {
        EndParagraph();
        var code = ForeignText.CleanLines(HtmlSpaces.LinesOf(element)).TrimEnd().TrimStart('\n');
        if (code.Length > 0)
            AddBlock(new CodeBlock(code, HtmlWords.LanguageOf(element)));
    }

    private void ReadTable(IElement element)
    {
        EndParagraph();
        if (HtmlTables.IsData(element) && _depth < DeepestBlock)
            AddBlock(HtmlTables.Read(element, InlinesOf));
        else
            ReadFlow(element);
    }

    /// <summary>The inlines of a table's cell: its paragraphs, and what it embeds as links, one after another.</summary>
    private List<Inline> InlinesOf(IElement cell)
    {
        List<Inline> inlines = [];
        foreach (var block in Nested(cell))
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
                AddBlock(figure);
        }
    }

    private void ReadEmbed(IElement element)
    {
        EndParagraph();
        if (HtmlFigures.EmbedOf(element, baseUrl) is { } embed)
            AddBlock(embed);
    }
}
