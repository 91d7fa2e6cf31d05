using AngleSharp.Html.Parser;
using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads an article that a site splits into several pages, by <c>rel="next"</c> links within the same article.</summary>
internal static class PagesOfArticle
{
    /// <summary>A bound for requests to one site; real articles have fewer parts.</summary>
    private const int MostPages = 10;

    /// <summary>The article of a page, with the parts that follow.</summary>
    /// <exception cref="NewsException">The page cannot be fetched, or there is no article on it.</exception>
    public static async Task<ArticleDocument> ReadAsync(IPageSource pages, string url, CancellationToken cancellationToken)
    {
        var page = await pages.FetchPageAsync(url, cancellationToken).ConfigureAwait(false);
        var article = ArticleExtractor.Extract(page.Content, page.Url, page.ContentType);
        HashSet<string> seen = new(StringComparer.Ordinal) { url, page.Url };
        for (var next = NextOf(page); next is not null && seen.Count <= MostPages && seen.Add(next);)
        {
            try
            {
                page = await pages.FetchPageAsync(next, cancellationToken).ConfigureAwait(false);
                var part = ArticleExtractor.Extract(page.Content, page.Url, page.ContentType);
                article = article with { Blocks = [.. article.Blocks, .. NewBlocks(article, part)] };
                next = NextOf(page);
            }
            catch (NewsException)
            {
                break;   // The pages so far are the article.
            }
        }
        return article;
    }

    private static IEnumerable<Block> NewBlocks(ArticleDocument article, ArticleDocument part)
    {
        var known = article.Blocks.Select(block => ArticleRenderer.ToWords([block])).ToHashSet(StringComparer.Ordinal);
        return part.Blocks.Where(block => !known.Contains(ArticleRenderer.ToWords([block])));
    }

    /// <summary>The address of the next part; null if its path is not that of the same article.</summary>
    private static string? NextOf(FetchedPage page)
    {
        var (text, isCut) = HtmlBounds.Apply(PageText.Decode(page.Content.Span, page.ContentType), HtmlBounds.ForPage);
        if (isCut || !text.Contains("next", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(page.Url, UriKind.Absolute, out var here))
            return null;
        using var document = new HtmlParser().ParseDocument(text);
        var link = document.QuerySelector("link[rel~=next][href], a[rel~=next][href]")?.GetAttribute("href");
        return HtmlWords.Address(link, here, HtmlWords.WebSchemes) is { } next && IsPartOf(here, new Uri(next)) ? next : null;
    }

    private static bool IsPartOf(Uri first, Uri next) =>
        next.Host == first.Host && Stem(next.AbsolutePath) == Stem(first.AbsolutePath) && Stem(first.AbsolutePath).Length > 1;

    /// <summary>A path without the number of its page: <c>/story/page/2</c>, <c>/story/2/</c>, <c>/story-2.html</c>.</summary>
    private static string Stem(string path)
    {
        var bare = path.TrimEnd('/');
        if (bare.EndsWith(".html", StringComparison.Ordinal) || bare.EndsWith(".htm", StringComparison.Ordinal))
            bare = bare[..bare.LastIndexOf('.')];
        var cut = bare.LastIndexOfAny(['/', '-', '_', ',']);
        if (cut > 0 && cut + 1 < bare.Length && bare.Length - cut <= 3 && bare[(cut + 1)..].All(char.IsAsciiDigit))
            bare = bare[..cut];
        return bare.EndsWith("/page", StringComparison.Ordinal) ? bare[..^5] : bare;
    }
}
