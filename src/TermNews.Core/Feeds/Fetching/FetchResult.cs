namespace TermNews.Core.Feeds.Fetching;

/// <summary>How a fetch ended.</summary>
internal enum FetchStatus
{
    /// <summary>There is content.</summary>
    Fetched,

    /// <summary>What is known already still holds (304).</summary>
    NotModified,

    /// <summary>There is nothing but a sentence that says why.</summary>
    Failed,
}

/// <summary>What a fetch brought.</summary>
internal sealed record FetchResult
{
    /// <summary>How it ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The address that answered in the end.</summary>
    public required string Url { get; init; }

    /// <summary>The content, not compressed, or the beginning of a long one; empty unless <see cref="FetchStatus.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What <see cref="Content"/> lies in; whoever has read it may dispose of it, so that the next one need not allocate. Null for files.</summary>
    public ByteBuffer? Buffer { get; init; }

    /// <summary><c>Content-Type</c> as it was sent, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary><c>ETag</c> to send next time, or null.</summary>
    public string? ETag { get; init; }

    /// <summary><c>Last-Modified</c> to send next time, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the answer stays fresh by <c>Cache-Control</c> or <c>Expires</c>; null where it does not say.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>Where it moved to for good: redirects 301 and 308 only, from the beginning, and never from https to http.</summary>
    public string? MovedTo { get; init; }

    /// <summary>When the host wants to be asked again, or null.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>No request was made, because the host asked a moment ago to be left alone.</summary>
    public bool WasLeftAlone { get; init; }

    /// <summary>The HTTP status of the last answer, or null where there was none.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Bytes of content as they came over the wire.</summary>
    public long WireBytes { get; init; }

    /// <summary>The sentence that says what went wrong; null unless <see cref="FetchStatus.Failed"/>.</summary>
    public string? Error { get; init; }
}
