namespace TermNews.Core.Articles.Writing;

/// <summary>An article as HTML on a page that loads nothing.</summary>
internal static class HtmlArticle
{
    /// <summary><c>html</c>.</summary>
    public static ArticleFormat Format { get; } = new("html", [".html", ".htm"], Compose)
    {
        Start = static title => HtmlPage.Start(title),
        End = HtmlPage.End,
    };

    private static string Compose(PrintedArticle article, int? width)
    {
        var (title, text) = (article.Title ?? "", ArticleRenderer.ToSelfContainedHtml(article.Blocks));
        var lines = article.IsLetter ? article.FactLines.Append(article.Link).OfType<string>() : article.FactLines;
        var facts = string.Join("<br>", lines.Select(WebUtility.HtmlEncode));
        if (article.IsLetter)
            return $"<h1>{WebUtility.HtmlEncode(title)}</h1>\n<p>{facts}</p>\n{text}\n";
        var caption = article.OwnCaption is { } said ? $"<p><em>{WebUtility.HtmlEncode(said)}</em></p>\n" : "";
        return $"<article>\n<h1>{HtmlPage.Linked(title, article.Link)}</h1>\n<p>{facts}</p>\n{caption}{text}\n</article>\n";
    }
}
