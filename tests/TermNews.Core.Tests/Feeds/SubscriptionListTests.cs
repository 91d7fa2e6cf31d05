using System.Text;
using TermNews.Core.Feeds.Bringing;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

public sealed class SubscriptionListTests
{
    private static SubscriptionList Read(string file) => SubscriptionList.Read(Encoding.UTF8.GetBytes(file));

    [Fact]
    public void Folders_and_categories_of_opml_become_tags()
    {
        var list = Read("""
            <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
            <outline text="News"><outline text="World"><outline type="rss" text="BBC &amp; more" xmlUrl="https://bbc.example/rss" htmlUrl="https://bbc.example/" category="/uk,tv"/></outline>
            <outline type="rss" title="Other" xmlUrl="https://other.example/rss"></outline></outline>
            <outline type="rss" text="Alone" xmlUrl="feed://alone.example/rss"/><outline type="rss" text="Broken"/></body></opml>
            """);

        Assert.Equal("Mine", list.Title);
        Assert.Equal(["https://bbc.example/rss", "https://other.example/rss", "http://alone.example/rss"],
            list.Subscriptions.Select(feed => feed.FeedUrl));
        Assert.Equal(("BBC & more", "https://bbc.example/"), (list.Subscriptions[0].OwnTitle, list.Subscriptions[0].SiteUrl));
        Assert.Equal(["News", "World", "uk", "tv"], list.Subscriptions[0].Tags);
        Assert.Equal(["News"], list.Subscriptions[1].Tags);
        Assert.Empty(list.Subscriptions[2].Tags);
        Assert.Equal("Broken", Assert.Single(list.Skipped).Text);
    }

    [Fact]
    public void An_outline_with_raw_tags_in_its_description_is_read_and_closes_no_folder()
    {
        var list = Read("""
            <opml><body><outline text="News"><outline text="A" description="By <a href="https://by.example" rel="x">us</a>." xmlUrl="https://a.example/?x&amp;y" type="rss" />
            <outline text="B" xmlUrl="https://b.example/rss" /></outline></body></opml>
            """);

        Assert.Equal(["https://a.example/?x&y", "https://b.example/rss"], list.Subscriptions.Select(feed => feed.FeedUrl));
        Assert.All(list.Subscriptions, feed => Assert.Equal(["News"], feed.Tags));
    }

    [Fact]
    public void A_newsboat_file_gives_titles_and_tags_and_says_what_it_left_out()
    {
        var list = NewsboatUrls.Read("""
            # mine
            https://a.example/rss news "two words" "~A title"
            "query:Unread:unread = \"yes\""
            "exec:~/bin/make-feed 'two words'" made
            https://a.example/rss again
            """, withPrograms: true);

        var (feed, program) = (list.Subscriptions[0], list.Subscriptions[1]);
        Assert.Equal(("https://a.example/rss", "A title"), (feed.FeedUrl, feed.OwnTitle));
        Assert.Equal(("exec:~/bin/make-feed 'two words'", "made"), (program.FeedUrl, Assert.Single(program.Tags)));
        Assert.Equal(["news", "two words", "again"], feed.Tags);
        Assert.Equal((2, 1), (list.Subscriptions.Count, list.Skipped.Count));
    }

    [Theory]
    [InlineData("<opml><outline text='x' xmlUrl='exec:/bin/touch /tmp/x'/><outline xmlUrl='https://a.example/'/></opml>")]
    [InlineData("exec:/bin/touch\nhttps://a.example/")]
    public void A_list_of_others_never_brings_a_program(string file)
    {
        var list = Read(file);

        Assert.Equal("https://a.example/", Assert.Single(list.Subscriptions).FeedUrl);
        Assert.Contains("exec:/bin/touch", Assert.Single(list.Skipped).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_masked_password_is_no_password()
    {
        var list = Read(
            "<opml><outline text='x' xmlUrl='https://me:***@a.example/feed'/><outline xmlUrl='https://me:x@b.example/'/></opml>");

        Assert.Equal("https://me:x@b.example/", Assert.Single(list.Subscriptions).FeedUrl);
        Assert.StartsWith("Its password is masked", Assert.Single(list.Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_one_a_line_are_a_list_too() =>
        Assert.Equal(["https://a.example/rss", "https://b.example/atom"],
            Read("https://a.example/rss\r\nb.example/atom\r\n").Subscriptions.Select(feed => feed.FeedUrl));

    [Theory]
    [InlineData("")]
    [InlineData("hello there\nnothing here")]
    [InlineData("<html><body>no</body></html>")]
    public void What_lists_no_feeds_is_said_in_a_sentence(string file) =>
        Assert.EndsWith(".", Assert.Throws<NewsException>(() => Read(file)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_as_opml_is_read_back()
    {
        using var file = new MemoryStream();
        Opml.Write(file, "My feeds", [new Feed { Id = 1, FeedUrl = "https://a.example/rss?x=1&y=2", Title = "A <title>",
            SiteUrl = "https://a.example/", Tags = ["News", "UK"] }],
            new DateTimeOffset(2024, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var feed = Assert.Single(SubscriptionList.Read(file.ToArray()).Subscriptions);

        Assert.Equal(("https://a.example/rss?x=1&y=2", "A <title>", "https://a.example/"), (feed.FeedUrl, feed.OwnTitle, feed.SiteUrl));
        Assert.Equal(["News", "UK"], feed.Tags);
    }
}
