using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Storage;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Visits from a server's answer to the row in the database and back.</summary>
public sealed class VisitTests : TemporaryDatabase
{
    private const string Document = "feed\nNews\none";

    private FeedFetcher? _fetcher;

    private FeedFetcher Fetcher => _fetcher ??= new FeedFetcher(Clock, new FetchSettings());

    public override ValueTask DisposeAsync()
    {
        _fetcher?.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Validators_of_the_last_answer_are_sent_also_where_a_304_changed_them()
    {
        Queue<FetchServerReply> replies = new(
        [
            FetchServerReply.Ok(Document, ("ETag", "\"v1\""), ("Last-Modified", "Sat, 14 Mar 2026 10:00:00 GMT")),
            new FetchServerReply(304, [], ("ETag", "\"v2\""), ("Last-Modified", "Sat, 14 Mar 2026 11:00:00 GMT")),
            new FetchServerReply(304, []),
            new FetchServerReply(304, []),
        ]);
        await using var server = new FetchServer(_ => replies.Dequeue());
        await FeedAsync(server.Url("/"));

        for (var visits = 0; visits < 4; visits++)
            await VisitAsync();

        Assert.Equal([null, "\"v1\"", "\"v2\"", "\"v2\""], Sent(server, "If-None-Match"));
        Assert.Equal([null, "Sat, 14 Mar 2026 10:00:00 GMT", "Sat, 14 Mar 2026 11:00:00 GMT", "Sat, 14 Mar 2026 11:00:00 GMT"],
            Sent(server, "If-Modified-Since"));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task The_second_permanent_redirect_in_a_row_changes_the_address(int status, bool moves)
    {
        await using var server = new FetchServer(request =>
            request.Path == "/old" ? FetchServerReply.Moved(status, "/new") : FetchServerReply.Ok(Document));
        var id = await FeedAsync(server.Url("/old"));

        await VisitAsync();
        Assert.Equal(server.Url("/old"), (await FeedOfAsync(id)).FeedUrl);
        await VisitAsync();
        Assert.Equal(server.Url(moves ? "/new" : "/old"), (await FeedOfAsync(id)).FeedUrl);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_visited_by_hand_only_until_it_is_back()
    {
        var status = 410;
        await using var server = new FetchServer(_ => status == 200 ? FetchServerReply.Ok(Document) : new FetchServerReply(status, []));
        var id = await FeedAsync(server.Url("/"));
        var sentence = $"{new Uri(server.Url("/")).Authority} says this feed is gone (410); it is not visited any more. "
            + "Remove it, or refresh it by hand.";

        Assert.Equal(sentence, Assert.Single((await VisitAsync(force: false)).Errors).Message);
        Assert.Equal((A.Noon, null, sentence), await GoneAsync(id));
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await VisitAsync(force: false)).Feeds);

        status = 500;
        Assert.Contains("500", Assert.Single((await VisitAsync(force: false, id)).Errors).Message, StringComparison.Ordinal);
        Assert.Equal((A.Noon, null, sentence), await GoneAsync(id));
        Assert.Equal(0, (await VisitAsync(force: false)).Feeds);

        status = 200;
        Assert.Equal(1, (await VisitAsync(force: true)).Updated);
        var back = await FeedOfAsync(id);
        Assert.Equal((null, null, 0), (back.GoneAt, back.Error, back.Failures));
        Assert.True(back.NextFetchAt > Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await VisitAsync(force: false)).Feeds);
    }

    [Fact]
    public async Task A_feed_that_is_gone_begins_anew_when_it_is_subscribed_to_again()
    {
        await using var server = new FetchServer(_ => new FetchServerReply(410, []));
        var id = await FeedAsync(server.Url("/"));
        await StoreAsync(id, A.Incoming("1", "saved"));
        await Stories.MarkAsync([await IdAsync("saved")], StatusChange.Saved, Token);
        await VisitAsync();
        await Feeds.RemoveAsync(id, Token);

        Assert.Equal(id, await FeedAsync(server.Url("/")));
        Assert.Null((await FeedOfAsync(id)).GoneAt);
    }

