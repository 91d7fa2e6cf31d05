using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Feeds.Refreshing;

namespace TermNews.Core.Feeds.Subscribing;

/// <summary>The result of checking a feed.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Entries">The number of its entries now.</param>
/// <param name="MovedTo">Its new permanent address, or null.</param>
/// <param name="Error">The error; null for a working feed.</param>
public sealed record FeedCheck(Feed Feed, int Entries, string? MovedTo, RefreshError? Error);

/// <summary>Checks feeds: visits them without storing anything.</summary>
public sealed class FeedChecker
{
    private readonly FeedFetcher _fetcher;
    private readonly FeedVisitor _visitor;
    private readonly TimeProvider _clock;

    /// <summary>Creates a checker.</summary>
    /// <param name="fetcher">The fetcher.</param>
    /// <param name="clock">The clock.</param>
    public FeedChecker(FeedFetcher fetcher, TimeProvider clock)
        : this(fetcher, FeedDocuments.Read, clock)
    {
    }

    /// <summary>Creates a checker with its own parser.</summary>
    internal FeedChecker(FeedFetcher fetcher, FeedReading read, TimeProvider clock)
    {
        (_fetcher, _clock) = (fetcher, clock);
        _visitor = new FeedVisitor(fetcher, read);
    }

    /// <summary>Checks feeds concurrently; gives the results in the order of the feeds.</summary>
    public async Task<IReadOnlyList<FeedCheck>> CheckAsync(
        IReadOnlyList<Feed> feeds, int jobs, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var checks = new ConcurrentDictionary<long, FeedCheck>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(FeedChoice.ByHost(feeds, _fetcher.Gate), options, async (host, token) =>
        {
            foreach (var feed in host)
                checks[feed.Id] = await CheckAsync(feed, timeout, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return [.. feeds.Select(feed => checks[feed.Id])];
    }

    private async Task<FeedCheck> CheckAsync(Feed feed, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // Without validators the GET is unconditional, so that the whole feed is judged.
        var whole = feed with { ETag = null, LastModified = null };
        var earlier = 0;
        var visit = await _visitor.VisitAsync(whole, place: null, timeout, _clock.GetUtcNow(), part =>
        {
            earlier += part.Stories.Count;
            return ValueTask.CompletedTask;
        }, cancellationToken).ConfigureAwait(false);
        return new FeedCheck(feed, earlier + (visit.Update?.Stories.Count ?? 0), visit.Update?.MovedTo, visit.Error);
    }
}
