using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Subscribing;

namespace TermNews.Core.Tests.Feeds;

public sealed class DiscoveryTests : IDisposable
{
    private const string Feed = "feed\nNews\none\ntwo\nthree\nfour";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeFeedRepository _feeds = new();
    private readonly FeedFetcher _fetcher;
    private readonly FeedSubscriber _subscriber;

    public DiscoveryTests()
    {
        _fetcher = new FeedFetcher(_clock, new FetchSettings());
        _subscriber = new FeedSubscriber(_feeds, _fetcher, LineFeed.Read, _clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task A_feeds_own_address_shows_its_title_and_three_headlines()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok(Feed));

        var preview = await _subscriber.PreviewAsync(server.Url("/news"), Token);

        Assert.Equal((server.Url("/news"), "News"), (preview.FeedUrl, preview.Title));
        Assert.Equal(["one", "two", "three"], preview.Headlines);
        Assert.Null(preview.Subscribed);
    }

    [Fact]
    public async Task A_page_leads_to_the_feed_it_names()
    {
        const string page = """
            <!DOCTYPE html><base href="/blog/">
            <link rel="stylesheet" type="text/css" href="style.css">
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="news">
            """;
        await using var server = new FetchServer(request => FetchServerReply.Ok(request.Path == "/" ? page : Feed));

        var preview = await _subscriber.PreviewAsync(server.Url("/"), Token);

        Assert.Equal(server.Url("/blog/news"), preview.FeedUrl);
        Assert.Equal([server.Url("/comments/feed")], preview.OtherFeedUrls);
    }

    [Fact]
    public async Task A_page_that_names_none_leads_to_the_usual_places()
    {
        await using var server = new FetchServer(request => request.Path switch
        {
            "/section/" => FetchServerReply.Ok("<html>"),
            "/atom.xml" => FetchServerReply.Ok(Feed),
            _ => new FetchServerReply(404, []),
        });

        Assert.Equal(server.Url("/atom.xml"), (await _subscriber.PreviewAsync(server.Url("/section/"), Token)).FeedUrl);
    }

    [Fact]
    public async Task Without_any_feed_the_sentence_says_what_to_do()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<html>"));

        var fault = await Assert.ThrowsAsync<NewsException>(() => _subscriber.PreviewAsync(server.Url("/"), Token));

        Assert.Equal(NewsFault.WrongUse, fault.Fault);
        Assert.EndsWith("Give the feed's own address.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_scheme_is_tried_with_http_too()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok(Feed));

        var preview = await _subscriber.PreviewAsync(server.Url("/news")["http://".Length..], Token);

        Assert.Equal(server.Url("/news"), preview.FeedUrl);
    }

    [Fact]
    public async Task Subscribing_stores_what_the_preview_showed_without_asking_again()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok(Feed));
        var preview = await _subscriber.PreviewAsync(server.Url("/news"), Token);

        var feed = await _subscriber.SubscribeAsync(preview, "Mine", ["tech"], Token);

        Assert.Equal((server.Url("/news"), "Mine", 4), (feed.FeedUrl, feed.Title, _feeds.StoryCount));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_feed_that_is_subscribed_to_is_noticed_however_its_address_is_written()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok(Feed));
        var known = _feeds.Add(server.Url("/news"));

        var preview = await _subscriber.PreviewAsync(server.Url("/news/"), Token);
        var feed = await _subscriber.SubscribeAsync(preview, null, [], Token);

        Assert.Equal((known.Id, known.Id), (preview.Subscribed?.Id, feed.Id));
        Assert.Equal(0, _feeds.StoryCount);
    }

    [Theory]
    [InlineData("example.org", "https://example.org", "http://example.org")]
    [InlineData("feed://example.org/x", "https://example.org/x", "http://example.org/x")]
    [InlineData("feed:http://example.org/x", "http://example.org/x", null)]
    [InlineData("  <https://example.org/x>\n", "https://example.org/x", null)]
    public void Addresses_are_read_as_people_paste_them(string typed, string first, string? second) =>
        Assert.Equal(second is null ? [first] : [first, second], FeedAddress.Candidates(typed));

    [Theory]
    [InlineData("ftp://example.org")]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("https://")]
    public void What_is_no_address_is_wrong_use(string typed) =>
        Assert.Equal(NewsFault.WrongUse, Assert.Throws<NewsException>(() => FeedAddress.Candidates(typed)).Fault);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<link ")]
    [InlineData("<link a=\"")]
    [InlineData("<link a='b' ")]
    public void A_page_of_nothing_but_openings_is_searched_all_the_same(string opening)
    {
        const string link = "' \" ><link rel=alternate type=application/rss+xml href=/feed>";
        var page = new StringBuilder(link).Insert(0, opening, 40_000).ToString();

        Assert.Equal(["https://example.org/feed"], FeedLinks.Find(Encoding.UTF8.GetBytes(page), "https://example.org/"));
    }

    [Fact]
    public async Task A_check_stores_nothing_and_asks_for_the_whole_feed()
    {
        await using var server = new FetchServer(request =>
            request.Path == "/gone" ? new FetchServerReply(410, []) : FetchServerReply.Ok(Feed));
        var good = _feeds.Add(new Core.Stories.Feed { Id = 0, FeedUrl = server.Url("/news"), Title = "News", ETag = "\"v1\"" });
        var bad = _feeds.Add(server.Url("/gone"));

        var checks = await new FeedChecker(_fetcher, LineFeed.Read, _clock).CheckAsync([good, bad], 4, TimeSpan.FromSeconds(30), Token);

        Assert.Equal((4, null), (checks[0].Entries, checks[0].Error));
        Assert.Equal(410, checks[1].Error?.Status);
        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("If-None-Match"));
        Assert.Empty(_feeds.Updates);
        Assert.Empty(_feeds.Failures);
    }
}