    [Theory]
    [InlineData(429, "1200", true)]
    [InlineData(503, "Sat, 14 Mar 2026 12:20:00 GMT", true)]
    [InlineData(500, "1200", false)]
    public async Task A_host_that_is_busy_pauses_the_feed_and_one_that_is_broken_only_puts_it_off(
        int status, string retryAfter, bool pauses)
    {
        await using var server = new FetchServer(_ => new FetchServerReply(status, [], ("Retry-After", retryAfter)));
        var id = await FeedAsync(server.Url("/"));

        await VisitAsync();

        var feed = await FeedOfAsync(id);
        Assert.Equal(pauses ? A.Noon.AddMinutes(20) : null, feed.PausedUntil);
        Assert.Equal(A.Noon.AddMinutes(20), feed.NextFetchAt);
    }

    [Fact]
    public async Task A_feed_left_alone_for_its_host_is_paused_without_being_broken()
    {
        _fetcher = new FeedFetcher(Clock, new FetchSettings(), new HostGate(Clock, uri => uri.Authority), FetchLimits.Default);
        await using var server = new FetchServer(_ => new FetchServerReply(503, [], ("Retry-After", "3600")));
        await FeedAsync(server.Url("/a"));
        await FeedAsync(server.Url("/b"));

        await VisitAsync(force: false);

        var feeds = await Feeds.ListAsync(Token);
        Assert.All(feeds, feed => Assert.Equal(A.Noon.AddHours(1), feed.PausedUntil));
        Assert.Equal([0, 1], feeds.Select(feed => feed.Failures).Order());
        Assert.Null(Assert.Single(feeds, feed => feed.Error is null).NextFetchAt);
    }

    [Fact]
    public async Task A_host_that_a_redirect_led_to_does_not_pause_the_feeds_own()
    {
        await using var busy = new FetchServer(_ => new FetchServerReply(429, [], ("Retry-After", "3600")));
        await using var server = new FetchServer(_ => FetchServerReply.Moved(302, busy.Url("/")));
        _fetcher = new FeedFetcher(Clock, new FetchSettings(), new HostGate(Clock, uri => uri.Authority), FetchLimits.Default);
        var id = await FeedAsync(server.Url("/"));

        await VisitAsync();

        Assert.Equal((null, A.Noon.AddHours(1)), ((await FeedOfAsync(id)).PausedUntil, (await FeedOfAsync(id)).NextFetchAt));
    }

    [Fact]
    public async Task A_304_keeps_what_was_learnt_of_the_feed()
    {
        var items = string.Concat(
            Enumerable.Range(1, 20).Select(n => $"<item><guid>{n}</guid><pubDate>{A.Noon.AddHours(-8 * n):r}</pubDate></item>"));
        const string skips = "<skipHours><hour>17</hour></skipHours><skipDays><day>Monday</day></skipDays>";
        Queue<FetchServerReply> replies = new(
        [
            FetchServerReply.Ok($"<rss><channel><title>News</title><ttl>180</ttl>{skips}{items}</channel></rss>"),
            new FetchServerReply(304, []),
        ]);
        await using var server = new FetchServer(_ => replies.Dequeue());
        var id = await FeedAsync(server.Url("/"));

        await VisitAsync(read: FeedDocuments.Read);
        var first = await FeedOfAsync(id);
        Clock.Advance(TimeSpan.FromHours(2));
        await VisitAsync(read: FeedDocuments.Read);
        var second = await FeedOfAsync(id);

        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromHours(3)), (first.Pace.Rhythm, first.Pace.TimeToLive));
        Assert.Equal(first.Pace with { Rhythm = TimeSpan.FromMinutes(122) }, second.Pace);
        Assert.Equal(new SkippedTimes(1 << 17, 1 << 1), first.Pace.Skipped);
        Assert.Equal((A.Noon.AddHours(3), A.Noon.AddHours(6)), (first.NextFetchAt, second.NextFetchAt));
    }

    private async Task<(DateTimeOffset? GoneAt, DateTimeOffset? NextFetchAt, string? Error)> GoneAsync(long id)
    {
        var feed = await FeedOfAsync(id);
        return (feed.GoneAt, feed.NextFetchAt, feed.Error);
    }

    private static IEnumerable<string?> Sent(FetchServer server, string header) =>
        server.Requests.Select(request => request.Headers.GetValueOrDefault(header));

    private Task<RefreshSummary> VisitAsync(bool force = true, long? id = null, FeedReading? read = null) =>
        new FeedRefresher(Feeds, Fetcher, read ?? LineFeed.Read, Clock, lockFile: null)
            .RefreshAsync(new RefreshRequest { Force = force, FeedIds = id is { } only ? [only] : null }, null, Token);

    private async Task<Feed> FeedOfAsync(long id) => (await Feeds.FindAsync(id, Token))!;
}
