using System.Text;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Feeds;

public sealed class JsonFormsTests
{
    private static ParsedFeed Parse(string document) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(document), "https://example.org/feed", null);

    [Fact]
    public void Rss_in_json_is_read_as_rss()
    {
        var feed = Parse("""
            {"rss": {"version": "2.0", "channel": {"title": "Scripting & News", "link": "https://example.org/", "language": "en", "ttl": 60,
              "item": [
                {"title": "One", "link": "/1", "guid": {"isPermaLink": false, "#value": "guid-1"}, "pubDate": "Tue, 24 Nov 2026 10:00:00 GMT",
                 "description": "<p>Body &amp; <a href='/x'>link</a></p>", "category": ["Apples", {"domain": "d", "#value": "Pears"}],
                 "enclosure": {"url": "https://example.org/a.mp3", "type": "audio/mpeg", "length": 77}, "dc:creator": "Ada"},
                {"title": "Two"}]}}}
            """);

        Assert.Equal("Scripting & News", feed.Title);
        Assert.Equal(TimeSpan.FromHours(1), feed.Ttl);
        Assert.Equal(2, feed.Entries.Count);
        var one = feed.Entries[0];
        Assert.Equal(("One", "https://example.org/1", "guid-1", "Ada"), (one.Title, one.Link, one.EntryGuid, one.Author));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), one.PublishedAt);
        Assert.Equal("<p>Body &amp; <a href=\"https://example.org/x\">link</a></p>", one.Summary);
        Assert.Equal(["Apples", "Pears"], one.Categories);
        Assert.Equal(77, Assert.Single(one.Enclosures).Length);
    }

    [Fact]
    public void One_item_needs_no_array_and_no_wrapper() =>
        Assert.Equal("Only", Assert.Single(Parse("""{"channel": {"item": {"title": "Only"}}}""").Entries).Title);

    [Fact]
    public void A_json_feed_that_was_cut_off_gives_what_is_whole()
    {
        const string whole = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Cut", "items": [{"id": "1", "content_text": "a } \" {"},
             {"id": "2", "content_text": "b"}, {"id": "3", "content_text": "never wh
            """;

        var feed = Parse(whole);

        Assert.Equal(["1", "2"], feed.Entries.Select(entry => entry.EntryGuid));
        Assert.Contains(feed.Warnings, warning => warning.Contains("cut off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"version": "https://jsonfeed.org/version/1.1", "title": "noth""")]
    [InlineData("""{"a": [}""")]
    public void Where_nothing_is_whole_a_sentence_says_so(string document) =>
        Assert.EndsWith(".", Assert.Throws<NewsException>(() => Parse(document)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_deep_document_is_refused_or_read_and_never_exhausts_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"channel":""", 5000));
        Assert.Throws<NewsException>(() => Parse(deep));
    }

    [Fact]
    public void Raw_bodies_are_as_they_were_sent()
    {
        var document = Encoding.UTF8.GetBytes(
            """{"version": "https://jsonfeed.org/version/1.1", "items": """
            + """[{"id": "1", "summary": "a < b", "content_html": "<p onclick='x()'>t</p>"}]}""");

        var entry = Assert.Single(FeedParser.ParseRaw(document, null, null).Entries);

        Assert.Equal(("a < b", "<p onclick='x()'>t</p>"), (entry.Summary, entry.Content));
    }

    [Fact]
    public void Raw_bodies_of_xml_are_as_they_were_sent_and_titles_are_clean()
    {
        var document = Encoding.UTF8.GetBytes(
            "<rss><channel><item><title>A \u001b[31mtitle</title><description><![CDATA[ <p onclick='x()'>t</p> "
            + "]]></description></item></channel></rss>");

        var entry = Assert.Single(FeedParser.ParseRaw(document, null, null).Entries);

        Assert.Equal(("A title", "<p onclick='x()'>t</p>"), (entry.Title, entry.Summary));
    }
}
