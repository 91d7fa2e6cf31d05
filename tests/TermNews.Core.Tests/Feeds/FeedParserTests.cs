using System.Text;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Feeds.Parsing.Dates;

namespace TermNews.Core.Tests.Feeds;

public sealed class FeedParserTests
{
    private static ParsedFeed Parse(string document, string? url = "https://example.org/feed.xml") =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(document), url, null);

    [Fact]
    public void An_rss_entry_gives_all_its_parts()
    {
        var feed = Parse("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
                 xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>News &amp;amp; more</title><link>https://example.org/</link><language>en-GB</language><ttl>30</ttl>
            <item><title>A &lt;b&gt;bold&lt;/b&gt; title</title><link>/story/1</link><guid isPermaLink="false">one</guid>
              <author>jane@example.org (Jane Doe)</author><pubDate>Mon, 18 Nov 2024 10:30:00 +0100</pubDate>
              <description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<p onclick="x()">Long <a href="next">text</a></p><script>bad()</script>]]></content:encoded>
              <category>Cars</category><category>Cars</category><comments>https://example.org/story/1#talk</comments><slash:comments>12</slash:comments>
              <enclosure url="https://example.org/a.mp3" type="audio/mpeg" length="42"/>
              <media:content url="https://example.org/a.jpg" medium="image"><media:description>A car</media:description><media:credit>Ann</media:credit></media:content>
            </item></channel></rss>
            """);
        var entry = Assert.Single(feed.Entries);

        Assert.Equal(("News & more", "https://example.org/", "en-GB"), (feed.Title, feed.SiteUrl, feed.Language));
        Assert.Equal(TimeSpan.FromMinutes(30), feed.Ttl);
        Assert.Equal(("one", "A bold title", "https://example.org/story/1"), (entry.EntryGuid, entry.Title, entry.Link));
        Assert.Equal(("Jane Doe", "jane@example.org"), (entry.Author, entry.AuthorEmail));
        Assert.Equal(new DateTimeOffset(2024, 11, 18, 9, 30, 0, TimeSpan.Zero), entry.PublishedAt);
        Assert.Equal("<p>Short</p>", entry.Summary);
        Assert.Equal("""<p>Long <a href="https://example.org/next">text</a></p>""", entry.Content);
        Assert.Equal(["Cars"], entry.Categories);
        Assert.Equal(new("https://example.org/a.mp3", "audio/mpeg", 42), Assert.Single(entry.Enclosures));
        Assert.Equal(new("https://example.org/a.jpg", "A car (Ann)"), entry.Image);
        Assert.Equal(("https://example.org/story/1#talk", 12L), (entry.DiscussionLink, entry.Counters.Comments));
        Assert.Empty(feed.Warnings);
    }

    [Theory]
    [InlineData("Mon, 18 Nov 2024 10:30:00 +0100", "2024-11-18T09:30:00Z")]
    [InlineData("Mon, 18 Nov 24 10:30 EST", "2024-11-18T15:30:00Z")]
    [InlineData("18 Nov 2024 22:30:00 GMT-01:01", "2024-11-18T23:31:00Z")]
    [InlineData("Mon Nov 18 10:30:00 PST 2024", "2024-11-18T18:30:00Z")]
    [InlineData("2024-11-18T10:30:00.5+01:00", "2024-11-18T09:30:00Z")]
    [InlineData("20241118T103000Z", "2024-11-18T10:30:00Z")]
    [InlineData("2024-011-18T10:30:00Z", "2024-11-18T10:30:00Z")]
    [InlineData("09/15/2014 4:20 pm PST", "2014-09-16T00:20:00Z")]
    [InlineData("2024-323", "2024-11-18T00:00:00Z")]
    [InlineData("lun. 18 novembre 2024 10:30:00 +0100", "2024-11-18T09:30:00Z")]
    [InlineData("mar, 19 nov 2024 10:30:00 +0100", "2024-11-19T09:30:00Z")]
    [InlineData("Sun, 99 Jun 2009 12:00:00 GMT", null)]
    [InlineData("2024-11-18T25:00:00Z", null)]
    [InlineData("yesterday", null)]
    public void A_date_is_read_or_null(string text, string? instant) =>
        Assert.Equal(
            instant, FeedDates.Parse(text)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("<rss><channel><item><title>a</title><description>un & closed &nbsp; <item><title>b</title></item>")]
    [InlineData("\n\n<?xml version='1.0'?><rss><channel><item><title>a</title></item><item><title>b</title><description>cut o")]
    [InlineData("<b>Warning</b>: x in <b>y.php</b><rss><channel><item><title>a</title></itm><item><title>b</title></item></channel></rss>")]
    public void A_broken_document_gives_the_entries_it_has(string document)
    {
        var feed = Parse(document);

        Assert.Equal(["a", "b"], feed.Entries.Select(entry => entry.Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><body>Log in</body></html>")]
    [InlineData("""{"hello": 1}""")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void What_is_no_feed_is_said_in_a_sentence(string document)
    {
        var error = Assert.Throws<NewsException>(() => Parse(document));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cdf_channel_says_when_it_was_changed() => Assert.Equal(
        new DateTimeOffset(2004, 4, 7, 4, 5, 43, TimeSpan.Zero),
        Parse("<CHANNEL LASTMOD='2004-04-06T23:05:43-05:00'><ITEM "
        + "HREF='https://example.org/1'><TITLE>a</TITLE></ITEM></CHANNEL>").UpdatedAt);

    [Fact]
    public void Beside_a_summary_the_description_is_the_text()
    {
        var entry = Parse("<rss><channel><item><summary>Short</summary><description>Long</description></item></channel></rss>").Entries[0];
        Assert.Equal(("Short", "Long"), (entry.Summary, entry.Content));
    }
}
