using System.Threading.Channels;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// The front door of refreshing: visits feeds concurrently and stores the results in batches, on the thread pool and never on the caller's
/// thread.
/// </summary>
public sealed class FeedRefresher : IRefresher
{
    /// <summary>Results that may wait for the database; visits block beyond that, which bounds the memory.</summary>
    private const int WaitingVisits = 16;

    /// <summary>Visits per transaction at most, so that a refresh in which little is new needs few of them.</summary>
    private const int MostStoredAtOnce = 128;

    /// <summary>Stories per transaction, about: a larger one would keep other writers waiting longer.</summary>
    private const int StoriesStoredAtOnce = 600;

    /// <summary>Concurrent visits per slot, counting those that have released theirs because their server is slow.</summary>
    private const int WaitsPerJob = 16;

    /// <summary>Concurrent visits at most, by choice: below half of the usual limit of 1024 open files, as each needs a socket.</summary>
    private const int MostWaits = 512;

    /// <summary>Large documents that are read at once at most; each may need 100 MiB and more.</summary>
    private const int MostLarge = 4;

    private readonly IFeedRepository _feeds;
    private readonly FeedVisitor _visitor;
    private readonly FeedFetcher _fetcher;
    private readonly TimeProvider _clock;
    private readonly string? _lockFile;
    private int _isRunning;

    /// <summary>Creates a refresher.</summary>
    /// <param name="feeds">The subscriptions and their stories.</param>
    /// <param name="fetcher">The fetcher.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="lockFile">
    /// The lock file that keeps other processes from refreshing the same database; null for a database in memory.
    /// </param>
    public FeedRefresher(IFeedRepository feeds, FeedFetcher fetcher, TimeProvider clock, string? lockFile)
        : this(feeds, fetcher, FeedDocuments.Read, clock, lockFile)
    {
    }

    /// <summary>Creates a refresher with its own parser.</summary>
    internal FeedRefresher(IFeedRepository feeds, FeedFetcher fetcher, FeedReading read, TimeProvider clock, string? lockFile)
    {
        (_feeds, _fetcher, _clock, _lockFile) = (feeds, fetcher, clock, lockFile);
        _visitor = new FeedVisitor(fetcher, read);
    }

    /// <inheritdoc/>
    public Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => RefreshOnceAsync(request, progress, cancellationToken), CancellationToken.None);

    private async Task<RefreshSummary> RefreshOnceAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 1)
            return new RefreshSummary { IsRunningElsewhere = true };
        try
        {
            using var held = RefreshLock.TryTake(_lockFile);
            return held is null
                ? new RefreshSummary { IsRunningElsewhere = true }
                : await RefreshLockedAsync(request, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private async Task<RefreshSummary> RefreshLockedAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var now = _clock.GetUtcNow();
        var chosen = FeedChoice.Choose(await _feeds.ListAsync(CancellationToken.None).ConfigureAwait(false), request, now, _fetcher.Gate);
        var tally = new RefreshTally(chosen.Count, progress);
        var visits = Channel.CreateBounded<FeedVisit>(WaitingVisits);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var storing = StoreAllAsync(visits.Reader, tally, stop);
        await VisitAllAsync(chosen, request, now, visits.Writer, stop.Token).ConfigureAwait(false);
        await storing.ConfigureAwait(false);
        return tally.Summary(_clock.GetElapsedTime(started)) with { WasInterrupted = cancellationToken.IsCancellationRequested };
    }

    /// <summary>
    /// The feeds of one public host are visited by one worker, so that no worker waits in the host's queue. There are more workers than
    /// slots, because visits to slow servers release theirs.
    /// </summary>
    private async Task VisitAllAsync(
        IReadOnlyList<Feed> feeds, RefreshRequest request, DateTimeOffset now, ChannelWriter<FeedVisit> visits,
        CancellationToken cancellationToken)
    {
        var jobs = Math.Max(1, request.Jobs);
        var most = Math.Min(jobs * WaitsPerJob, MostWaits);
        using var large = new SemaphoreSlim(Math.Min(jobs, MostLarge));
        using var slots = new VisitSlots(jobs, most, _clock);
        var options = new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(FeedChoice.ByHost(feeds, _fetcher.Gate), options, async (host, token) =>
            {
                foreach (var feed in host)
                {
                    using var slot = await slots.EnterAsync(token).ConfigureAwait(false);
                    using var place = new LargePlace(large);
                    var visit = await _visitor.VisitAsync(feed, place, request.Timeout, now, part =>
                    {
                        slot.TakeAnswer();
                        return visits.WriteAsync(new FeedVisit(feed, part, null), token);
                    }, token).ConfigureAwait(false);
                    // A visit without stories frees its slot before it waits for the writer.
                    if (visit.HasContent)
                        slot.TakeAnswer();
                    else
                        slot.Dispose();
                    await visits.WriteAsync(visit, token).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Results so far are stored and counted in the summary.
        }
        finally
        {
            visits.Complete();
        }
    }

    private async Task StoreAllAsync(ChannelReader<FeedVisit> visits, RefreshTally tally, CancellationTokenSource stop)
    {
        try
        {
            while (await visits.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                var batch = new List<FeedVisit>();
                for (var stories = 0; batch.Count < MostStoredAtOnce && stories < StoriesStoredAtOnce && visits.TryRead(out var visit);)
                {
                    batch.Add(visit);
                    stories += visit.Update?.Stories.Count ?? 0;
                }
                await StoreAsync(batch, tally).ConfigureAwait(false);
            }
        }
        catch
        {
            // Nothing can be stored any more, so the visits stop.
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task StoreAsync(List<FeedVisit> batch, RefreshTally tally)
    {
        List<FeedUpdate> updates = [.. batch.Select(visit => visit.Update).OfType<FeedUpdate>()];
        List<FeedFailure> failures = [.. batch.Select(visit => visit.Failure).OfType<FeedFailure>()];
        IReadOnlyDictionary<long, int> news = updates.Count == 0
            ? new Dictionary<long, int>()
            : await _feeds.StoreAsync(updates, CancellationToken.None).ConfigureAwait(false);
        if (failures.Count > 0)
            await _feeds.StoreFailuresAsync(failures, CancellationToken.None).ConfigureAwait(false);
        var left = new Dictionary<long, int>(news);
        foreach (var visit in batch)
        {
            left.Remove(visit.Feed.Id, out var newStories);
            if (visit.Update is { IsPart: true })
                tally.AddStories(newStories);
            else
                tally.Add(visit, newStories);
        }
    }
}
