using System.Globalization;
using System.Text;
using System.Text.Json;
using TermNews.Cli.Commands.Shared;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Cli.Commands.Feeds;

/// <summary>Prints subscriptions in every format they have.</summary>
internal static class FeedTable
{
    private static readonly string[] Columns =
        ["id", "title", "url", "site", "tags", "stories", "unread", "last_fetched", "next_fetch", "error", "paused_until"];

    /// <summary>Prints subscriptions.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="feeds">The subscriptions.</param>
    /// <param name="format">One of text, json, ndjson, jsonl, csv, tsv.</param>
    /// <param name="width">Columns of the terminal; null where it is none.</param>
    /// <param name="clock">Tells which pauses are not over, in the reader's own time.</param>
    public static void Write(TextWriter output, IReadOnlyList<Feed> feeds, string format, int? width, TimeProvider clock)
    {
        switch (format)
        {
            case "json":
                WriteArray(output, feeds);
                break;
            case "ndjson" or "jsonl":
                foreach (var feed in feeds)
                    output.Write(Object(feed) + "\n");
                break;
            case "csv":
                WriteRows(output, feeds, ",", CsvCell);
                break;
            case "tsv":
                WriteRows(output, feeds, "\t", TsvCell);
                break;
            default:
                WriteText(output, feeds, width, feed => FeedTrouble.Of(feed, clock.GetUtcNow(), clock.LocalTimeZone));
                break;
        }
    }

    private static void WriteText(TextWriter output, IReadOnlyList<Feed> feeds, int? width, Func<Feed, string?> trouble)
    {
        if (feeds.Count == 0)
            return;
        if (width is null)
        {
            foreach (var feed in feeds)
            {
                var tags = string.Join(", ", feed.Tags);
                string?[] cells = [Text(feed.Id), feed.Title, feed.FeedUrl, tags, Text(feed.UnreadCount), trouble(feed)];
                output.Write(string.Join('\t', cells) + "\n");
            }
            return;
        }
        var ids = feeds.Max(feed => Text(feed.Id).Length);
        var titles = Math.Min(feeds.Max(feed => TextWidth.Of(feed.Title)), Math.Max(10, width.Value / 3));
        var unread = feeds.Max(feed => Text(feed.UnreadCount).Length);
        foreach (var feed in feeds)
        {
            var line = $"{Text(feed.Id).PadLeft(ids)}  {TextWidth.Pad(feed.Title, titles)}  "
                + $"{Text(feed.UnreadCount).PadLeft(unread)} unread  "
                + (trouble(feed) ?? string.Join(", ", feed.Tags.DefaultIfEmpty(feed.FeedUrl)));
            output.Write(TextWidth.Fit(line, width.Value).TrimEnd() + "\n");
        }
    }

    private static void WriteArray(TextWriter output, IReadOnlyList<Feed> feeds)
    {
        output.Write(feeds.Count == 0 ? "[" : "[\n");
        for (var i = 0; i < feeds.Count; i++)
            output.Write($"  {Object(feeds[i])}{(i + 1 < feeds.Count ? "," : "")}\n");
        output.Write("]\n");
    }

    private static string Object(Feed feed)
    {
        using var buffer = new MemoryStream();
        using (var json = JsonText.Writer(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("id", feed.Id);
            json.WriteString("title", feed.Title);
            json.WriteString("url", feed.FeedUrl);
            json.WriteString("site", feed.SiteUrl);
            WriteTags(json, feed.Tags);
            json.WriteNumber("stories", feed.StoryCount);
            json.WriteNumber("unread", feed.UnreadCount);
            JsonText.WriteTime(json, "last_fetched", feed.FetchedAt);
            JsonText.WriteTime(json, "next_fetch", feed.NextFetchAt);
            json.WriteString("error", feed.Error);
            JsonText.WriteTime(json, "paused_until", feed.PausedUntil);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteTags(Utf8JsonWriter json, IReadOnlyList<string> tags)
    {
        json.WriteStartArray("tags");
        foreach (var tag in tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<Feed> feeds, string separator, Func<string?, string> cell)
    {
        output.Write(string.Join(separator, Columns) + "\n");
        foreach (var feed in feeds)
            output.Write(string.Join(separator, Cells(feed).Select(cell)) + "\n");
    }

    private static string?[] Cells(Feed feed) =>
    [
        Text(feed.Id), feed.Title, feed.FeedUrl, feed.SiteUrl, string.Join(", ", feed.Tags), Text(feed.StoryCount), Text(feed.UnreadCount),
        Rfc3339.Format(feed.FetchedAt), Rfc3339.Format(feed.NextFetchAt), feed.Error, Rfc3339.Format(feed.PausedUntil),
    ];

    private static string CsvCell(string? value) =>
        value is null ? "" : value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string TsvCell(string? value) => value is null ? "" : ForeignText.CleanLine(value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
