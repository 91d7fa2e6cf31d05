using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Where redirects lead, and what moves along.</summary>
public sealed class RedirectTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FeedFetcher _fetcher;

    public RedirectTests() => _fetcher = new FeedFetcher(_clock, new FetchSettings());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

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
    public async Task A_redirect_of_a_public_host_is_refused_by_the_address_that_would_be_connected_to()
    {
        var port = "";
        await using var server = new FetchServer(request => request.Path == "/direct"
            ? FetchServerReply.Ok("here") : FetchServerReply.Moved(302, $"http://inside.example:{port}/direct"));
        port = new Uri(server.Url("/")).Port.ToString(CultureInfo.InvariantCulture);
        using var fetcher = new FeedFetcher(_clock, new FetchSettings { LookUp = _ => [IPAddress.Loopback] });

        // A subscription may lie in a private network, and its open connection is no way in for others.
        var direct = await fetcher.FetchAsync(new FetchRequest($"http://inside.example:{port}/direct"), Token);
        var refused = await fetcher.FetchAsync(new FetchRequest($"http://news.example:{port}/go"), Token);

        Assert.Equal(FetchStatus.Fetched, direct.Status);
        Assert.Equal("inside.example lies in a private network, to which a redirect is not followed.", refused.Error);
        Assert.Equal(["/direct", "/go"], server.Requests.Select(request => request.Path));
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
}
