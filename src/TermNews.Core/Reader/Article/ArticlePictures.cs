using TermNews.Core.Articles;

namespace TermNews.Core.Reader.Article;

/// <summary>The pictures of a text.</summary>
internal static class ArticlePictures
{
    /// <summary>Their addresses, in the order of the text, each once.</summary>
    public static IReadOnlyList<string> Of(ArticleDocument? document) => document is null
        ? []
        : [.. document.ShownBlocks.SelectMany(Inside).OfType<Figure>().Select(static figure => figure.Url).OfType<string>().Distinct()];

    private static IEnumerable<Block> Inside(Block block) => block switch
    {
        Quote quote => quote.Blocks.SelectMany(Inside),
        ListBlock list => list.Items.SelectMany(static item => item).SelectMany(Inside),
        Details details => details.Blocks.SelectMany(Inside),
        DefinitionList definitions => definitions.Entries.SelectMany(static entry => entry.Details).SelectMany(Inside),
        _ => [block],
    };
}
