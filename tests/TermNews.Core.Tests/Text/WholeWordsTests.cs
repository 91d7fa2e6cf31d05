using TermNews.Core.Text;

namespace TermNews.Core.Tests.Text;

public sealed class WholeWordsTests
{
    [Theory]
    [InlineData("The ART of war", "art")]
    [InlineData("Modern art", "art")]
    [InlineData("No start, but art.", "art")]
    [InlineData("Art-house films", "art")]
    [InlineData("The climate change debate", "climate change")]
    [InlineData("Die Übung beginnt", "übung")]
    [InlineData("東京で地震", "地震")]
    [InlineData("การเลือกตั้งใหม่", "เลือกตั้ง")]
    public void A_word_is_found_whole_in_any_case(string text, string word) => Assert.True(WholeWords.Has(text, word));

    [Theory]
    [InlineData("A new start", "art")]
    [InlineData("Articles", "art")]
    [InlineData("", "art")]
    [InlineData(null, "art")]
    [InlineData("Anything", "")]
    public void Parts_of_words_and_nothing_are_not_found(string? text, string word) => Assert.False(WholeWords.Has(text, word));
}
