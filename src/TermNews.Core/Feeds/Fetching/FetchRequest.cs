namespace TermNews.Core.Feeds.Fetching;

/// <summary>The kind of a fetch. It decides the <c>Accept</c> header and whether the host's queue is honoured.</summary>
internal enum FetchKind
{
    /// <summary>A feed visited by the schedule: one at a time per public host.</summary>
    Feed,

    /// <summary>A page that the reader waits for; it bypasses the queue.</summary>
    Page,

    /// <summary>A picture of an open article.</summary>
    Picture,

    /// <summary>A download.</summary>
    File,

    /// <summary>A feed or a page at an address that the reader typed; it bypasses the queue.</summary>
    Address,
}

/// <summary>One thing to fetch.</summary>
/// <param name="Url">An http, https or file address, or that of a program (<c>exec:</c>).</param>
internal sealed record FetchRequest(string Url)
{
    /// <summary>The kind.</summary>
    public FetchKind Kind { get; init; } = FetchKind.Feed;

    /// <summary>The <c>ETag</c> of the copy at hand, for a conditional GET; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The <c>Last-Modified</c> of the copy at hand, for a conditional GET; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>The place that a large document needs; null without concurrent visits.</summary>
    public LargePlace? Place { get; init; }

    /// <summary>The limit in bytes, compressed and decompressed; null for the default limits.</summary>
    public long? MostBytes { get; init; }

    /// <summary>The time-out for all redirects together, not counting waits in the host's queue or for a place.</summary>
    public TimeSpan Timeout { get; init; } = RefreshRequest.DefaultTimeout;
}
