using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Stories;

public sealed class MuteTests
{
    private static readonly MuteSubject Subject = MuteSubject.Of(A.Story(
        title: "Election night in E\u0301lan", lead: "Counting began at dawn.", author: "Jane Doe, Ann Ray", feed: "BBC World",
        categories: ["Politics", "UK"]));

    [Theory]
    [InlineData(MuteKind.Word, "election")]
    [InlineData(MuteKind.Word, "ELECTION NIGHT")]
    [InlineData(MuteKind.Word, "dawn")]
    [InlineData(MuteKind.Word, "e\u0301lan")]
    [InlineData(MuteKind.Word, "\u00C9lan")]
    [InlineData(MuteKind.Author, "jane doe")]
    [InlineData(MuteKind.Author, "Ray")]
    [InlineData(MuteKind.Feed, "bbc world")]
    [InlineData(MuteKind.Feed, "https://example.org/feed/1")]
    [InlineData(MuteKind.Category, "politics ")]
    public void A_story_is_covered_by_what_it_has(MuteKind kind, string text) => Assert.True(new Mute(kind, text).Covers(Subject));

    [Theory]
    [InlineData(MuteKind.Word, "elect")]
    [InlineData(MuteKind.Word, "politics")]
    [InlineData(MuteKind.Author, "Jan")]
    [InlineData(MuteKind.Author, "election")]
    [InlineData(MuteKind.Feed, "BBC")]
    [InlineData(MuteKind.Category, "Pol")]
    public void A_story_is_not_covered_by_parts_or_by_another_kind(MuteKind kind, string text) =>
        Assert.False(new Mute(kind, text).Covers(Subject));

    [Fact]
    public void A_chosen_feed_is_told_by_its_id_and_not_by_its_name()
    {
        Assert.True(new Mute(MuteKind.Feed, "An old title") { FeedId = 1 }.Covers(Subject));
        Assert.False(new Mute(MuteKind.Feed, "BBC World") { FeedId = 2 }.Covers(Subject));
    }

    [Fact]
    public void A_mute_ends_when_its_time_has_come()
    {
        var day = new Mute(MuteKind.Word, "x") { Until = A.Noon };

        Assert.True(day.IsActive(A.Noon.AddSeconds(-1)));
        Assert.False(day.IsActive(A.Noon));
        Assert.True(new Mute(MuteKind.Word, "x").IsActive(A.Noon.AddYears(500)));
    }

    [Fact]
    public void Of_several_mutes_the_one_that_ends_last_counts()
    {
        var (day, month) = (
            new Mute(MuteKind.Word, "dawn") { Until = A.Noon.AddDays(1) }, new Mute(MuteKind.Author, "Doe") { Until = A.Noon.AddDays(30) });

        Assert.Equal(A.Noon.AddDays(30), new MuteRules([day, month]).UntilOf(Subject));
        Assert.Equal([month, day], new MuteRules([day, month]).Of(Subject));
        Assert.Equal(DateTimeOffset.MaxValue, new MuteRules([day, month, new Mute(MuteKind.Category, "UK")]).UntilOf(Subject));
        Assert.Null(new MuteRules([new Mute(MuteKind.Word, "elsewhere")]).UntilOf(Subject));
        Assert.Null(MuteRules.None.UntilOf(Subject));
    }
}
