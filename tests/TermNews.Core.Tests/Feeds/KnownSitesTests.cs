using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Subscribing;

namespace TermNews.Core.Tests.Feeds;

public sealed class KnownSitesTests
{
    [Theory]
    [InlineData("https://www.youtube.com/channel/UC123/videos", "https://www.youtube.com/feeds/videos.xml?channel_id=UC123")]
    [InlineData("https://youtube.com/user/ada", "https://www.youtube.com/feeds/videos.xml?user=ada")]
    [InlineData("https://www.youtube.com/playlist?si=x&list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1")]
    [InlineData("https://www.youtube.com/@ada", null)]
    [InlineData("https://www.youtube.com/feeds/videos.xml?channel_id=UC123", null)]
    [InlineData("https://old.reddit.com/r/programming/", "https://www.reddit.com/r/programming/.rss")]
    [InlineData("https://reddit.com/r/csharp/top?t=week", "https://www.reddit.com/r/csharp/top/.rss?t=week")]
    [InlineData("https://www.reddit.com/r/programming/.rss", null)]
    [InlineData("https://github.com/dotnet/runtime", "https://github.com/dotnet/runtime/releases.atom")]
    [InlineData("https://github.com/dotnet/runtime/tags", "https://github.com/dotnet/runtime/tags.atom")]
    [InlineData("https://github.com/dotnet/runtime/commits/release/10.0", "https://github.com/dotnet/runtime/commits/release/10.0.atom")]
    [InlineData("https://github.com/dotnet/runtime/issues", null)]
    [InlineData("https://github.com/ada", "https://github.com/ada.atom")]
    [InlineData("https://mastodon.example/@ada", "https://mastodon.example/@ada.rss")]
    [InlineData("https://mastodon.example/@ada/1234", null)]
    [InlineData("https://ada.substack.com/p/a-post", "https://ada.substack.com/feed")]
    [InlineData("https://medium.com/@ada", "https://medium.com/feed/@ada")]
    [InlineData("https://example.org/blog", null)]
    [InlineData("file:///home/ada/@x", null)]
    public void The_feed_of_a_known_site_is_known(string page, string? feed) => Assert.Equal(feed, KnownSites.FeedOf(page));

    [Fact]
    public async Task What_only_looks_like_a_known_site_is_looked_for_on_its_page()
    {
        await using var server = new FetchServer(request => request.Path switch
        {
            "/@ada" => FetchServerReply.Ok("""<html><link rel="alternate" type="application/rss+xml" href="/ada/news">"""),
            "/ada/news" => FetchServerReply.Ok("feed\nNews of Ada\none"),
            _ => new FetchServerReply(404, []),
        });
        var clock = new FakeTimeProvider();
        using var fetcher = new FeedFetcher(clock, new FetchSettings());
        var subscriber = new FeedSubscriber(new FakeFeedRepository(), fetcher, LineFeed.Read, clock);

        var preview = await subscriber.PreviewAsync(server.Url("/@ada"), TestContext.Current.CancellationToken);

        Assert.Equal(server.Url("/ada/news"), preview.FeedUrl);
        Assert.Equal("/@ada.rss", server.Requests.First().Path);
    }
}
