namespace TermNews.Core.Articles.Layout;

/// <summary>
/// Lays out an article for a width, always with the same result for the same input. The front door of this folder, with
/// <see cref="TextWrap"/> for plain text.
/// </summary>
public static class ArticleLayout
{
    /// <summary>The least width in cells; narrower pages are laid out as wide. Below it, nested lists leave no room for words.</summary>
    public const int LeastWidth = 20;

    /// <summary>Lays out the lead picture and the text of a document, without headline and byline.</summary>
    public static ArticlePage Lay(ArticleDocument document, int width, LayoutOptions? options = null) =>
        Lay(document.ShownBlocks, width, (options ?? LayoutOptions.Default) with { RightToLeft = document.IsRightToLeft });

    /// <summary>Lays out blocks, with a blank line between two of them.</summary>
    public static ArticlePage Lay(IReadOnlyList<Block> blocks, int width, LayoutOptions? options = null)
    {
        var page = new PageLines(Math.Max(LeastWidth, width), options ?? LayoutOptions.Default);
        var layout = new BlockLayout(page);
        for (var i = 0; i < blocks.Count; i++)
            layout.AddOutermost(blocks[i], i);
        return page.ToPage();
    }

    /// <summary>The list of links as <c>[1] address</c>, each with the target of the link in the text.</summary>
    public static IReadOnlyList<TextLine> LayLinks(IReadOnlyList<ArticleLink> links, int width, LayoutOptions? options = null)
    {
        List<TextLine> lines = [];
        foreach (var (target, link) in links.Index().Where(link => link.Item.Number > 0))
        {
            var number = $"[{link.Number}] ";
            var style = options?.Ascii == true ? TextStyle.Plain : TextStyle.Dim;
            var rest = TextWrap.Wrap(link.Url, Math.Max(LeastWidth, width) - number.Length);
            for (var i = 0; i < rest.Count; i++)
            {
                var start = i == 0 ? number : new string(' ', number.Length);
                lines.Add(new TextLine([new TextRun(start, style), new TextRun(rest[i]) { Link = link.Url, Target = target }]));
            }
        }
        return lines;
    }
}
