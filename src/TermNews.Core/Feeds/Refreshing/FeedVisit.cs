using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>What a visit to a feed brought: an update to store, or an error.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Update">What to store; null where it failed.</param>
/// <param name="Error">What is wrong; null where it went well.</param>
internal sealed record FeedVisit(Feed Feed, FeedUpdate? Update, RefreshError? Error)
{
    /// <summary>Its entries were sent, not a mere 304.</summary>
    public bool HasContent { get; init; }

    /// <summary>The failure to store, or the pause; null where there is neither.</summary>
    public FeedFailure? Failure { get; init; }

    /// <summary>Bytes of content over the wire.</summary>
    public long WireBytes { get; init; }

}
