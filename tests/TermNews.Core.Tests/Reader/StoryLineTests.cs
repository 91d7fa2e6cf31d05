using TermNews.Core.Reader;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class StoryLineTests
{
    private static readonly LineOptions Utf8 = new(A.Noon);

    private static string Lay(Story story, int width, bool ascii = false) =>
        new StoryLine(story, "").Lay(width, Utf8 with { Ascii = ascii }).ToString();

    private static readonly Story Busy = A.Story(
        title: "BMW's next-generation EV", feed: "Motor1", at: A.Noon.AddMinutes(-12), comments: 2, cluster: new ClusterReference(1, 5),
        status: new StoryStatus { IsSaved = true, IsPinned = true });

    [Fact]
    public void A_row_has_marks_age_feed_headline_comments_and_sources() =>
        Assert.Equal("●*! 12m Motor1       BMW's next-generation EV                              ✎2 +4", Lay(Busy, 80));

    [Fact]
    public void A_read_story_without_marks_begins_with_blanks() =>
        Assert.Equal("    0m  A feed       A headline", Lay(A.Story(status: new StoryStatus { IsRead = true }), 80).TrimEnd());

    [Theory]
    [InlineData(7 * 244, "●  244w A feed ")]
    [InlineData(7 * 1200, "● 1200w A feed ")]
    public void An_age_of_years_does_not_touch_the_feed(int days, string beginning) =>
        Assert.StartsWith(beginning, Lay(A.Story(at: A.Noon.AddDays(-days)), 80), StringComparison.Ordinal);

    [Fact]
    public void On_a_narrow_screen_the_feed_steps_back() =>
        Assert.Equal("●*! 12m BMW's next-generation EV   ✎2 +4", Lay(Busy, 40));

    [Fact]
    public void In_ascii_there_is_no_symbol() => Assert.True(System.Text.Ascii.IsValid(Lay(Busy, 40, ascii: true)));

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(23)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void No_row_is_wider_or_narrower_than_asked(int width)
    {
        Story[] stories =
        [
            Busy, A.Story(title: "東京で新しい電車が走り始めた、と都が発表した。" + new string('語', 90), feed: "日本経済新聞オンライン"),
            A.Story(title: string.Concat(Enumerable.Repeat("👨‍👩‍👧 e\u0301", 40)), feed: "👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽"),
            A.Story(title: null, lead: null, link: null),
        ];
        Assert.All(stories, story => Assert.Equal(width, TextWidth.Of(Lay(story, width))));
        Assert.All(stories, story => Assert.Equal(width, TextWidth.Of(Lay(story, width, ascii: true))));
    }

    [Fact]
    public void Unread_is_told_by_weight_too()
    {
        var line = new StoryLine(Busy, "").Lay(80, Utf8);
        Assert.Contains(line.Runs, run => run.Text.StartsWith("BMW", StringComparison.Ordinal) && run.Style.HasFlag(TextStyle.Bold));
    }

    [Fact]
    public void A_numbered_row_has_its_category_below()
    {
        var rows = new StoryLine(A.Story(categories: ["Cars"]), "").LayNumbered(3, 20, Utf8);
        Assert.Equal(["3. A headline", "   Cars"], rows.Select(row => row.ToString()));
    }
}
