using TermNews.Core.Feeds.Parsing.Dates;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads JSON Feed 1.0 and 1.1, and RSS in JSON. Values of the wrong type count as missing.</summary>
internal static class JsonFeedParser
{
    // A bound against hostile documents, as for XML.
    private const int MostEntries = 10_000;

    /// <summary>Reads a document.</summary>
    public static ParsedFeed Parse(string text, string? url, List<string> warnings, bool isRaw = false)
    {
        using var document = Read(text, warnings);
        var root = document.RootElement;
        if (RssJson.ToXml(root) is { } xml)
        {
            using var rss = DocumentText.Of(xml);
            return XmlFeedParser.Parse(rss, url, warnings, isRaw);
        }
        if (root.ValueKind != JsonValueKind.Object || (!root.TryGetProperty("items", out _)
            && JsonValues.Text(root, "version")?.Contains("jsonfeed", StringComparison.Ordinal) != true))
            throw FeedSniffer.NoFeed(text);
        var baseUrl = SafeLinks.ToBase(url) ?? SafeLinks.ToBase(JsonValues.Text(root, "feed_url"));
        var feed = new FeedBuilder
        {
            Title = FeedText.Line(JsonValues.Text(root, "title")),
            SiteUrl = SafeLinks.Resolve(JsonValues.Text(root, "home_page_url"), baseUrl),
            SelfUrl = SafeLinks.Resolve(JsonValues.Text(root, "feed_url"), baseUrl),
            Description = JsonValues.Text(root, "description") is { } description ? Blank(SafeHtml.FromText(description)) : null,
            Language = FeedText.Language(JsonValues.Text(root, "language")),
        };
        AddAuthors(feed.Authors, root);
        foreach (var hub in JsonValues.Items(root, "hubs"))
            feed.HubUrl ??= SafeLinks.ResolveWeb(JsonValues.Text(hub, "url"), baseUrl);
        foreach (var item in JsonValues.Items(root, "items").Take(MostEntries))
        {
            if (item.ValueKind == JsonValueKind.Object)
                feed.Entries.Add(ReadEntry(item, baseUrl, isRaw));
        }
        return feed.Build(warnings);
    }

    private static JsonDocument Read(string text, List<string> warnings)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        text = JsonEscapes.WithoutLoneSurrogates(text);
        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException ex)
        {
            if (CutJson.Close(text) is { } closed && TryParse(closed, options) is { } document)
            {
                warnings.Add("The document is cut off or damaged; what could be read before was read.");
                return document;
            }
            throw new NewsException(NewsFault.Unreadable,
                "This looks like a JSON Feed, but it is no valid JSON; the document may be cut off.", ex);
        }
    }

    private static JsonDocument? TryParse(string text, JsonDocumentOptions options)
    {
        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EntryBuilder ReadEntry(JsonElement item, Uri? baseUrl, bool isRaw)
    {
        var html = JsonValues.Text(item, "content_html");
        var plain = JsonValues.Text(item, "content_text");
        var entry = new EntryBuilder(baseUrl, FeedText.Language(JsonValues.Text(item, "language")))
        {
            EntryGuid = FeedText.Line(JsonValues.Text(item, "id")),
            Title = FeedText.Line(JsonValues.Text(item, "title")),
            Link = SafeLinks.Resolve(JsonValues.Text(item, "url"), baseUrl),
            SecondLink = SafeLinks.Resolve(JsonValues.Text(item, "external_url"), baseUrl),
            PublishedAt = FeedDates.Parse(JsonValues.Text(item, "date_published")),
            UpdatedAt = FeedDates.Parse(JsonValues.Text(item, "date_modified")),
            Summary = JsonValues.Text(item, "summary") is { } summary ? Blank(SafeHtml.FromText(summary)) : null,
        };
        if (isRaw)
            (entry.Summary, entry.Content) = (JsonValues.Text(item, "summary"), html ?? plain);
        else if (html is not null)
            entry.Content = SafeHtml.Clean(html, SafeLinks.ToBase(entry.Link) ?? baseUrl);
        else if (plain is not null)
            entry.Content = Blank(SafeHtml.FromText(plain));
        AddAuthors(entry.Authors, item);
        foreach (var tag in JsonValues.Items(item, "tags"))
            entry.AddCategory(FeedText.Line(JsonValues.Text(tag)));
        foreach (var attachment in JsonValues.Items(item, "attachments"))
            entry.AddEnclosure(JsonValues.Text(attachment, "url"), JsonValues.Text(attachment, "mime_type"),
                JsonValues.Text(attachment, "size_in_bytes"));
        entry.Images.Offer(SafeLinks.ResolveWeb(JsonValues.Text(item, "image"), baseUrl), EntryImages.OfMedia, null);
        entry.Images.Offer(SafeLinks.ResolveWeb(JsonValues.Text(item, "banner_image"), baseUrl), EntryImages.OfThumbnail, null);
        return entry;
    }

    private static void AddAuthors(List<Person> people, JsonElement owner)
    {
        foreach (var author in JsonValues.Items(owner, "authors"))
            EntryElements.AddPerson(people, ReadAuthor(author));
        if (people.Count == 0 && owner.TryGetProperty("author", out var single))
            EntryElements.AddPerson(people, ReadAuthor(single));
    }

    private static Person? ReadAuthor(JsonElement author)
    {
        var link = JsonValues.Text(author, "url");
        var email = link?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true ? link : null;
        return author.ValueKind == JsonValueKind.String ? Person.Parse(JsonValues.Text(author))
            : Person.From(JsonValues.Text(author, "name"), email);
    }

    private static string? Blank(string html) => html.Length == 0 ? null : html;
}
