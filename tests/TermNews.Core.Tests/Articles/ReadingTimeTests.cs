using TermNews.Core.Articles;

namespace TermNews.Core.Tests.Articles;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData("en", 10)]
    [InlineData(null, 10)]
    [InlineData("fi", 14)]
    [InlineData("de-AT", 13)]
    [InlineData("xx", 12)]
    public void Each_language_has_its_pace(string? language, int minutes) =>
        Assert.Equal(minutes, ReadingTime.Minutes(string.Join(' ', Enumerable.Repeat("word", 2280)), language));

    [Theory]
    [InlineData("ja", 10)]
    [InlineData("zh", 14)]
    [InlineData(null, 12)]
    public void Characters_that_stand_for_words_are_counted_one_by_one(string? language, int minutes) =>
        Assert.Equal(minutes, ReadingTime.Minutes(string.Concat(Enumerable.Repeat("読", 3570)), language));

    [Fact]
    public void Thai_has_no_blanks_and_is_no_single_word() =>
        Assert.Equal(5, ReadingTime.Minutes(string.Concat(Enumerable.Repeat("กขคงจ", 925)), "th"));

    [Fact]
    public void Nothing_takes_a_minute_and_marks_are_no_words()
    {
        Assert.Equal(1, ReadingTime.Minutes("", "en"));
        Assert.Equal(1, ReadingTime.Minutes(string.Concat(Enumerable.Repeat("— … ! ", 5000)), "en"));
    }
}
