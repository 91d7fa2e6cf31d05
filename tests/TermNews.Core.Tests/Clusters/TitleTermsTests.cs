using TermNews.Core.Clusters;

namespace TermNews.Core.Tests.Clusters;

public sealed class TitleTermsTests
{
    [Theory]
    [InlineData("Storm Ella closes 3 ports", "storm ella close 3 port")]
    [InlineData("Ministers' cities, the mayor’s boss: O'Neill", "minister city the mayor boss oneill")]
    [InlineData("'Quoted' — “twice”…", "quoted twice")]
    [InlineData("Čapek, Ångström\u0301 und Größe", "capek angstrom und große")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("हिन्दी समाचार", "हिनदी समाचार")]
    [InlineData("東京で地震 M7", "東京 京て て地 地震 m7")]
    [InlineData("한국 뉴스", "한국 뉴스")]
    [InlineData("\uD800 broken \uDC00 halves", "broken halve")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Terms_are_words_without_case_accents_and_endings_or_pairs_of_characters(string? title, string terms) =>
        Assert.Equal(terms, string.Join(' ', TitleTerms.Of(title)));

    [Fact]
    public void Very_long_titles_are_read_in_part() =>
        Assert.Equal(40, TitleTerms.Of(string.Join(' ', Enumerable.Range(100, 90))).Count);
}
