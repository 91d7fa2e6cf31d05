namespace TermNews.Core.Feeds;

/// <summary>Reads feed documents as the program does it: with its parsers, into stories on their way into the database.</summary>
internal static class FeedDocuments
{
    /// <inheritdoc cref="FeedReading"/>
    public static FeedContent Read(ReadOnlyMemory<byte> content, string url, string? contentType)
    {
        var feed = FeedParser.Parse(content, url, contentType);
        return new FeedContent(feed.Title, feed.SiteUrl, feed.Ttl, [.. feed.Entries.Select(entry => entry.ToIncomingStory())])
        {
            Skipped = feed.Skipped,
        };
    }
}
