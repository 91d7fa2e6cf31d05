using TermNews.Core.Text;

namespace TermNews.Core.Articles.Layout;

/// <summary>Lays an article out for a width: the same blocks, width and options always give the same lines.</summary>
public static class ArticleLayout
{
    /// <summary>Narrower pages are laid out as wide as this.</summary>
    public const int LeastWidth = 20;

    /// <summary>Lays out the lead picture and the text of a document; headline and byline are the caller's.</summary>
    public static ArticlePage Lay(ArticleDocument document, int width, LayoutOptions? options = null) =>
        Lay(document.ShownBlocks, width, (options ?? LayoutOptions.Default) with { RightToLeft = document.IsRightToLeft });

    /// <summary>Lays out blocks, with a line between two of them.</summary>
    public static ArticlePage Lay(IReadOnlyList<Block> blocks, int width, LayoutOptions? options = null)
    {
        var page = new PageLines(Math.Max(LeastWidth, width), options ?? LayoutOptions.Default);
        var layout = new BlockLayout(page);
        for (var i = 0; i < blocks.Count; i++)
            layout.AddOutermost(blocks[i], i);
        return page.ToPage();
    }

    /// <summary>The list of links, <c>[1] address</c> each, as selectable as the links in the text.</summary>
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
