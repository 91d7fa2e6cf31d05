namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads feed documents as the program does it: with its parsers, into stories on their way into the database.</summary>
internal static class FeedDocuments
{
    /// <inheritdoc cref="FeedReading"/>
    public static FeedContent Read(ReadOnlyMemory<byte> content, string url, string? contentType) =>
        ContentOf(FeedParser.Parse(content, url, contentType));

    /// <summary>What a parsed feed says, ready to be stored.</summary>
    public static FeedContent ContentOf(ParsedFeed feed) =>
        new(feed.Title, feed.SiteUrl, feed.Ttl, [.. feed.Entries.Select(entry => entry.ToIncomingStory())]) { Skipped = feed.Skipped };
}
