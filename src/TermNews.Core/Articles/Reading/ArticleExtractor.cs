using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;
using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Articles.Reading;

/// <summary>
/// Extracts the readable article of a web page. With <see cref="HtmlArticleReader"/> (feed content) and <see cref="FullTexts"/> (stories) a
/// front door of this folder.
/// </summary>
public static class ArticleExtractor
{
    /// <summary>Bytes: a bound for memory, far above any article.</summary>
    private const int LargestPage = 32 * 1024 * 1024;

    /// <summary>
    /// Class names that count against an element, as in Readability; the pattern of SmartReader takes every "hid" for hidden, as in
    /// "hideOnInit".
    /// </summary>
    private const string NegativeNames =
        "-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|"
        + "scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget";

    /// <summary>Extracts the article.</summary>
    /// <param name="html">The bytes of the page.</param>
    /// <param name="url">Its address, or null.</param>
    /// <param name="contentType">The Content-Type of the response, or null.</param>
    public static ArticleDocument Extract(ReadOnlyMemory<byte> html, string? url, string? contentType)
    {
        if (html.Length > LargestPage)
            throw new NewsException(NewsFault.Unreadable, "The page is larger than 32 MB; open it in a browser.");
        var (text, isCut) = HtmlBounds.Apply(PageText.Decode(html.Span, contentType), HtmlBounds.ForPage);
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(text);
        if (isCut || IsTooFlat(page, text))
            throw new NewsException(NewsFault.Unreadable, "The page is too large to be read as an article; open it in a browser.");
        var facts = PageFacts.Read(page);
        var address = AddressOf(page, url);
        var title = page.Title;
        try
        {
            var (article, blocks) = Find(page, address);
            var found = Compose(article, blocks, facts, address, title);
            return PageWalls.SentenceFor(text, title, ArticleRenderer.ToWords(found.Blocks)) is { } wall ? throw Wall(wall) : found;
        }
        catch (NewsException) when (PageWalls.SentenceFor(text, title, string.Empty) is { } wall)
        {
            throw Wall(wall);
        }
    }

    private static NewsException Wall(string sentence) => new(NewsFault.Unreadable, sentence);

    /// <summary>
    /// A step to the next sibling is linear in the number of siblings, so a walk is quadratic. A page with few tags, each with an element
    /// and a text at most, cannot have that many.
    /// </summary>
    private static bool IsTooFlat(IHtmlDocument page, string text)
    {
        const double mostSteps = 1e8;
        if (text.AsSpan().Count('<') * 2.0 < Math.Sqrt(mostSteps))
            return false;
        var steps = 0.0;
        Stack<INode> waiting = new([page.DocumentElement]);
        while (steps < mostSteps && waiting.TryPop(out var node))
        {
            var children = node.ChildNodes;
            steps += (double)children.Length * children.Length;
            for (var at = 0; at < children.Length; at++)
            {
                if (children[at].NodeType == NodeType.Element)
                    waiting.Push(children[at]);
            }
        }
        return steps >= mostSteps;
    }

    private static Uri? AddressOf(IHtmlDocument page, string? url)
    {
        var own = HtmlWords.Address(url, null, HtmlWords.WebSchemes) is { } known ? new Uri(known) : null;
        var written = page.QuerySelector("base[href]")?.GetAttribute("href");
        return HtmlWords.Address(written, own, HtmlWords.WebSchemes) is { } based ? new Uri(based) : own;
    }

    /// <summary>The article is read from the tree and then removed, so that SmartReader does not serialize it.</summary>
    private static (Article Article, IReadOnlyList<Block> Blocks) Find(IHtmlDocument page, Uri? address)
    {
        IReadOnlyList<Block> blocks = [];
        HtmlFigures.KeepFrames(page, address);
        HtmlSpaces.KeepLines(page);
        using var reader = new SmartReader.Reader((address ?? HtmlWords.Nowhere).AbsoluteUri, page) { KeepClasses = true };
        reader.ReplaceRegularExpression(RegularExpressions.Negative, NegativeNames);
        reader.AddCustomOperationEnd(found =>
        {
            blocks = HtmlArticleReader.Read(found, address);
            found.InnerHtml = string.Empty;
        });
        var article = reader.GetArticle();
        return ArticleRenderer.ToWords(blocks).Any(char.IsLetterOrDigit) ? (article, blocks) : throw NoArticle();
    }

    private static ArticleDocument Compose(
        Article article, IReadOnlyList<Block> blocks, PageFacts facts, Uri? address, string? pageTitle) =>
        new()
        {
            Title = TitleOf(PageFacts.Line(article.Title), facts.Title) ?? PageFacts.Line(pageTitle),
            Byline = facts.Byline ?? PageFacts.Name(article.Byline) ?? facts.MarkedByline ?? PageFacts.Name(article.Author),
            SiteName = facts.SiteName ?? PageFacts.Line(article.SiteName),
            PublishedAt = facts.PublishedAt ?? PublishedAt(article),
            Language = facts.Language ?? PageFacts.Line(article.Language),
            IsRightToLeft = facts.IsRightToLeft || article.Dir == "rtl",
            LeadImage = HtmlWords.Address(facts.ImageUrl, address, HtmlWords.WebSchemes) is { } image ? new StoryImage(image, null) : null,
            Blocks = blocks,
        };

    /// <summary>The extracted title, unless it is only the headline followed by the name of the site.</summary>
    private static string? TitleOf(string? found, string? headline) =>
        found is null || (headline is not null && found.StartsWith(headline + " ", StringComparison.Ordinal)) ? headline : found;

    private static DateTimeOffset? PublishedAt(Article article) =>
        article.PublicationDate is { } date && date.Year > 1980 ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)) : null;

    private static NewsException NoArticle() =>
        new(NewsFault.Unreadable, "There is no readable article on this page; open it in a browser.");
}
