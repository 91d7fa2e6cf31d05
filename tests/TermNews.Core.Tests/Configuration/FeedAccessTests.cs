using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Configuration;

public sealed class FeedAccessTests
{
    [Fact]
    public void Each_table_is_read_by_itself()
    {
        var settings = SettingsFile.Parse(
            """
            network.jobs = 4

            [[feed]]
            url = "https://example.org/private.xml"
            user = "ada"
            password = " se cret "

            [reader]
            mouse = false

            [[feed]]
            url = "https://example.com/members/*"
            token = "abc"
            proxy = "socks5://localhost:9050"

            [[feed]]
            url = "http://example.net/feed"
            proxy = "none"
            """, "config.toml");

        var (first, second, third) = (settings.Feeds[0], settings.Feeds[1], settings.Feeds[2]);
        Assert.Equal(("ada", " se cret ", null, false), (first.User, first.Password, first.Token, first.IsPrefix));
        Assert.Equal((null, "abc", true, "/members/"), (second.User, second.Token, second.IsPrefix, second.Address.PathAndQuery));
        Assert.Equal((FeedProxy.Environment, new Uri("socks5://localhost:9050"), FeedProxy.Direct),
            (first.Proxy, second.Proxy.Address, third.Proxy));
        Assert.Equal((3, 4, false), (settings.Feeds.Count, settings.Network.Jobs, settings.Reader.Mouse));
        Assert.Empty(settings.Warnings);
    }

    [Theory]
    [InlineData("user = 12345", "line 3, column 1: feed.user must be a text in quotation marks, on one line.")]
    [InlineData("user = \"a:12345\"", "line 3, column 1: feed.user must not have a colon.")]
    [InlineData("password = \"12345\"", "line 3, column 1: feed.password has no feed.user beside it.")]
    [InlineData("user = \"a\"\ntoken = \"12345\"", "line 4, column 1: feed.token stands beside feed.user; a feed takes one of them.")]
    [InlineData("token = \"12345 6\"", "line 3, column 1: feed.token must be a token without blanks.")]
    [InlineData("proxy = \"12345\"",
        "line 3, column 1: feed.proxy must be \"none\" or the address of a proxy, such as \"http://proxy.example:3128\".")]
    [InlineData("user = \"a\"\npassword = 12345x", "line 4, column ")]
    [InlineData("user = \"a\"\npassword = x12345", "line 4, column ")]
    [InlineData("user = \"a\"\npassword = \"12345", "line 4, column ")]
    public void A_fault_names_the_key_and_keeps_the_value_to_itself(string lines, string words)
    {
        var text = $"[[feed]]\nurl = \"https://example.org/\"\n{lines}\n";

        var fault = Assert.Throws<NewsException>(() => SettingsFile.Parse(text, "config.toml"));

        Assert.StartsWith($"config.toml, {words}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[feed]]\nuser = \"a\"", "line 2, column 1: feed.user has no feed.url beside it.")]
    [InlineData(
        "[[feed]]\nurl = \"ftp://example.org/\"", "line 2, column 1: feed.url must be an address that begins with http:// or https://.")]
    [InlineData("[[feed]]\nurl = \"https://example.org*\"", "line 2, column 1: feed.url must have a slash between the host and the *.")]
    [InlineData("feed = [{ url = \"https://example.org/\" }]",
        "line 1, column 1: feed must be written as a table under the heading [[feed]].")]
    public void A_table_that_makes_no_sense_is_an_error_with_its_place(string text, string words)
    {
        var fault = Assert.Throws<NewsException>(() => SettingsFile.Parse(text, "config.toml"));

        Assert.Equal((NewsFault.Unreadable, $"config.toml, {words}"), (fault.Fault, fault.Message));
    }

    [Fact]
    public void What_is_no_setting_of_a_feed_is_a_warning()
    {
        var settings = SettingsFile.Parse("[[feed]]\nurl = \"https://example.org/\"\nname = \"x\"", "config.toml");

        Assert.Equal("feed.name is not a setting; it is left aside.", Assert.Single(settings.Warnings).Message);
    }

    [Fact]
    public void Nothing_prints_what_is_secret()
    {
        var settings = SettingsFile.Parse(
            "[[feed]]\nurl = \"https://example.org/\"\nuser = \"12345\"\npassword = \"12345\"\nproxy = \"http://a:12345@example.org\"",
            "config.toml");

        Assert.DoesNotContain("12345", $"{settings} {settings.Feeds[0]} {settings.Feeds[0].Proxy}", StringComparison.Ordinal);
    }
}
