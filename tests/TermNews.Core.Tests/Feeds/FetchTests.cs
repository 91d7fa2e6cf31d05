using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

/// <summary>What is asked, and what an answer says beside its body.</summary>
public sealed class FetchTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FeedFetcher _fetcher;

    public FetchTests() => _fetcher = new FeedFetcher(_clock, new FetchSettings());

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
        await using var server = new FetchServer(
            _ => FetchServerReply.Ok("<rss/>", [.. headers.Where(header => header.Item2 is not null)!]));

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
    [InlineData(404, "answered 404: there is nothing at this address.")]
    [InlineData(500, "answered 500.")]
    public async Task A_refusal_is_told_with_its_status(int status, string words)
    {
        await using var server = new FetchServer(_ => new FetchServerReply(status, []));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal((FetchStatus.Failed, (int?)status), (result.Status, result.HttpStatus));
        Assert.Equal($"{new Uri(server.Url("/")).Authority} {words}", result.Error);
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
}
