using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Configuration;
using TermNews.Core.Feeds;

namespace TermNews.Core.Tests.Feeds;

public sealed class FetchTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FeedFetcher _fetcher;

    public FetchTests() => _fetcher = new FeedFetcher(_clock, new Settings());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task Content_comes_with_what_the_next_visit_needs()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<rss/>",
            ("ETag", "\"v1\""), ("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT"), ("Content-Type", "application/rss+xml; charset=utf-8"),
            ("Cache-Control", "max-age=3600"), ("Age", "600")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/feed")), Token);

        Assert.Equal(FetchStatus.Fetched, result.Status);
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Content.Span));
        Assert.Equal("\"v1\"", result.ETag);
        Assert.Equal("Sun, 01 Mar 2026 10:00:00 GMT", result.LastModified);
        Assert.Equal("application/rss+xml; charset=utf-8", result.ContentType);
        Assert.Equal(TimeSpan.FromMinutes(50), result.FreshFor);
        Assert.Null(result.MovedTo);
        Assert.Equal(6, result.WireBytes);
    }

    [Theory]
    [InlineData("max-age=3600", null, 60)]
    [InlineData("public, max-age=3600, s-maxage=60", null, 60)]
    [InlineData("max-age=3600", "Sun, 01 Mar 2026 12:10:00 GMT", 60)]
    [InlineData(null, "Sun, 01 Mar 2026 12:10:00 GMT", 10)]
    [InlineData("private", "Sun, 01 Mar 2026 12:10:00 GMT", 10)]
    [InlineData("max-age=0", "Sun, 01 Mar 2026 12:10:00 GMT", null)]
    [InlineData(null, "0", null)]
    [InlineData(null, "Sun, 01 Mar 2026 11:59:00 GMT", null)]
    [InlineData("no-cache, max-age=3600", null, null)]
    [InlineData("no-store", "Sun, 01 Mar 2026 12:10:00 GMT", null)]
    [InlineData("max-age=3600, must-revalidate", null, 60)]
    [InlineData(null, null, null)]
    public async Task How_long_an_answer_stays_fresh_is_read_from_its_headers(string? cacheControl, string? expires, int? minutes)
    {
        (string, string?)[] headers = [("Date", "Sun, 01 Mar 2026 12:00:00 GMT"), ("Cache-Control", cacheControl), ("Expires", expires)];
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<rss/>", [.. headers.Where(header => header.Item2 is not null)!]));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/feed")), Token);

        Assert.Equal(minutes, (int?)result.FreshFor?.TotalMinutes);
    }

    [Fact]
    public async Task The_server_is_told_who_asks_and_what_is_known()
    {
        await using var server = new FetchServer(_ => new FetchServerReply(304, []));
        var request = new FetchRequest(server.Url("/feed")) { ETag = "W/\"odd one\"", LastModified = "yesterday" };

        await _fetcher.FetchAsync(request, Token);

        var headers = Assert.Single(server.Requests).Headers;
        Assert.Equal("W/\"odd one\"", headers["If-None-Match"]);
        Assert.Equal("yesterday", headers["If-Modified-Since"]);
        Assert.Matches(@"^TermNews/\d+\.\d+\.\d+ \(\+https://\S+\)$", headers["User-Agent"]);
        Assert.Equal("gzip, deflate, br", headers["Accept-Encoding"]);
        Assert.StartsWith("application/atom+xml", headers["Accept"], StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", headers.Keys);
        Assert.DoesNotContain("traceparent", headers.Keys);
    }

    [Fact]
    public async Task An_unchanged_feed_keeps_the_validators_that_the_answer_leaves_out()
    {
        await using var server = new FetchServer(_ => new FetchServerReply(304, [], ("ETag", "\"v2\"")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")) { ETag = "\"v1\"", LastModified = "then" }, Token);

        Assert.Equal(FetchStatus.NotModified, result.Status);
        Assert.Equal(("\"v2\"", "then"), (result.ETag, result.LastModified));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_content_is_unpacked(string encoding)
    {
        var text = new string('x', 20_000);
        await using var server = new FetchServer(_ => FetchServerReply.Packed(text, encoding));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(text, Encoding.UTF8.GetString(result.Content.Span));
        Assert.InRange(result.WireBytes, 1, 1000);
    }

    [Fact]
    public async Task Content_that_only_says_it_is_compressed_is_taken_as_it_is()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<rss/>", ("Content-Encoding", "gzip")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Content.Span));
    }

    [Fact]
    public async Task A_compressed_file_is_unpacked_though_nobody_says_so()
    {
        var packed = FetchServerReply.Packed("<rss/>", "gzip").Body;
        await using var server = new FetchServer(_ => new FetchServerReply(200, packed, ("Content-Type", "application/gzip")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/feed.xml.gz")), Token);

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Content.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Damaged_compression_fails_in_words(string encoding)
    {
        byte[] damaged = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFE, 0x12, 0x99, 0x42];
        await using var server = new FetchServer(_ => new FetchServerReply(200, damaged, ("Content-Encoding", encoding)));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.EndsWith("sent compressed content that is damaged.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_to_much_is_given_up()
    {
        using var fetcher = new FeedFetcher(_clock, new Settings(), new HostGate(_clock), FetchLimits.Default with { ContentBytes = 1024 * 1024 });
        await using var server = new FetchServer(_ => FetchServerReply.Packed(new string('x', 8 * 1024 * 1024), "gzip"));

        var result = await fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent more than 1 MiB, which is more than is accepted.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Content_that_grows_as_no_feed_does_is_given_up(string encoding)
    {
        await using var server = new FetchServer(_ => FetchServerReply.Packed(new string('x', 8 * 1024 * 1024), encoding));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent compressed content that becomes more than 100 times as large, which is not accepted.", result.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_long_is_given_up_whether_it_says_so_or_not(bool saysSo)
    {
        using var fetcher = new FeedFetcher(_clock, new Settings(), new HostGate(_clock), FetchLimits.Default with { WireBytes = 1024 * 1024 });
        var header = saysSo ? ("Content-Length", "99000000") : ("Transfer-Encoding", "identity");
        await using var server = new FetchServer(_ => new FetchServerReply(200, new byte[2 * 1024 * 1024], header));

        var result = await fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent more than 1 MiB, which is more than is accepted.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_failure()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<rss>", ("Content-Length", "1000")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent less than it promised.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1000, true)]
    public async Task A_server_that_hangs_up_is_asked_again_but_not_for_ever(int hangsUp, bool fails)
    {
        var count = 0;
        await using var server = new FetchServer(_ =>
            FetchServerReply.Ok("here") with { HangsUp = Interlocked.Increment(ref count) <= hangsUp });

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(fails ? FetchStatus.Failed : FetchStatus.Fetched, result.Status);
        Assert.InRange(server.Requests.Count, 3, 60);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task Only_a_permanent_redirect_moves_a_feed(int status, bool moves)
    {
        await using var server = new FetchServer(request =>
            request.Path == "/old" ? FetchServerReply.Moved(status, "/new?a=b") : FetchServerReply.Ok("here"));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/old")), Token);

        Assert.Equal(server.Url("/new?a=b"), result.Url);
        Assert.Equal(moves ? server.Url("/new?a=b") : null, result.MovedTo);
    }

    [Fact]
    public async Task A_name_and_password_move_along_on_their_host_and_to_no_other()
    {
        await using var other = new FetchServer(_ => FetchServerReply.Ok("here"));
        await using var server = new FetchServer(request => request.Path switch
        {
            "/near" => FetchServerReply.Moved(301, "/new?a=b"),
            "/far" => FetchServerReply.Moved(301, other.Url("/new")),
            _ => FetchServerReply.Ok("here"),
        });
        string Private(string path) => server.Url(path).Replace("://", "://me:se%20cret@", StringComparison.Ordinal);

        var near = await _fetcher.FetchAsync(new FetchRequest(Private("/near")), Token);
        var far = await _fetcher.FetchAsync(new FetchRequest(Private("/far")), Token);

        Assert.Equal((Private("/new?a=b"), other.Url("/new")), (near.MovedTo, far.MovedTo));
    }

    [Fact]
    public async Task A_chain_of_redirects_moves_a_feed_as_far_as_it_is_permanent()
    {
        await using var server = new FetchServer(request => request.Path switch
        {
            "/1" => FetchServerReply.Moved(301, "/2"),
            "/2" => FetchServerReply.Moved(302, "/3"),
            "/3" => FetchServerReply.Moved(301, "/4"),
            _ => FetchServerReply.Ok("here"),
        });

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/1")), Token);

        Assert.Equal((server.Url("/4"), server.Url("/2")), (result.Url, result.MovedTo));
    }

    [Theory]
    [InlineData("/loop", "redirects in a circle.")]
    [InlineData("/count/0", "redirects more than 10 times.")]
    [InlineData("/file", "redirects to an address that is not http.")]
    [InlineData("/nowhere", "redirects without saying where to.")]
    public async Task Redirects_that_lead_nowhere_fail_in_words(string path, string words)
    {
        await using var server = new FetchServer(request => request.Path switch
        {
            "/loop" => FetchServerReply.Moved(302, "/loop"),
            "/file" => FetchServerReply.Moved(302, "file:///etc/passwd"),
            "/nowhere" => new FetchServerReply(302, []),
            var at => FetchServerReply.Moved(302, $"/count/{int.Parse(at["/count/".Length..], CultureInfo.InvariantCulture) + 1}"),
        });

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url(path)), Token);

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.EndsWith(words, result.Error, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 1, 11);
    }

    [Fact]
    public async Task A_name_and_password_go_to_their_own_host_only()
    {
        await using var other = new FetchServer(_ => FetchServerReply.Ok("here"));
        await using var server = new FetchServer(_ => FetchServerReply.Moved(302, other.Url("/")));
        var url = server.Url("/").Replace("http://", "http://ann:p%40ss@", StringComparison.Ordinal);

        var result = await _fetcher.FetchAsync(new FetchRequest(url), Token);

        Assert.Equal(FetchStatus.Fetched, result.Status);
        Assert.Equal($"Basic {Convert.ToBase64String("ann:p@ss"u8)}", Assert.Single(server.Requests).Headers["Authorization"]);
        Assert.DoesNotContain("Authorization", Assert.Single(other.Requests).Headers.Keys);
    }

    [Theory]
    [InlineData(404, "answered 404: there is nothing at this address.")]
    [InlineData(500, "answered 500.")]
    public async Task A_refusal_is_told_with_its_status(int status, string words)
    {
        await using var server = new FetchServer(_ => new FetchServerReply(status, []));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal((FetchStatus.Failed, (int?)status), (result.Status, result.HttpStatus));
        Assert.Equal($"{new Uri(server.Url("/")).Authority} {words}", result.Error);
    }

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
        using var fetcher = new FeedFetcher(_clock, new Settings(), new HostGate(_clock, uri => uri.Authority), FetchLimits.Default);
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
    public async Task A_server_that_never_answers_is_given_up_after_the_time()
    {
        var never = new TaskCompletionSource();
        await using var server = new FetchServer(_ => FetchServerReply.Ok("late") with { After = never.Task });
        var fetching = _fetcher.FetchAsync(new FetchRequest(server.Url("/")) { Timeout = TimeSpan.FromSeconds(30) }, Token);

        await server.Asked.Task.WaitAsync(Token);
        _clock.Advance(TimeSpan.FromSeconds(31));
        var result = await fetching;

        Assert.EndsWith("did not answer within 30 s.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_gets_no_result()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new FetchServer(_ => FetchServerReply.Ok("late") with { After = new TaskCompletionSource().Task });
        var fetching = _fetcher.FetchAsync(new FetchRequest(server.Url("/")), cancel.Token);

        await server.Asked.Task.WaitAsync(Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task A_refused_connection_is_told_in_words()
    {
        string url;
        await using (var server = new FetchServer(_ => FetchServerReply.Ok("")))
            url = server.Url("/");

        var result = await _fetcher.FetchAsync(new FetchRequest(url), Token);

        Assert.Equal($"{new Uri(url).Authority} refused the connection.", result.Error);
    }

    [Theory]
    [InlineData("not an address", "This is not an address that can be fetched.")]
    [InlineData("ftp://example.org/feed", "Addresses that begin with ftp: cannot be fetched.")]
    [InlineData("file:///no/such/file.xml", "There is no file /no/such/file.xml.")]
    public async Task What_is_no_address_is_said_to_be_none(string url, string sentence)
    {
        var result = await _fetcher.FetchAsync(new FetchRequest(url), Token);

        Assert.Equal((FetchStatus.Failed, sentence), (result.Status, result.Error));
    }

    [Fact]
    public async Task A_file_is_read_again_only_when_it_changed()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xml");
        await File.WriteAllTextAsync(path, "<rss/>", Token);
        try
        {
            var request = new FetchRequest(new Uri(path).AbsoluteUri);
            var first = await _fetcher.FetchAsync(request, Token);
            var second = await _fetcher.FetchAsync(request with { LastModified = first.LastModified }, Token);
            File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            var third = await _fetcher.FetchAsync(request with { LastModified = first.LastModified }, Token);

            Assert.Equal([FetchStatus.Fetched, FetchStatus.NotModified, FetchStatus.Fetched],
                new[] { first.Status, second.Status, third.Status });
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_public_host_answers_one_feed_at_a_time()
    {
        using var fetcher = new FeedFetcher(_clock, new Settings(), new HostGate(_clock, uri => uri.Authority), FetchLimits.Default);
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
