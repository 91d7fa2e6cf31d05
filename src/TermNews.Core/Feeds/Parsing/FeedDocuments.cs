namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads fetched documents into stories that are stored; the implementation of <see cref="FeedReading"/>.</summary>
internal static class FeedDocuments
{
    /// <inheritdoc cref="FeedReading"/>
    public static FeedContent Read(ReadOnlyMemory<byte> content, string url, string? contentType) =>
        ContentOf(FeedParser.ParseUnpacked(content, url, contentType));

    /// <summary>The content of a parsed feed.</summary>
    public static FeedContent ContentOf(ParsedFeed feed) =>
        new(feed.Title, feed.SiteUrl, feed.Ttl, [.. feed.Entries.Select(entry => entry.ToIncomingStory())]) { Skipped = feed.Skipped };
}
