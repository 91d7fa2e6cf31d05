using TermNews.Core.Reader.OnStories;

namespace TermNews.Core.Tests.Reader;

public sealed class MuteSuggestionTests
{
    [Theory]
    [InlineData("Ministers meet as Trade talks resume in Brussels", "Brussels")]
    [InlineData("Trump's visit begins", "begins")]
    [InlineData("New scheduler for old machines", "scheduler")]
    [InlineData("Ein Tag mit Übungs-Leiter Kohl", "Übungs-Leiter")]
    [InlineData("It is", "It is")]
    [InlineData("地震", "地震")]
    public void The_word_that_is_suggested_is_the_longest_name(string headline, string word) =>
        Assert.Equal(word, MuteSuggestion.Of(A.Story(title: headline)));
}
