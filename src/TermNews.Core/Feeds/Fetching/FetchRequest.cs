using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>What is fetched, which decides what the server is told to prefer and whether the host's queue is kept.</summary>
internal enum FetchKind
{
    /// <summary>A feed, visited by the schedule: one at a time from a public host.</summary>
    Feed,

    /// <summary>A page that somebody waits for: it does not queue behind feeds.</summary>
    Page,

    /// <summary>A picture of a page that is read.</summary>
    Picture,

    /// <summary>A file that the reader wants to have.</summary>
    File,

    /// <summary>A feed or a page, whatever is at an address that the reader typed; it does not queue either.</summary>
    Address,
}

/// <summary>One thing to fetch.</summary>
/// <param name="Url">An http(s) or file address, or that of a program.</param>
internal sealed record FetchRequest(string Url)
{
    /// <summary>What it is.</summary>
    public FetchKind Kind { get; init; } = FetchKind.Feed;

    /// <summary>The <c>ETag</c> of what is known already, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The <c>Last-Modified</c> of what is known already, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>The place that a large document needs; null where there is no crowd.</summary>
    public LargePlace? Place { get; init; }

    /// <summary>Bytes that are accepted at most, over the wire and without compression; null for the usual limits.</summary>
    public long? MostBytes { get; init; }

    /// <summary>How long it may take, all redirects together; waiting in the host's queue or for a place does not count.</summary>
    public TimeSpan Timeout { get; init; } = RefreshRequest.DefaultTimeout;
}
