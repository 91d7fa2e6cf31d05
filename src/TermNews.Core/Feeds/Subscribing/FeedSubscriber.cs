using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Feeds.Refreshing;

namespace TermNews.Core.Feeds.Subscribing;

/// <summary>
/// The front door of subscribing: finds the feed for an address, previews it, and adds the subscription with its first stories.
/// </summary>
public sealed class FeedSubscriber : ISubscriber
{
    /// <summary>Headlines in a preview: enough to recognise a feed.</summary>
    private const int Headlines = 3;

    private readonly IFeedRepository _feeds;
    private readonly FeedDiscovery _discovery;
    private readonly TimeProvider _clock;

    /// <summary>Creates a subscriber.</summary>
    /// <param name="feeds">The subscriptions and their stories.</param>
    /// <param name="fetcher">The fetcher.</param>
    /// <param name="clock">The clock.</param>
    public FeedSubscriber(IFeedRepository feeds, FeedFetcher fetcher, TimeProvider clock)
        : this(feeds, fetcher, FeedDocuments.Read, clock)
    {
    }

    /// <summary>Creates a subscriber with its own parser.</summary>
    internal FeedSubscriber(IFeedRepository feeds, FeedFetcher fetcher, FeedReading read, TimeProvider clock)
    {
        (_feeds, _clock) = (feeds, clock);
        _discovery = new FeedDiscovery(fetcher, read);
    }

    /// <inheritdoc/>
    public async Task<FeedPreview> PreviewAsync(string address, CancellationToken cancellationToken)
    {
        var found = await _discovery.FindAsync(address, cancellationToken).ConfigureAwait(false);
        var known = await _feeds.ListAsync(cancellationToken).ConfigureAwait(false);
        return new FeedPreview
        {
            FeedUrl = found.FeedUrl,
            Title = found.Content.Title ?? ShownAddress.Of(found.FeedUrl),
            Headlines = [.. found.Content.Stories.Select(story => story.Title ?? story.Lead).OfType<string>().Take(Headlines)],
            Subscribed = known.FirstOrDefault(feed => FeedAddress.IsSame(feed.FeedUrl, found.FeedUrl)),
            OtherFeedUrls = found.OtherFeedUrls,
            Visit = Visit(found),
        };
    }

    /// <inheritdoc/>
    public async Task<Feed> SubscribeAsync(
        FeedPreview preview, string? ownTitle, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var url = preview.Subscribed?.FeedUrl ?? preview.FeedUrl;
        var subscription = new NewSubscription(url, ownTitle, tags) { SiteUrl = preview.Visit.SiteUrl };
        var added = await _feeds.AddAsync([subscription], cancellationToken).ConfigureAwait(false);
        if (added.Count == 0)
            return await FindAsync(url, cancellationToken).ConfigureAwait(false);
        await _feeds.StoreAsync([preview.Visit with { FeedId = added[0].Id }], cancellationToken).ConfigureAwait(false);
        return await _feeds.FindAsync(added[0].Id, cancellationToken).ConfigureAwait(false) ?? added[0];
    }

    private FeedUpdate Visit(DiscoveredFeed found)
    {
        var now = _clock.GetUtcNow();
        var feed = new Feed { Id = 0, FeedUrl = found.FeedUrl, Title = ShownAddress.Of(found.FeedUrl) };
        return FeedVisitor.Update(feed, found.Result, found.Content, now) with { MovedTo = null };
    }

    private async Task<Feed> FindAsync(string url, CancellationToken cancellationToken)
    {
        var feeds = await _feeds.ListAsync(cancellationToken).ConfigureAwait(false);
        return feeds.FirstOrDefault(feed => FeedAddress.IsSame(feed.FeedUrl, url))
            ?? throw new NewsException(NewsFault.WrongUse, $"The subscription to {url} is gone; add it again.");
    }
}
