namespace TermNews.Core.Stories;

/// <summary>
/// The subscriptions and the results of visits. Every method throws <see cref="NewsException"/> when the database cannot be read or
/// written.
/// </summary>
public interface IFeedRepository
{
    /// <summary>All feeds, by title.</summary>
    Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The number of feeds whose last visit failed.</summary>
    Task<int> CountFailingAsync(CancellationToken cancellationToken);

    /// <summary>A feed, or null if there is none.</summary>
    Task<Feed?> FindAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>The feed that an id, an address, or a unique part of a title names.</summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.WrongUse"/>: none is named so, or several, which the sentence lists.
    /// </exception>
    Task<Feed> ResolveAsync(string idUrlOrTitle, CancellationToken cancellationToken);

    /// <summary>Subscribes, in one transaction; addresses already subscribed to gain the new tags. Gives the feeds that are new.</summary>
    Task<IReadOnlyList<Feed>> AddAsync(IReadOnlyList<NewSubscription> subscriptions, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a subscription and drops its stories, but for saved, pinned and commented ones, which stay in Saved and Comments.
    /// </summary>
    Task RemoveAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>Sets the reader's own title of a feed; null restores the feed's.</summary>
    Task RenameAsync(long feedId, string? ownTitle, CancellationToken cancellationToken);

    /// <summary>Replaces a feed's tags.</summary>
    Task SetTagsAsync(long feedId, IReadOnlyList<string> tags, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the results of visits in short transactions: new stories are added, known ones updated in place, and their status is kept.
    /// </summary>
    /// <returns>The number of new stories by feed id.</returns>
    Task<IReadOnlyDictionary<long, int>> StoreAsync(IReadOnlyList<FeedUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Stores what failed visits leave behind, in one transaction.</summary>
    Task StoreFailuresAsync(IReadOnlyList<FeedFailure> failures, CancellationToken cancellationToken);
}
