using TermNews.Core.Configuration;
using TermNews.Core.Retention;

namespace TermNews.Core.Tests.Configuration;

public sealed class RetentionSettingsTests
{
    private static readonly Settings Some = SettingsFile.Parse(
        """
        [retention]
        days = 90
        stories_per_feed = 1000

        [[feed]]
        url = "https://example.org/archive.xml"
        keep_days = 0

        [[feed]]
        url = "https://example.org/news/*"
        keep_stories = 50
        user = "ada"
        """, "c.toml");

    [Fact]
    public void Nothing_is_dropped_unless_it_was_said() =>
        Assert.True(SettingsFile.Parse("", "c.toml").RetentionOf("https://example.org/feed").IsOff);

    [Theory]
    [InlineData("https://example.com/feed", 90, 1000)]
    [InlineData("exec:make-feed", 90, 1000)]
    [InlineData("https://example.org/archive.xml", 0, 1000)]
    [InlineData("https://example.org/news/today.xml", 90, 50)]
    public void A_feed_has_its_own_rule(string feed, int days, int count) =>
        Assert.Equal(new RetentionRule(days, count), Some.RetentionOf(feed));

    [Fact]
    public void A_table_about_keeping_alone_hides_no_password() =>
        Assert.Equal("ada", Assert.Single(Some.ToFetchSettings().Feeds).User);
}
