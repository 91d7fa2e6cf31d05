using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

public sealed class RefreshTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly FakeFeedRepository _feeds = new();
    private readonly FeedFetcher _fetcher;
    private readonly FeedRefresher _refresher;

    public RefreshTests()
    {
        _fetcher = new FeedFetcher(_clock, new FetchSettings());
        _refresher = new FeedRefresher(_feeds, _fetcher, LineFeed.Read, _clock, lockFile: null);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task Good_and_bad_feeds_are_told_apart_and_none_stops_the_others()
    {
        await using var server = new FetchServer(request => request.Path switch
        {
            "/news" => FetchServerReply.Ok("feed\nNews\none\ntwo"),
            "/same" => new FetchServerReply(304, []),
            "/gone" => new FetchServerReply(404, []),
            _ => FetchServerReply.Ok("<html>"),
        });
        foreach (var path in new[] { "/news", "/same", "/gone", "/page" })
            _feeds.Add(server.Url(path));

        var summary = await _refresher.RefreshAsync(new RefreshRequest(), null, Token);

        Assert.Equal((4, 1, 1, 2, 2), (summary.Feeds, summary.Unchanged, summary.Updated, summary.Failed, summary.NewStories));
        Assert.Equal([null, 404], summary.Errors.Select(error => error.Status).Order());
        Assert.Contains(summary.Errors, error => error.Message == "This is not a feed.");
        Assert.Equal([1L, 2L], _feeds.Updates.Select(update => update.FeedId).Order());
        Assert.Equal([3L, 4L], _feeds.Failures.Select(failure => failure.FeedId).Order());
    }

    [Fact]
    public async Task A_feed_that_is_not_due_is_left_alone_unless_forced()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("feed\nNews\none"));
        _feeds.Add(new Feed
        { Id = 0, FeedUrl = server.Url("/later"), Title = "Later", NextFetchAt = Noon.AddMinutes(10), ETag = "\"v1\"" });
        _feeds.Add(new Feed { Id = 0, FeedUrl = server.Url("/paused"), Title = "Paused", PausedUntil = Noon.AddMinutes(10) });

        var due = await _refresher.RefreshAsync(new RefreshRequest(), null, Token);
        var forced = await _refresher.RefreshAsync(new RefreshRequest { Force = true }, null, Token);

        Assert.Equal((0, 2), (due.Feeds, forced.Feeds));
        Assert.Equal("\"v1\"", server.Requests.Single(request => request.Path == "/later").Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_feed_two_minutes_early_is_due_so_that_a_regular_job_meets_it()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("feed\nNews"));
        _feeds.Add(new Feed { Id = 0, FeedUrl = server.Url("/"), Title = "Soon", NextFetchAt = Noon.AddSeconds(100) });

        Assert.Equal(1, (await _refresher.RefreshAsync(new RefreshRequest(), null, Token)).Feeds);
    }

    [Fact]
    public async Task Feeds_are_chosen_by_id_and_by_tag()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("feed\nNews"));
        _feeds.Add(server.Url("/1"));
        _feeds.Add(new Feed { Id = 0, FeedUrl = server.Url("/2"), Title = "Two", Tags = ["Tech"] });

        await _refresher.RefreshAsync(new RefreshRequest { FeedIds = [1] }, null, Token);
        await _refresher.RefreshAsync(new RefreshRequest { Tag = "tech" }, null, Token);

        Assert.Equal(["/1", "/2"], server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData(7L, null, "There is no feed 7.")]
    [InlineData(null, "sport", "No feed has the tag sport.")]
    public async Task A_feed_or_tag_that_does_not_exist_is_wrong_use(long? id, string? tag, string words)
    {
        _feeds.Add("https://example.org/feed");
        var request = new RefreshRequest { FeedIds = id is { } one ? [one] : null, Tag = tag };

        var fault = await Assert.ThrowsAsync<NewsException>(() => _refresher.RefreshAsync(request, null, Token));

        Assert.Equal(NewsFault.WrongUse, fault.Fault);
        Assert.StartsWith(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_fetched_before_an_interruption_is_kept()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new FetchServer(request => request.Path == "/quick"
            ? FetchServerReply.Ok("feed\nNews\none")
            : FetchServerReply.Ok("late") with { After = new TaskCompletionSource().Task });
        _feeds.Add(server.Url("/quick"));
        _feeds.Add(server.Url("/slow"));
        var progress = new Told(seen => cancel.Cancel());

        var summary = await _refresher.RefreshAsync(new RefreshRequest(), progress, cancel.Token);

        Assert.True(summary.WasInterrupted);
        Assert.Equal((1, 1, 1), (summary.Feeds, summary.NewStories, _feeds.StoryCount));
        Assert.Empty(_feeds.Failures);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_ends_the_refresh()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("feed\nNews\none"));
        for (var i = 0; i < 100; i++)
            _feeds.Add(server.Url($"/{i}"));
        _feeds.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");

        var fault = await Assert.ThrowsAsync<NewsException>(() => _refresher.RefreshAsync(new RefreshRequest { Jobs = 2 }, null, Token));

        Assert.Equal("The disk is full.", fault.Message);
    }

    [Fact]
    public async Task Only_one_refresh_of_a_database_runs_at_a_time()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.refresh-lock");
        var never = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        await using var server = new FetchServer(_ => FetchServerReply.Ok("late") with { After = never.Task });
        _feeds.Add(server.Url("/"));
        var first = new FeedRefresher(_feeds, _fetcher, LineFeed.Read, _clock, path);
        var second = new FeedRefresher(_feeds, _fetcher, LineFeed.Read, _clock, path);

        var running = first.RefreshAsync(new RefreshRequest(), null, cancel.Token);
        await server.Asked.Task.WaitAsync(Token);
        var refused = await second.RefreshAsync(new RefreshRequest(), null, Token);
        var again = await first.RefreshAsync(new RefreshRequest(), null, Token);
        await cancel.CancelAsync();
        await running;
        never.SetResult();
        var after = await second.RefreshAsync(new RefreshRequest(), null, Token);
        File.Delete(path);

        Assert.True(refused.IsRunningElsewhere);
        Assert.True(again.IsRunningElsewhere);
        Assert.Equal((false, 1), (after.IsRunningElsewhere, after.Feeds));
    }

    [Fact]
    public async Task A_host_that_wants_a_pause_gets_it_for_all_its_feeds()
    {
        using var fetcher = new FeedFetcher(_clock, new FetchSettings(), new HostGate(_clock, uri => uri.Authority), FetchLimits.Default);
        var refresher = new FeedRefresher(_feeds, fetcher, LineFeed.Read, _clock, null);
        await using var server = new FetchServer(_ => new FetchServerReply(429, [], ("Retry-After", "3600")));
        for (var i = 0; i < 5; i++)
            _feeds.Add(server.Url($"/{i}"));

        var summary = await refresher.RefreshAsync(new RefreshRequest(), null, Token);

        Assert.Single(server.Requests);
        Assert.Equal((5, 5), (summary.Feeds, summary.Failed));
        Assert.All(_feeds.Failures, failure => Assert.Equal(Noon.AddHours(1), failure.PausedUntil));
        Assert.Equal((5, 4), (_feeds.Failures.Count, _feeds.Failures.Count(failure => failure.IsOnlyPaused)));
    }

    [Fact]
    public void A_pause_of_one_feed_pauses_its_public_host()
    {
        Feed[] feeds =
        [
            new() { Id = 1, FeedUrl = "https://example.org/a", Title = "A", PausedUntil = Noon.AddHours(1) },
            new() { Id = 2, FeedUrl = "https://EXAMPLE.org/b", Title = "B" },
            new() { Id = 3, FeedUrl = "https://example.com/c", Title = "C" },
        ];

        var chosen = FeedChoice.Choose(feeds, new RefreshRequest(), Noon, _fetcher.Gate);

        Assert.Equal([3L], chosen.Select(feed => feed.Id));
    }

    private sealed class Told(Action<RefreshProgress> tell) : IProgress<RefreshProgress>
    {
        public void Report(RefreshProgress value) => tell(value);
    }
}
