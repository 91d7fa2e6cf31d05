using System.Xml.Linq;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Data;

/// <summary>The starter feeds, which the first interactive start subscribes to.</summary>
public sealed class StarterFeedsDataTests
{
    [Fact]
    public void They_are_twelve_to_sixteen_feeds_in_folders_each_with_its_own_https_address()
    {
        using var stream = typeof(FeedParser).Assembly.GetManifestResourceStream("data/starter.opml");
        var outlines = XDocument.Load(Assert.IsType<Stream>(stream, exactMatch: false)).Descendants("outline").ToList();
        var feeds = outlines.Where(outline => outline.Attribute("xmlUrl") is not null).ToList();

        Assert.InRange(feeds.Count, 12, 16);
        Assert.All(feeds, feed =>
        {
            Assert.StartsWith("https://", feed.Attribute("xmlUrl")!.Value, StringComparison.Ordinal);
            Assert.StartsWith("https://", feed.Attribute("htmlUrl")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(feed.Attribute("title")!.Value);
            Assert.NotEmpty(feed.Parent!.Attribute("text")!.Value);
        });
        Assert.Equal(feeds.Count, feeds.Select(feed => feed.Attribute("xmlUrl")!.Value).Distinct().Count());
    }
}
