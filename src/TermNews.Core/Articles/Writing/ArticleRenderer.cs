using TermNews.Core.Articles.Layout;

namespace TermNews.Core.Articles.Writing;

/// <summary>Writes the blocks of an article as text, Markdown and HTML, without a headline.</summary>
public static class ArticleRenderer
{
    /// <summary>Cells of a line that no paragraph fills.</summary>
    private const int Unbounded = 1_000_000;

    /// <summary>The text of a document, with a blank line between two blocks; without a width each paragraph is one line.</summary>
    public static string ToText(ArticleDocument document, int? width = null) => ToText(document.ShownBlocks, width);

    /// <summary>The text of blocks, with a blank line between two of them; without a width each paragraph is one line.</summary>
    public static string ToText(IReadOnlyList<Block> blocks, int? width = null) =>
        Lines(blocks, width, new LayoutOptions { LinkNumbers = false });

    /// <summary>The words of an article for search and counting: captions, but no placeholders of pictures and videos.</summary>
    public static string ToWords(IReadOnlyList<Block> blocks) =>
        Lines(blocks, null, new LayoutOptions { LinkNumbers = false, WordsOnly = true });

    /// <summary>Blocks as Markdown (CommonMark with GFM tables).</summary>
    public static string ToMarkdown(IReadOnlyList<Block> blocks) => MarkdownWriter.Write(blocks);

    /// <summary>Blocks as an HTML fragment.</summary>
    public static string ToHtml(IReadOnlyList<Block> blocks) => HtmlWriter.Write(blocks);

    /// <summary>Blocks as HTML from which the HTML reader gives the same blocks again.</summary>
    public static string ToKeptHtml(IReadOnlyList<Block> blocks) => HtmlWriter.Write(blocks, keepsAll: true);

    /// <summary>Blocks as an HTML fragment that loads nothing: pictures are links.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="placePrefix">A prefix for the names of anchors, so that those of several articles on one page differ.</param>
    public static string ToSelfContainedHtml(IReadOnlyList<Block> blocks, string placePrefix = "") =>
        HtmlWriter.Write(blocks, linksPictures: true, placePrefix: placePrefix);

    private static string Lines(IReadOnlyList<Block> blocks, int? width, LayoutOptions options)
    {
        var text = new StringBuilder();
        foreach (var line in ArticleLayout.Lay(blocks, width ?? Unbounded, options).Lines)
        {
            foreach (var run in line.Runs)
                text.Append(run.Text);
            text.Append('\n');
        }
        return text.ToString().Trim('\n');
    }
}
