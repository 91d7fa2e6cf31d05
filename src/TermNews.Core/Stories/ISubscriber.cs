namespace TermNews.Core.Stories;

/// <summary>Finds the feed behind an address and subscribes to it.</summary>
public interface ISubscriber
{
    /// <summary>Finds the feed at an address, of a feed or of a web site, with or without its scheme. Stores nothing.</summary>
    /// <exception cref="NewsException">There is no feed, or it cannot be fetched; the sentence says which.</exception>
    Task<FeedPreview> PreviewAsync(string address, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to a feed that was looked at and stores the stories it showed. Where it is subscribed to already it gains the tags
    /// and nothing else changes.
    /// </summary>
    /// <param name="preview">The result of <see cref="PreviewAsync"/>.</param>
    /// <param name="ownTitle">The reader's own title; null for the feed's.</param>
    /// <param name="tags">Folders.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<Feed> SubscribeAsync(FeedPreview preview, string? ownTitle, IReadOnlyList<string> tags, CancellationToken cancellationToken);
}

/// <summary>A feed that was looked at and not yet subscribed to.</summary>
public sealed class FeedPreview
{
    /// <summary>The address of the feed.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The feed's title, else its address.</summary>
    public required string Title { get; init; }

    /// <summary>Its first three headlines at most.</summary>
    public IReadOnlyList<string> Headlines { get; init; } = [];

    /// <summary>The existing subscription; null if there is none.</summary>
    public Feed? Subscribed { get; init; }

    /// <summary>Other feeds that the site names, in its order; empty where there was no choice.</summary>
    public IReadOnlyList<string> OtherFeedUrls { get; init; } = [];

    /// <summary>The result of the visit, to be stored on subscribing; its feed id is not set yet.</summary>
    public required FeedUpdate Visit { get; init; }
}
