using System.Text;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Articles;

/// <summary>Writes articles as text, Markdown and HTML.</summary>
public static class ArticleRenderer
{
    private const int Unbounded = 1_000_000;

    /// <summary>The text of a document, a line between two blocks; without a width every paragraph is one line.</summary>
    public static string ToText(ArticleDocument document, int? width = null) => ToText(document.ShownBlocks, width);

    /// <summary>The text of blocks, a line between two of them; without a width every paragraph is one line.</summary>
    public static string ToText(IReadOnlyList<Block> blocks, int? width = null) =>
        Lines(blocks, width, new LayoutOptions { LinkNumbers = false });

    /// <summary>The blocks of a document as Markdown (CommonMark with tables).</summary>
    public static string ToMarkdown(ArticleDocument document) => ToMarkdown(document.ShownBlocks);

    /// <summary>Blocks as Markdown (CommonMark with tables).</summary>
    public static string ToMarkdown(IReadOnlyList<Block> blocks) => MarkdownWriter.Write(blocks);

    /// <summary>The blocks of a document as an HTML fragment.</summary>
    public static string ToHtml(ArticleDocument document) => ToHtml(document.ShownBlocks);

    /// <summary>Blocks as an HTML fragment.</summary>
    public static string ToHtml(IReadOnlyList<Block> blocks) => HtmlWriter.Write(blocks);

    /// <summary>Blocks as HTML that <see cref="HtmlArticleReader"/> reads as the same blocks.</summary>
    public static string ToKeptHtml(IReadOnlyList<Block> blocks) => HtmlWriter.Write(blocks, keepsAll: true);

    /// <summary>Blocks as an HTML fragment that loads nothing: pictures are links.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="placePrefix">Stands before the names of places, so that those of several articles on one page differ.</param>
    public static string ToSelfContainedHtml(IReadOnlyList<Block> blocks, string placePrefix = "") =>
        HtmlWriter.Write(blocks, linksPictures: true, placePrefix: placePrefix);

    /// <summary>The words of an article alone: captions yes, what stands for pictures and videos no.</summary>
    public static string ToWords(IReadOnlyList<Block> blocks) =>
        Lines(blocks, null, new LayoutOptions { LinkNumbers = false, WordsOnly = true });

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
