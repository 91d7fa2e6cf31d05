using TermNews.Core.Configuration;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Configuration;

public sealed class MuteSettingsTests
{
    private static IReadOnlyList<Mute> Read(string text) => SettingsFile.Parse(text, "config.toml").Mutes;

    [Fact]
    public void Texts_mute_for_ever_and_tables_until_a_date()
    {
        var mutes = Read(
            """
            [mute]
            words = ["crypto", { word = "election", until = 2026-12-01 }, { word = "cup final", until = 2026-07-19T22:00:00+02:00 }]
            authors = [{ author = "Jane Doe" }]
            feeds = ["Gossip Daily", { feed = "https://example.org/feed", until = 2026-05-01T08:00:00 }]
            categories = ["Sport"]
            """);

        Assert.Equal(
        [
            new Mute(MuteKind.Word, "crypto") { IsConfigured = true },
            new Mute(MuteKind.Word, "election") { IsConfigured = true, Until = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero) },
            new Mute(MuteKind.Word, "cup final") { IsConfigured = true, Until = new DateTimeOffset(2026, 7, 19, 20, 0, 0, TimeSpan.Zero) },
            new Mute(MuteKind.Author, "Jane Doe") { IsConfigured = true },
            new Mute(MuteKind.Feed, "Gossip Daily") { IsConfigured = true },
            new Mute(MuteKind.Feed, "https://example.org/feed")
            { IsConfigured = true, Until = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero) },
            new Mute(MuteKind.Category, "Sport") { IsConfigured = true },
        ], mutes);
    }

    [Fact]
    public void Nothing_is_muted_where_nothing_is_said() => Assert.Empty(Read(""));

    [Theory]
    [InlineData(
        "words = \"crypto\"", "line 2, column 1: mute.words must be a list, such as [\"one\", { word = \"two\", until = 2026-12-01 }].")]
    [InlineData("words = [\"ok\", 5]", "line 2, column 16: mute.words takes texts that are not empty and tables")]
    [InlineData("authors = [\" \"]", "line 2, column 12: mute.authors takes texts that are not empty")]
    [InlineData("words = [{ until = 2026-12-01 }]", "line 2, column 10: an entry of mute.words needs word")]
    [InlineData("feeds = [{ word = \"x\" }]", "line 2, column 10: an entry of mute.feeds has feed and until, and no word")]
    [InlineData("words = [{ word = \"x\", until = \"2026-12-01\" }]", "line 2, column 32: until in mute.words must be a date")]
    [InlineData("words = [{ word = \"x\", until = 08:00:00 }]", "line 2, column 32: until in mute.words must be a date")]
    public void What_is_wrong_is_said_with_its_place(string line, string sentence)
    {
        var fault = Assert.Throws<NewsException>(() => Read($"[mute]\n{line}"));

        Assert.Equal(NewsFault.Unreadable, fault.Fault);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_is_left_aside_with_a_warning() =>
        Assert.Contains("mute.word is not a setting", Assert.Single(SettingsFile.Parse("[mute]\nword = [\"x\"]", "c").Warnings).Message,
            StringComparison.Ordinal);
}
