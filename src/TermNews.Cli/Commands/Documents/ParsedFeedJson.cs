using System.Globalization;
using System.Text.Json;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Cli.Commands.Documents;

/// <summary>Writes a parsed feed as JSON.</summary>
internal static class ParsedFeedJson
{
    /// <summary>Writes the feed with all its entries.</summary>
    public static void Write(Utf8JsonWriter json, string file, ParsedFeed feed)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("title", feed.Title);
        json.WriteString("link", feed.SiteUrl);
        json.WriteString("language", feed.Language);
        json.WriteString("id", feed.Id);
        json.WriteString("description", feed.Description);
        json.WriteString("author", feed.Author);
        WriteDate(json, "published", feed.PublishedAt);
        WriteDate(json, "updated", feed.UpdatedAt);
        json.WriteStartArray("entries");
        foreach (var entry in feed.Entries)
            WriteEntry(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, ParsedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.EntryGuid);
        json.WriteString("title", entry.Title);
        json.WriteString("link", entry.Link);
        json.WriteString("author", entry.Author);
        WriteDate(json, "published", entry.PublishedAt);
        WriteDate(json, "updated", entry.UpdatedAt);
        json.WriteString("summary", entry.Summary);
        json.WriteString("content", entry.Content);
        json.WriteStartArray("categories");
        foreach (var category in entry.Categories)
            json.WriteStringValue(category);
        json.WriteEndArray();
        WriteEnclosures(json, entry);
        WriteImage(json, entry);
        json.WriteString("language", entry.Language);
        json.WriteString("discussion", entry.DiscussionLink);
        json.WriteEndObject();
    }

    private static void WriteEnclosures(Utf8JsonWriter json, ParsedEntry entry)
    {
        json.WriteStartArray("enclosures");
        foreach (var enclosure in entry.Enclosures)
        {
            json.WriteStartObject();
            json.WriteString("url", enclosure.Url);
            json.WriteString("type", enclosure.MediaType);
            if (enclosure.Length is { } length)
                json.WriteNumber("length", length);
            else
                json.WriteNull("length");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter json, ParsedEntry entry)
    {
        if (entry.Image is not { } image)
        {
            json.WriteNull("image");
            return;
        }
        json.WriteStartObject("image");
        json.WriteString("url", image.Url);
        json.WriteString("caption", image.Caption);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTimeOffset? date) =>
        json.WriteString(name, date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
