using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>What a feed document says, ready to be stored.</summary>
/// <param name="Title">The feed's title, or null.</param>
/// <param name="SiteUrl">Its web site, or null.</param>
/// <param name="TimeToLive">How long it asks not to be fetched again (RSS <c>ttl</c>), or null.</param>
/// <param name="Stories">Its entries.</param>
internal sealed record FeedContent(string? Title, string? SiteUrl, TimeSpan? TimeToLive, IReadOnlyList<IncomingStory> Stories)
{
    /// <summary>When it asks not to be fetched (RSS <c>skipHours</c>, <c>skipDays</c>).</summary>
    public SkippedTimes Skipped { get; init; }
}

/// <summary>Reads a feed document.</summary>
/// <param name="content">Its bytes.</param>
/// <param name="url">Where it was found, for relative addresses.</param>
/// <param name="contentType"><c>Content-Type</c> as it was sent, or null.</param>
/// <exception cref="NewsException">It is no feed that can be understood.</exception>
internal delegate FeedContent FeedReading(ReadOnlyMemory<byte> content, string url, string? contentType);
