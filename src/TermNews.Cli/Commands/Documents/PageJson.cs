using TermNews.Core.Articles;
using TermNews.Core.Articles.Writing;

namespace TermNews.Cli.Commands.Documents;

/// <summary>Writes the article of a web page as JSON.</summary>
internal static class PageJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, string file, ArticleDocument article)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("title", article.Title);
        json.WriteString("byline", article.Byline);
        json.WriteString("site", article.SiteName);
        JsonText.WriteTime(json, "published", article.PublishedAt);
        json.WriteString("language", article.Language);
        json.WriteString("text", ArticleRenderer.ToWords(article.Blocks));
        json.WriteEndObject();
    }
}
