using System.Text;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Names and texts in feeds that no reader would write.</summary>
public sealed class HostileNamesTests
{
    [Theory]
    [InlineData("""{"\ud800":1,"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}""")]
    [InlineData("""{"\ud800":1,"rss":{"\udc00":2,"channel":{"\ud800":1,"title":"x","item":[{"\ud800":1,"guid":{"\ud800":1}}]}}}""")]
    public void Half_a_surrogate_pair_in_a_name_of_JSON_is_left_aside(string json) =>
        Assert.Equal("x", FeedParser.Parse(Encoding.UTF8.GetBytes(json), null, null).Title);

    [Fact]
    public void Titles_and_categories_are_bounded()
    {
        var marks = "e" + new string('\u0301', 5_000);
        var feed = FeedParser.Parse(Encoding.UTF8.GetBytes(
            $"<rss><channel><title>{new string('a', 20_000)}</title><item><title>{marks}</title><category>{marks}</category>"
            + $"<author>{new string('b', 20_000)}</author><description>{marks}</description></item></channel></rss>"), null, null);
        var entry = Assert.Single(feed.Entries);

        Assert.Equal((1_001, 32, 32), (feed.Title!.Length, entry.Title!.Length, Assert.Single(entry.Categories).Length));
        Assert.InRange(entry.Author!.Length, 1, 1_001);
        Assert.InRange(entry.Summary!.Length, 1, 50);
    }
}
