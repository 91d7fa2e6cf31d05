using TermNews.Tui.Terminal;

namespace TermNews.Tui.Tests.Terminal;

public sealed class StrayJoinersTests
{
    [Theory]
    [InlineData("\u0D9A\u0DCA\u200D", "\u0D9A\u0DCA")]
    [InlineData("\u0915\u094D\u200D\u0937", "\u0915\u094D\u0937")]
    [InlineData("a\u200D", "a")]
    [InlineData("\u200D", " ")]
    [InlineData("\U0001F469\u200D", "\U0001F469")]
    [InlineData("\U0001F469\u200D\U0001F469\u200D\U0001F467", "\U0001F469\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\U0001F9D1\U0001F3FD\u200D\U0001F52C", "\U0001F9D1\U0001F3FD\u200D\U0001F52C")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525", "\u2764\uFE0F\u200D\U0001F525")]
    [InlineData("\U0001F468\u200D\u2695\uFE0F", "\U0001F468\u200D\u2695\uFE0F")]
    public void Joiners_are_kept_between_emoji_only(string grapheme, string sent) => Assert.Equal(sent, StrayJoiners.Drop(grapheme));
}
