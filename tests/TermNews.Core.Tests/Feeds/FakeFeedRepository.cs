using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Subscriptions in a list; a story is new when its feed and GUID were not stored before.</summary>
internal sealed class FakeFeedRepository : IFeedRepository
{
    private readonly List<Feed> _feeds = [];
    private readonly HashSet<(long, string)> _stories = [];

    public List<FeedUpdate> Updates { get; } = [];

    public List<FeedFailure> Failures { get; } = [];

    /// <summary>Thrown by the next store.</summary>
    public NewsException? Fault { get; set; }

    public int StoryCount => _stories.Count;

    public Feed Add(Feed feed)
    {
        _feeds.Add(feed with { Id = _feeds.Count + 1 });
        return _feeds[^1];
    }

    public Feed Add(string url) => Add(new Feed { Id = 0, FeedUrl = url, Title = url });

    public Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Feed>>([.. _feeds]);

    public Task<int> CountFailingAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_feeds.Count(feed => feed.Error is not null));

    public Task<Feed?> FindAsync(long feedId, CancellationToken cancellationToken) =>
        Task.FromResult(_feeds.Find(feed => feed.Id == feedId));

    public Task<Feed> ResolveAsync(string idUrlOrTitle, CancellationToken cancellationToken) =>
        Task.FromResult(_feeds.Find(feed => feed.FeedUrl == idUrlOrTitle)
            ?? throw new NewsException(NewsFault.WrongUse, $"There is no feed {idUrlOrTitle}."));

    public Task<IReadOnlyList<Feed>> AddAsync(IReadOnlyList<NewSubscription> subscriptions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Feed>>([.. subscriptions
            .Where(one => _feeds.TrueForAll(feed => feed.FeedUrl != one.FeedUrl))
            .Select(one => Add(new Feed { Id = 0, FeedUrl = one.FeedUrl, Title = one.OwnTitle ?? one.FeedUrl, Tags = one.Tags }))]);

    public Task RemoveAsync(long feedId, CancellationToken cancellationToken)
    {
        _feeds.RemoveAll(feed => feed.Id == feedId);
        return Task.CompletedTask;
    }

    public Task RenameAsync(long feedId, string? ownTitle, CancellationToken cancellationToken) =>
        Change(feedId, feed => feed with { OwnTitle = ownTitle, Title = ownTitle ?? feed.FeedUrl });

    public Task SetTagsAsync(long feedId, IReadOnlyList<string> tags, CancellationToken cancellationToken) =>
        Change(feedId, feed => feed with { Tags = tags });

    public Task<IReadOnlyDictionary<long, int>> StoreAsync(IReadOnlyList<FeedUpdate> updates, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            throw fault;
        Updates.AddRange(updates);
        return Task.FromResult<IReadOnlyDictionary<long, int>>(updates.ToDictionary(
            update => update.FeedId,
            update => update.Stories.Count(story => _stories.Add((update.FeedId, story.EntryGuid)))));
    }

    public Task StoreFailuresAsync(IReadOnlyList<FeedFailure> failures, CancellationToken cancellationToken)
    {
        Failures.AddRange(failures);
        return Task.CompletedTask;
    }

    private Task Change(long feedId, Func<Feed, Feed> change)
    {
        var at = _feeds.FindIndex(feed => feed.Id == feedId);
        _feeds[at] = change(_feeds[at]);
        return Task.CompletedTask;
    }
}
