using TermNews.Core.Text;

namespace TermNews.Core.Tests.Text;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("뉴스", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩\u200D👩\u200D👧", 2)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("สวัสดี", 4)]
    [InlineData("🇰🇷", 2)]
    public void Graphemes_take_the_cells_a_terminal_gives_them(string text, int cells) =>
        Assert.Equal(cells, TextWidth.Of(text));

    [Theory]
    [InlineData("headline", 8, "headline")]
    [InlineData("headline", 5, "head…")]
    [InlineData("뉴스뉴스", 4, "뉴…")]
    [InlineData("ab", 0, "")]
    public void Cutting_never_splits_a_grapheme_or_passes_the_width(string text, int cells, string fitted) =>
        Assert.Equal(fitted, TextWidth.Fit(text, cells));

    [Fact]
    public void Padding_fills_to_the_width_in_cells() => Assert.Equal("뉴… ", TextWidth.Pad("뉴스뉴스", 4));
}
