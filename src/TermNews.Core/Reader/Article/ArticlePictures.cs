using TermNews.Core.Articles;

namespace TermNews.Core.Reader.Article;

/// <summary>The pictures of a text.</summary>
internal static class ArticlePictures
{
    private const int Most = 20;   // Fetched for one text: it bounds the requests that one key makes.

    /// <summary>Their addresses, in the order of the text, each once.</summary>
    public static IReadOnlyList<string> Of(ArticleDocument? document) => document is null
        ? []
        : [.. document.ShownBlocks.SelectMany(Inside).OfType<Figure>().Select(static figure => figure.Url).OfType<string>().Distinct()];

    /// <summary>Fetches the pictures of a text, one after the other. Gives the sentence of the first failure; null for none.</summary>
    /// <param name="document">The text.</param>
    /// <param name="fetchAsync">Fetches the picture at an address.</param>
    /// <param name="goesOn">Runs after each picture; false ends the fetching.</param>
    public static async Task<string?> FetchAsync(ArticleDocument? document, Func<string, Task> fetchAsync, Func<bool> goesOn)
    {
        string? fault = null;
        foreach (var url in Of(document).Take(Most))
        {
            try
            {
                await fetchAsync(url);
            }
            catch (NewsException ex)
            {
                fault ??= ex.Message;
                continue;
            }
            if (!goesOn())
                break;
        }
        return fault;
    }

    private static IEnumerable<Block> Inside(Block block) => block switch
    {
        Quote quote => quote.Blocks.SelectMany(Inside),
        ListBlock list => list.Items.SelectMany(static item => item).SelectMany(Inside),
        Details details => details.Blocks.SelectMany(Inside),
        DefinitionList definitions => definitions.Entries.SelectMany(static entry => entry.Details).SelectMany(Inside),
        _ => [block],
    };
}
