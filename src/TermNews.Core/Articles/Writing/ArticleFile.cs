using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Articles.Writing;

/// <summary>Writes an article with its headline for another program or into a file.</summary>
public static class ArticleFile
{
    private const int Width = 78;

    /// <summary>The formats by their names, which are endings of file names too.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "md", "html", "json"];

    /// <summary>The format that a file's name asks for; text where it asks for none.</summary>
    public static string FormatOf(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => "md",
        ".HTML" or ".HTM" => "html",
        ".JSON" => "json",
        _ => "text",
    };

    /// <summary>The article in one of the <see cref="Formats"/>.</summary>
    public static string Write(Story story, ArticleDocument document, string format)
    {
        var title = story.Title ?? story.Lead ?? story.Link ?? "Untitled";
        string?[] facts = [story.Author is null ? null : $"By {story.Author}", story.Feed.Title, Rfc3339.Format(story.PublishedAt), story.Link];
        var known = facts.OfType<string>();
        return format switch
        {
            "md" => $"# {title}\n\n{string.Join("  \n", known)}\n\n{ArticleRenderer.ToMarkdown(document)}\n",
            "html" => Html(title, known, document),
            "json" => Json(story, document),
            _ => $"{string.Join('\n', TextWrap.Wrap(title, Width))}\n{string.Join('\n', known)}\n\n{ArticleRenderer.ToText(document, Width)}\n",
        };
    }

    private static string Html(string title, IEnumerable<string> facts, ArticleDocument document) =>
        $"""
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <title>{WebUtility.HtmlEncode(title)}</title>
        </head>
        <body>
        <h1>{WebUtility.HtmlEncode(title)}</h1>
        <p>{string.Join("<br>", facts.Select(WebUtility.HtmlEncode))}</p>
        {ArticleRenderer.ToSelfContainedHtml(document.ShownBlocks)}
        </body>
        </html>

        """;

    private static string Json(Story story, ArticleDocument document)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("id", story.Id);
            json.WriteString("title", story.Title);
            json.WriteString("author", story.Author);
            json.WriteString("feed", story.Feed.Title);
            json.WriteString("link", story.Link);
            json.WriteString("published", Rfc3339.Format(story.PublishedAt));
            json.WriteString("text", ArticleRenderer.ToText(document));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
