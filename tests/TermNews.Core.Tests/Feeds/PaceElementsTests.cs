using System.Text;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

/// <summary>What feeds say of how often and when they want to be visited.</summary>
public sealed class PaceElementsTests
{
    [Theory]
    [InlineData("<ttl>90</ttl>", 90)]
    [InlineData("<ttl> 0 </ttl>", 0)]
    [InlineData("<ttl>soon</ttl>", null)]
    [InlineData("<ttl>2147483647</ttl>", 7 * 24 * 60)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod>", 60)]
    [InlineData("<sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 360)]
    [InlineData("<sy:updateFrequency>2</sy:updateFrequency><sy:updatePeriod>hourly</sy:updatePeriod>", 30)]
    [InlineData("<sy:updatePeriod>monthly</sy:updatePeriod><sy:updateFrequency>10</sy:updateFrequency>", 3 * 24 * 60)]
    [InlineData("<sy:updatePeriod>yearly</sy:updatePeriod>", 7 * 24 * 60)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 60)]
    [InlineData("<sy:updateFrequency>3</sy:updateFrequency>", null)]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><ttl>20</ttl>", 20)]
    [InlineData("<ttl>20</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 20)]
    public void A_feed_asks_for_a_time_between_visits(string elements, int? minutes) =>
        Assert.Equal(minutes, (int?)Parse(elements).Ttl?.TotalMinutes);

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("<skipHours><hour>0</hour><hour> 23 </hour></skipHours>", 1 | (1 << 23), 0)]
    [InlineData("<skipHours>\n<hour>24</hour><hour>25</hour><hour>-1</hour><hour>noon</hour></skipHours>", 1, 0)]
    [InlineData("<skipDays><day>Saturday</day><day>sunday</day><day>Samstag</day></skipDays>", 0, 1 | (1 << 6))]
    [InlineData("<skipDays><day>Monday</day></skipDays><title>x</title><skipHours><hour>5</hour></skipHours>", 1 << 5, 1 << 1)]
    [InlineData("<skipHours><hour>5</hour>", 1 << 5, 0)]
    public void A_feed_names_hours_and_days_without_visits(string elements, int hours, int days) =>
        Assert.Equal(new SkippedTimes(hours, days), Parse(elements).Skipped);

    private static ParsedFeed Parse(string elements) => FeedParser.Parse(
        Encoding.UTF8.GetBytes($"<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>{elements}</channel></rss>"), null,
        null);
}
