namespace TermNews.Core.Feeds.Refreshing;

/// <summary>The result of a visit to a feed: an update to store, or an error.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Update">The update; null after a failure.</param>
/// <param name="Error">The error; null after a success.</param>
internal sealed record FeedVisit(Feed Feed, FeedUpdate? Update, RefreshError? Error)
{
    /// <summary>The server sent entries, not a 304.</summary>
    public bool HasContent { get; init; }

    /// <summary>The failure or pause to store; null for neither.</summary>
    public FeedFailure? Failure { get; init; }

    /// <summary>Bytes of the body over the wire, compressed.</summary>
    public long WireBytes { get; init; }
}
