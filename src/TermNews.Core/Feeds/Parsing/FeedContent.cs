namespace TermNews.Core.Feeds.Parsing;

/// <summary>The content of a feed document, ready to be stored.</summary>
/// <param name="Title">The feed's title, or null.</param>
/// <param name="SiteUrl">Its web site, or null.</param>
/// <param name="TimeToLive">The least time between fetches that it asks for (RSS <c>ttl</c>), or null.</param>
/// <param name="Stories">Its entries.</param>
internal sealed record FeedContent(string? Title, string? SiteUrl, TimeSpan? TimeToLive, IReadOnlyList<IncomingStory> Stories)
{
    /// <summary>The times at which it asks for no fetches (RSS <c>skipHours</c>, <c>skipDays</c>).</summary>
    public SkippedTimes Skipped { get; init; }
}

/// <summary>Reads a feed document that is not compressed. A delegate, so that tests of visits need no feed.</summary>
/// <param name="content">Its bytes.</param>
/// <param name="url">The address, for relative links.</param>
/// <param name="contentType"><c>Content-Type</c> as it was sent, or null.</param>
/// <exception cref="NewsException">The document is no feed.</exception>
internal delegate FeedContent FeedReading(ReadOnlyMemory<byte> content, string url, string? contentType);
