namespace TermNews.Core.Feeds.Fetching;

/// <summary>How a fetch ended.</summary>
internal enum FetchStatus
{
    /// <summary>Content was received.</summary>
    Fetched,

    /// <summary>The copy at hand is current (304).</summary>
    NotModified,

    /// <summary>The fetch failed; <see cref="FetchResult.Error"/> says why.</summary>
    Failed,
}

/// <summary>The result of a fetch.</summary>
internal sealed record FetchResult
{
    /// <summary>The outcome.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The final address after redirects.</summary>
    public required string Url { get; init; }

    /// <summary>The decompressed content, or the first 64 KiB of a spilled one; empty unless <see cref="FetchStatus.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The buffer behind <see cref="Content"/>; disposing of it returns its array to the pool. Null for files.</summary>
    public ByteBuffer? Buffer { get; init; }

    /// <summary>The <c>Content-Type</c> header, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary><c>ETag</c> to send next time, or null.</summary>
    public string? ETag { get; init; }

    /// <summary><c>Last-Modified</c> to send next time, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>The freshness lifetime by <c>Cache-Control</c> or <c>Expires</c> (RFC 9111 §4.2.1); null without one.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>
    /// The new permanent address: the last of a leading run of 301 and 308 redirects, never from https to http; null for none.
    /// </summary>
    public string? MovedTo { get; init; }

    /// <summary>The time of <c>Retry-After</c>, or null.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>No request was made, because the host's <c>Retry-After</c> is still running.</summary>
    public bool WasLeftAlone { get; init; }

    /// <summary>The HTTP status of the last response; null without one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Bytes of the body over the wire, compressed.</summary>
    public long WireBytes { get; init; }

    /// <summary>The error sentence; null unless <see cref="FetchStatus.Failed"/>.</summary>
    public string? Error { get; init; }

    /// <summary>A fetch that failed, with a sentence for the reader.</summary>
    public static FetchResult Failed(string url, string sentence) => new() { Status = FetchStatus.Failed, Url = url, Error = sentence };
}
