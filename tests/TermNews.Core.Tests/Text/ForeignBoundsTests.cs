using TermNews.Core.Text;

namespace TermNews.Core.Tests.Text;

public sealed class ForeignBoundsTests
{
    [Theory]
    [InlineData("https://me:secret@example.org/a:b@c", "https://me:***@example.org/a:b@c")]
    [InlineData("https://me:se:cr@et@example.org", "https://me:***@example.org")]
    [InlineData("https://me@example.org/", "https://me@example.org/")]
    [InlineData("https://example.org/?q=a:b@c", "https://example.org/?q=a:b@c")]
    [InlineData("A title: mail a@b", "A title: mail a@b")]
    public void A_password_is_masked_and_nothing_else_is_changed(string address, string shown) =>
        Assert.Equal(shown, ShownAddress.Of(address));

    [Theory]
    [InlineData("""{"\ud800":1}""", """{"":1}""")]
    [InlineData("""["\\ud800","\ud83d\ude00","\udc00x","\ud800\ud83d\ude00"]""", """["\\ud800","\ud83d\ude00","x","\ud83d\ude00"]""")]
    [InlineData("""["a\n"]""", """["a\n"]""")]
    public void Escapes_of_half_a_pair_are_left_out_of_JSON(string json, string whole) =>
        Assert.Equal(whole, JsonEscapes.WithoutLoneSurrogates(json));

    [Fact]
    public void A_title_has_at_most_1000_clusters_of_at_most_32_code_points()
    {
        var title = BoundedText.Line(new string('x', 2_000_000));
        var marks = BoundedText.Line("e" + new string('\u0301', 1_000) + "nd");
        var emoji = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 900));

        Assert.Equal((1_001, '…'), (title.Length, title[^1]));
        Assert.Equal("e" + new string('\u0301', 31) + "nd", marks);
        Assert.Equal(emoji, BoundedText.Line(emoji));
        Assert.Equal(32 + 1, BoundedText.Body("e" + new string('\u0301', 1_000) + "\n").EnumerateRunes().Count());
    }
}
