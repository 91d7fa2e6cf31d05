using TermNews.Core.Text;

namespace TermNews.Core.Tests.Text;

/// <summary>From the examples of UAX #15 and of the Unicode Standard, chapter 3.12.</summary>
public class UnicodeFormsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Zu\u0308rich", "Z\u00FCrich")]
    [InlineData("\u212B\u2126", "\u00C5\u03A9")]
    [InlineData("\u0071\u0307\u0323", "\u0071\u0323\u0307")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uFA0E\uF900", "\uFA0E\u8C48")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469")]
    [InlineData("a\uD800b\u0301", "a\uD800b\u0301")]
    public void Texts_are_composed(string text, string composed) => Assert.Equal(composed, UnicodeForms.Nfc(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u1E69", "s\u0323\u0307")]
    [InlineData("\uD55C", "\u1112\u1161\u11AB")]
    [InlineData("\u00E9t\u00E9", "e\u0301te\u0301")]
    [InlineData("\uFB01", "\uFB01")]
    public void Texts_are_decomposed(string text, string decomposed) => Assert.Equal(decomposed, UnicodeForms.Nfd(text));
}
