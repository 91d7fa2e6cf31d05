using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Names, passwords, tokens and proxies of the configuration, as servers see them.</summary>
public sealed class AccessTests
{
    private static readonly string Ada = $"Basic {Convert.ToBase64String("ada:s€cret: x "u8)}";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/private.xml", "/private.xml", true)]
    [InlineData("/private.xml", "/private.xml?page=2", false)]
    [InlineData("/private.xml", "/other.xml", false)]
    [InlineData("/private/*", "/private/feed.xml", true)]
    [InlineData("/private/*", "/public/feed.xml", false)]
    [InlineData("/*", "/any?q=1", true)]
    public async Task A_name_and_password_go_with_the_address_they_are_written_for(string written, string asked, bool isTold)
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("here"));
        using var fetcher = Fetcher(Access(server.Url(written)));

        await fetcher.FetchAsync(new FetchRequest(server.Url(asked)), Token);

        Assert.Equal(isTold ? Ada : null, Assert.Single(server.Requests).Headers.GetValueOrDefault("Authorization"));
    }

    [Fact]
    public async Task What_is_written_for_the_feed_itself_goes_before_what_is_written_for_more()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("here"));
        using var fetcher = Fetcher(
            Access(server.Url("/*")) + $"[[feed]]\nurl = \"{server.Url("/mine")}\"\ntoken = \"abc.123==\"\n" + Access(server.Url("/m*")));

        await fetcher.FetchAsync(new FetchRequest(server.Url("/mine")), Token);

        Assert.Equal("Bearer abc.123==", Assert.Single(server.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_redirect_to_another_server_takes_no_password_along_nor_does_the_way_back()
    {
        FetchServer? home = null;
        await using var other = new FetchServer(_ => FetchServerReply.Moved(302, home!.Url("/private/back")));
        await using var server = home = new FetchServer(request => request.Path switch
        {
            "/private/feed" => FetchServerReply.Moved(302, "/private/near"),
            "/private/near" => FetchServerReply.Moved(302, other.Url("/")),
            _ => FetchServerReply.Ok("here"),
        });
        using var fetcher = Fetcher(Access(server.Url("/private/*")));

        await fetcher.FetchAsync(new FetchRequest(server.Url("/private/feed")), Token);

        Assert.Equal([Ada, Ada, null], server.Requests.Select(request => request.Headers.GetValueOrDefault("Authorization")));
        Assert.DoesNotContain("Authorization", Assert.Single(other.Requests).Headers.Keys);
    }

    [Fact]
    public void What_is_written_for_https_is_not_sent_over_http_or_to_another_port()
    {
        var access = Assert.Single(Read(Access("https://example.org/*")).Feeds);

        Assert.True(access.Covers(new Uri("https://EXAMPLE.org:443/feed")));
        Assert.False(access.Covers(new Uri("http://example.org/feed")));
        Assert.False(access.Covers(new Uri("https://example.org:8443/feed")));
        Assert.False(access.Covers(new Uri("https://example.org.example.com/feed")));
    }

    [Fact]
    public async Task Pages_are_shown_no_password()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("here"));
        using var fetcher = Fetcher(Access(server.Url("/*")));

        await fetcher.FetchAsync(new FetchRequest(server.Url("/page")) { Kind = FetchKind.Page }, Token);

        Assert.DoesNotContain("Authorization", Assert.Single(server.Requests).Headers.Keys);
    }

    [Theory]
    [InlineData(false, "answered 401: it wants a name and a password; write them under [[feed]] in the configuration.")]
    [InlineData(true, "answered 401: it does not take what [[feed]] in the configuration tells it.")]
    public async Task Who_is_not_let_in_is_told_to_look_at_the_configuration(bool isTold, string words)
    {
        await using var server = new FetchServer(_ => new FetchServerReply(401, [], ("WWW-Authenticate", "Basic realm=\"x\"")));
        using var fetcher = Fetcher(isTold ? Access(server.Url("/*")) : "");

        var result = await fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s€cret", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_fetched_through_its_proxy_redirects_too()
    {
        await using var proxy = new FetchServer(request => request.Path.EndsWith("/feed", StringComparison.Ordinal)
            ? FetchServerReply.Moved(302, "http://news.test/elsewhere")
            : FetchServerReply.Ok("here"));
        var address = proxy.Url("").Replace("http://", "http://ann:p%40ss@", StringComparison.Ordinal);
        using var fetcher = Fetcher($"[[feed]]\nurl = \"http://example.test/feed\"\nproxy = \"{address}\"");

        var result = await fetcher.FetchAsync(new FetchRequest("http://example.test/feed"), Token);

        Assert.Equal((FetchStatus.Fetched, "http://news.test/elsewhere"), (result.Status, result.Url));
        Assert.Equal(["http://example.test/feed", "http://news.test/elsewhere"], proxy.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_proxy_that_wants_a_password_and_one_that_is_not_there_are_told_in_words()
    {
        string gone;
        await using (var server = new FetchServer(_ => FetchServerReply.Ok("")))
            gone = server.Url("");
        await using var proxy = new FetchServer(_ => new FetchServerReply(407, [], ("Proxy-Authenticate", "Basic realm=\"x\"")));
        using var fetcher = Fetcher($"""
            [[feed]]
            url = "http://a.test/*"
            proxy = "{proxy.Url("")}"
            [[feed]]
            url = "http://b.test/*"
            proxy = "{gone.Replace("http://", "http://ann:secret@", StringComparison.Ordinal)}"
            """);

        var refused = await fetcher.FetchAsync(new FetchRequest("http://a.test/feed"), Token);
        var missed = await fetcher.FetchAsync(new FetchRequest("http://b.test/feed"), Token);

        Assert.Equal("The proxy on the way to a.test wants a name and a password; look at proxy under [[feed]] in the configuration.",
            refused.Error);
        Assert.Equal($"The proxy does not work: {new Uri(gone).Authority} refused the connection.", missed.Error);
    }

    [Fact]
    public async Task A_feed_can_be_fetched_straight()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("here"));
        using var fetcher = Fetcher($"[[feed]]\nurl = \"{server.Url("/*")}\"\nproxy = \"none\"");

        Assert.Equal(FetchStatus.Fetched, (await fetcher.FetchAsync(new FetchRequest(server.Url("/feed")), Token)).Status);
        Assert.Equal("/feed", Assert.Single(server.Requests).Path);
    }

    private static string Access(string url) => $"[[feed]]\nurl = \"{url}\"\nuser = \"ada\"\npassword = \"s€cret: x \"\n";

    private static Settings Read(string text) => SettingsFile.Parse(text, "config.toml");

    private FeedFetcher Fetcher(string text) => new(_clock, Read(text).ToFetchSettings());
}
