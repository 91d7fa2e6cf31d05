namespace TermNews.Core.Articles.Writing;

/// <summary>Writes the article of a story for another program or into a file.</summary>
public static class ArticleFile
{
    /// <summary>Cells of a line, as mail and <c>show</c> have them: readable, and free of a terminal's width.</summary>
    private const int Width = 78;

    /// <summary>The words of the formats.</summary>
    public static IReadOnlyList<string> Formats => ArticleFormats.Words;

    /// <summary>The word of the format that a file name asks for; text if it asks for none.</summary>
    public static string FormatOf(string fileName) => ArticleFormats.ForFile(fileName).Word;

    /// <summary>The article in one of the <see cref="Formats"/>.</summary>
    public static string Write(Story story, ArticleDocument document, string format)
    {
        using var output = new StringWriter();
        ArticleFormats.Parse(format).Write(output, [Of(story, document)], Width);
        return output.ToString();
    }

    private static PrintedArticle Of(Story story, ArticleDocument document) => new()
    {
        Title = story.Title ?? story.Lead ?? story.Link ?? "Untitled",
        Facts = PrintedArticle.Known(PrintedArticle.By(story.Author), story.Feed.Title, Rfc3339.Format(story.PublishedAt)),
        Link = story.Link,
        Blocks = document.ShownBlocks,
        IsLetter = true,
        Json = json => WriteJson(json, story, document),
    };

    private static void WriteJson(Utf8JsonWriter json, Story story, ArticleDocument document)
    {
        json.WriteStartObject();
        json.WriteNumber("id", story.Id);
        json.WriteString("title", story.Title);
        json.WriteString("author", story.Author);
        json.WriteString("feed", story.Feed.Title);
        json.WriteString("link", story.Link);
        JsonText.WriteTime(json, "published", story.PublishedAt);
        json.WriteString("text", ArticleRenderer.ToText(document));
        json.WriteEndObject();
    }
}
