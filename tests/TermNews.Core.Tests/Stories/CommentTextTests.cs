using TermNews.Core.Stories;

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
    public void Marks_without_end_are_refused_by_their_bytes() =>
        Assert.Contains("4096 is the most", Assert.Throws<NewsException>(
            () => CommentText.Create("a" + new string('\u0323', 3000))).Message, StringComparison.Ordinal);

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
