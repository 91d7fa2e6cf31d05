using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Who is asked when: hosts that want to be left alone, one feed at a time from a public host.</summary>
public sealed class HostGateTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FeedFetcher _fetcher;

    public HostGateTests() => _fetcher = new FeedFetcher(_clock, new FetchSettings());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData("120", 2)]
    [InlineData("Sun, 01 Mar 2026 12:30:00 GMT", 30)]
    [InlineData("99999999", 24 * 60)]
    public async Task A_busy_host_says_when_to_come_back(string retryAfter, int minutes)
    {
        await using var server = new FetchServer(_ => new FetchServerReply(429, [], ("Retry-After", retryAfter)));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(_clock.GetUtcNow().AddMinutes(minutes), result.RetryAfter);
    }

    [Fact]
    public async Task A_host_that_asked_to_be_left_alone_is_left_alone()
    {
        using var fetcher = new FeedFetcher(_clock, new FetchSettings(), new HostGate(_clock, uri => uri.Authority), FetchLimits.Default);
        await using var server = new FetchServer(_ => new FetchServerReply(503, [], ("Retry-After", "60")));

        await fetcher.FetchAsync(new FetchRequest(server.Url("/1")), Token);
        var second = await fetcher.FetchAsync(new FetchRequest(server.Url("/2")), Token);
        _clock.Advance(TimeSpan.FromSeconds(61));
        var third = await fetcher.FetchAsync(new FetchRequest(server.Url("/3")), Token);

        Assert.True(second.WasLeftAlone);
        Assert.False(third.WasLeftAlone);
        Assert.Equal(["/1", "/3"], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_public_host_answers_one_feed_at_a_time()
    {
        using var fetcher = new FeedFetcher(_clock, new FetchSettings(), new HostGate(_clock, uri => uri.Authority), FetchLimits.Default);
        await using var server = new FetchServer(_ => FetchServerReply.Ok("here"));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => fetcher.FetchAsync(new FetchRequest(server.Url($"/{i}")), Token)));

        Assert.Equal((12, 1), (server.Requests.Count, server.MostInFlight));
    }

    [Fact]
    public async Task The_own_machine_answers_several_at_once()
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        await using var server = new FetchServer(_ =>
        {
            if (Interlocked.Increment(ref asked) == 4)
                all.SetResult();
            return FetchServerReply.Ok("here") with { After = all.Task };
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => _fetcher.FetchAsync(new FetchRequest(server.Url($"/{i}")), Token)));

        Assert.Equal(4, server.MostInFlight);
    }

    [Theory]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://[::ffff:10.0.0.1]/", true)]
    [InlineData("http://192.168.1.1/", true)]
    [InlineData("http://172.31.0.1/", true)]
    [InlineData("http://172.32.0.1/", false)]
    [InlineData("http://printer/", true)]
    [InlineData("http://nas.local/", true)]
    [InlineData("https://example.org/", false)]
    [InlineData("https://8.8.8.8/", false)]
    public void Private_places_are_told_from_public_ones(string url, bool isPrivate) =>
        Assert.Equal(isPrivate, NetworkPlace.IsPrivate(new Uri(url)));
}
