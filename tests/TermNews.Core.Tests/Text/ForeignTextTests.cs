using TermNews.Core.Text;

namespace TermNews.Core.Tests.Text;

public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  two \t\n words  ", "two words")]
    [InlineData("red\e[31m text", "red text")]
    [InlineData("title\e]0;owned\aafter", "titleafter")]
    [InlineData("link\e]8;;http://x\e\\after", "linkafter")]
    [InlineData("c1\u009b31mtext", "c1text")]
    [InlineData("an escape at the end\e", "an escape at the end")]
    [InlineData("never ends \e]0;text", "never ends 0;text")]
    [InlineData("bell\abackspace\bdelete\u007f", "bellbackspacedelete")]
    [InlineData("abc\u202Edef\u2066ghi\u2069", "abcdefghi")]
    [InlineData("tag\U000E0041s", "tags")]
    [InlineData("family 👩\u200D👩\u200D👧 stays", "family 👩\u200D👩\u200D👧 stays")]
    [InlineData("soft\u00ADhyphen\u200E", "soft\u00ADhyphen\u200E")]
    public void A_line_keeps_its_words_and_loses_what_could_harm_a_terminal(string foreign, string clean) =>
        Assert.Equal(clean, ForeignText.CleanLine(foreign));

    [Fact]
    public void An_unpaired_surrogate_goes() => Assert.Equal("ab", ForeignText.CleanLine("a\uD83Db"));

    [Fact]
    public void Text_without_suspects_is_the_same_object()
    {
        const string text = "Nothing to see";
        Assert.Same(text, ForeignText.CleanLine(text));
    }

    [Fact]
    public void Lines_keep_line_feeds_and_tabs() => Assert.Equal("a\n\tb\nc", ForeignText.CleanLines("a\r\n\tb\rc\0"));
}
