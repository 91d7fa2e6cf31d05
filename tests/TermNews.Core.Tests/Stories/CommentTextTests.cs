using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.Stories;

public sealed class CommentTextTests
{
    [Fact]
    public void Three_hundred_characters_fit() =>
        Assert.Equal(300, CommentText.LengthOf(CommentText.Create(new string('x', 300)).Value));

    [Fact]
    public void One_more_is_refused_with_the_count()
    {
        var error = Assert.Throws<NewsException>(() => CommentText.Create(new string('x', 301)));
        Assert.Equal("The comment has 301 characters; 300 is the most. Shorten it by 1.", error.Message);
    }

    [Fact]
    public void A_character_is_a_grapheme_cluster()
    {
        var families = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 200));
        Assert.Equal(200, CommentText.LengthOf(CommentText.Create(families).Value));
    }

    [Fact]
    public void Three_hundred_families_with_skin_tones_fit() =>
        Assert.Equal(300, CommentText.LengthOf(
            CommentText.Create(string.Concat(Enumerable.Repeat("👨🏽‍👩🏽‍👧🏽‍👦🏽", 300))).Value));

    [Fact]
    public void A_character_has_at_most_32_code_points()
    {
        Assert.Equal(32, CommentText.LongestCluster(CommentText.Create("q" + new string('\u0323', 31)).Value));
        Assert.Equal("A character of the comment has 33 code points; 32 is the most. Use fewer combining marks.",
            Assert.Throws<NewsException>(() => CommentText.Create("q" + new string('\u0323', 32))).Message);
    }

    [Fact]
    public void A_pasted_byte_order_mark_is_dropped() => Assert.Equal("one two", CommentText.Create("\uFEFFone \uFEFFtwo").Value);

    [Theory]
    [InlineData("config", "user", "log", "config")]
    [InlineData(" ", "user", "log", "user")]
    [InlineData(null, "", "log", "log")]
    public void The_author_is_the_configured_name_or_the_user(string? configured, string user, string login, string expected) =>
        Assert.Equal(expected, CommentAuthor.NameOf(configured, name => name == "USER" ? user : login));

    [Fact]
    public void Text_is_kept_in_nfc() => Assert.Equal("Z\u00fcrich", CommentText.Create("Zu\u0308rich").Value);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("\e[31m")]
    public void Nothing_is_no_comment(string written) =>
        Assert.Throws<NewsException>(() => CommentText.Create(written));

    [Fact]
    public void Lines_stay_lines() => Assert.Equal("one\ntwo", CommentText.Create(" one\r\ntwo\n").Value);
}
