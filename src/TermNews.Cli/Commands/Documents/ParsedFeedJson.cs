using TermNews.Core.Export;
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
        JsonText.WriteTime(json, "published", feed.PublishedAt);
        JsonText.WriteTime(json, "updated", feed.UpdatedAt);
        json.WritePropertyName("entries");
        JsonText.WriteArray(json, feed.Entries, WriteEntry);
        json.WriteEndObject();
    }

    /// <summary>Writes an entry.</summary>
    public static void WriteEntry(Utf8JsonWriter json, ParsedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.EntryGuid);
        json.WriteString("title", entry.Title);
        json.WriteString("link", entry.Link);
        json.WriteString("author", entry.Author);
        JsonText.WriteTime(json, "published", entry.PublishedAt);
        JsonText.WriteTime(json, "updated", entry.UpdatedAt);
        json.WriteString("summary", entry.Summary);
        json.WriteString("content", entry.Content);
        JsonText.WriteTexts(json, "categories", entry.Categories);
        json.WritePropertyName("enclosures");
        JsonText.WriteArray(json, entry.Enclosures, StoryJson.Write);
        json.WritePropertyName("image");
        StoryJson.Write(json, entry.Image);
        json.WriteString("language", entry.Language);
        json.WriteString("discussion", entry.DiscussionLink);
        json.WriteEndObject();
    }
}
