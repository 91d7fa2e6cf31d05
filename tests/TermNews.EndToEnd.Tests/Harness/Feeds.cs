using System.Globalization;
using System.Text;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>Small feeds, written for the tests.</summary>
internal static class Feeds
{
    /// <summary>When the newest story of a feed was published, unless said otherwise.</summary>
    public static readonly DateTimeOffset Morning = new(2024, 11, 18, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An RSS feed whose stories are an hour apart, newest first.</summary>
    public static string Rss(string title, params IEnumerable<string> headlines) => Rss(title, Morning, headlines);

    public static string Rss(string title, DateTimeOffset newest, params IEnumerable<string> headlines) =>
        Rss(title, newest, TimeSpan.FromHours(1), headlines.Select(headline => (headline, Body(headline))));

    public static string Rss(string title, DateTimeOffset newest, TimeSpan apart, IEnumerable<(string Headline, string Body)> stories)
    {
        var items = new StringBuilder();
        var at = newest;
        foreach (var (headline, body) in stories)
        {
            items.AppendLine(CultureInfo.InvariantCulture, $"""
                <item>
                  <title>{headline}</title>
                  <link>https://example.org/{Uri.EscapeDataString(headline)}</link>
                  <guid isPermaLink="false">{title}/{headline}</guid>
                  <author>ada@example.org (Ada Example)</author>
                  <category>Testing</category>
                  <pubDate>{at:R}</pubDate>
                  <description>Lead of {headline}.</description>
                  <content:encoded><![CDATA[{body}]]></content:encoded>
                </item>
                """);
            at -= apart;
        }
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>{title}</title><link>https://example.org/</link><description>A feed for tests.</description>
            {items}</channel></rss>
            """;
    }

    public static string Opml(params IEnumerable<(string Title, string Address)> feeds) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0"><head><title>Subscriptions</title></head><body><outline text="Tests">
        {string.Concat(feeds.Select(feed => $"<outline type=\"rss\" text=\"{feed.Title}\" xmlUrl=\"{feed.Address}\" />\n"))}
        </outline></body></opml>
        """;

    private static string Body(string headline) =>
        $"""
        <p>The article on {headline} begins here, with a <a href="https://example.org/more">link</a>.</p>
        <ul><li>first point</li><li>second point</li></ul>
        """ + string.Concat(Enumerable.Range(1, 40).Select(n => $"<p>Paragraph {n} of {headline}.</p>"));
}
