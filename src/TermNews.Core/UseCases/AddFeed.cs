namespace TermNews.Core.UseCases;

/// <summary>Subscribes to the feed behind an address: it is looked at first, then confirmed.</summary>
/// <param name="subscriber">Finds feeds; null where the network must not be touched.</param>
/// <param name="feeds">The subscriptions.</param>
public sealed class AddFeed(ISubscriber? subscriber, IFeedRepository feeds)
{
    /// <summary>
    /// Looks for the feed at an address, of the feed or of a web site. The value is null without the network; where the feed is
    /// subscribed to already, the sentence says so, else it is empty and <see cref="QuestionOf"/> asks.
    /// </summary>
    /// <exception cref="NewsException">There is no feed, or it cannot be fetched.</exception>
    public async Task<Outcome<FeedPreview?>> LookAsync(string address, CancellationToken cancellationToken)
    {
        if (subscriber is null)
            return new("Offline: no feed can be added now.", null);
        var preview = await subscriber.PreviewAsync(address, cancellationToken);
        return new(preview.Subscribed is { } known ? $"You follow {known.Title} already." : "", preview);
    }

    /// <summary>The question before a feed is subscribed to, with its first headlines.</summary>
    public static Confirmation QuestionOf(FeedPreview preview) => new($"Subscribe to {preview.Title}?",
        [preview.Title, ShownAddress.Of(preview.FeedUrl), "", .. preview.Headlines.Select(static headline => $"- {headline}")]);

    /// <summary>Subscribes to a feed that was looked at, and keeps the stories it showed.</summary>
    /// <param name="preview">A value of <see cref="LookAsync"/>.</param>
    /// <param name="ownTitle">The reader's own title; null for the feed's.</param>
    /// <param name="tags">Its folders.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Feed>> SubscribeAsync(
        FeedPreview preview, string? ownTitle, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var feed = await subscriber!.SubscribeAsync(preview, ownTitle, tags, cancellationToken);
        return new($"You follow {feed.Title} now; {{key:undo}} takes it back.", feed);
    }

    /// <summary>Subscribes to an address without a look at it. The value is null where it is subscribed to already.</summary>
    /// <exception cref="NewsException">The address is not complete, so that only the network could tell the feed.</exception>
    public async Task<Outcome<Feed?>> AddUnseenAsync(
        string address, string? ownTitle, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new NewsException(NewsFault.WrongUse, $"\"{address}\" is not a full address. "
                + "With the network switched off it must begin with http:// or https:// and be the feed's own.");
        }
        var added = await feeds.AddAsync([new NewSubscription(address, ownTitle, tags)], cancellationToken);
        return added is [var feed, ..]
            ? new($"You follow {feed.Title} now.", feed)
            : new($"There is a subscription to {address} already.", null);
    }
}
