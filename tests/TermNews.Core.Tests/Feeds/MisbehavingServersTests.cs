using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

/// <summary>
/// Two hundred servers that misbehave beside fifty that do not. The clock stands still until the fifty are in, so all are asked at once.
/// </summary>
public sealed class MisbehavingServersTests
{
    private const int Good = 50;
    private const int Bad = 200;
    private const int StoriesEach = 3;
    private const long MiB = 1024 * 1024;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_good_feeds_are_stored_though_two_hundred_servers_misbehave()
    {
        var limits = FetchLimits.Default with { WireBytes = 2 * MiB, ContentBytes = 4 * MiB };
        using var fetcher = new FeedFetcher(_clock, new FetchSettings(), new HostGate(_clock), limits);
        await using var database = await NewsDatabase.OpenMemoryAsync(_clock, Token);
        var feeds = new FeedRepository(database);
        var bad = Enumerable.Range(0, Bad).Select(i => new MisbehavingServer((Misbehaviour)(i % Enum.GetValues<Misbehaviour>().Length)))
            .ToList();
        var good = Enumerable.Range(0, Good).Select(i => new FetchServer(_ => FetchServerReply.Ok(Document(i)))).ToList();
        // The bad ones are asked first.
        await feeds.AddAsync([.. bad.Select(server => server.Url).Concat(good.Select(server => server.Url("/")))
            .Select(url => new NewSubscription(url, null, []))], Token);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var progress = new GoodOnes();

        var refreshing = new FeedRefresher(feeds, fetcher, _clock, lockFile: null)
            .RefreshAsync(new RefreshRequest { Jobs = Good + Bad }, progress, Token);
        await progress.AllAreIn.WaitAsync(Token);
        while (!refreshing.IsCompleted)
        {
            _clock.Advance(RefreshRequest.DefaultTimeout);
            await Task.Yield();
        }
        var summary = await refreshing;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        var sent = bad.Max(server => server.Bytes);
        foreach (var server in bad.Cast<IAsyncDisposable>().Concat(good))
            await server.DisposeAsync();

        var stored = await feeds.ListAsync(Token);
        Assert.Equal(Enumerable.Repeat(StoriesEach, Good), stored.Where(feed => feed.Error is null).Select(feed => feed.StoryCount));
        Assert.Equal((Good + Bad, Good, Bad, Good * StoriesEach), (summary.Feeds, summary.Updated, summary.Failed, summary.NewStories));
        Assert.All(summary.Errors, error => Assert.EndsWith(".", error.Message, StringComparison.Ordinal));
        // What was sent beyond the limit lay in the system's own buffers.
        Assert.InRange(sent, limits.WireBytes, limits.WireBytes + (32 * MiB));
        Assert.InRange(grown, long.MinValue, 64 * MiB);
    }

    private static string Document(int feed)
    {
        var items = Enumerable.Range(0, StoriesEach).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"<item><guid>urn:{feed}:{i}</guid><title>Story {i} of {feed}</title></item>"));
        return $"<rss version=\"2.0\"><channel><title>Good</title>{string.Concat(items)}</channel></rss>";
    }

    /// <summary>Counts the good feeds that are stored.</summary>
    private sealed class GoodOnes : IProgress<RefreshProgress>
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public Task AllAreIn => _all.Task;

        public void Report(RefreshProgress value)
        {
            if (value.Error is null && Interlocked.Increment(ref _count) == Good)
                _all.SetResult();
        }
    }
}
