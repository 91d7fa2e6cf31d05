using TermNews.Core.Articles.Layout;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Articles;

public sealed class TextWrapTests
{
    [Fact]
    public void Lines_are_cut_after_spaces_and_the_spaces_go() =>
        Assert.Equal(["the quick", "brown fox", "jumps"], TextWrap.Wrap("the quick  brown fox jumps", 10));

    [Fact]
    public void A_word_longer_than_a_line_is_cut_where_the_line_ends() =>
        Assert.Equal(["see Donau", "dampfschif", "fahrt now"], TextWrap.Wrap("see Donau dampfschiffahrt now", 10));

    [Fact]
    public void A_line_feed_always_ends_a_line() =>
        Assert.Equal(["one", "", "two three"], TextWrap.Wrap("one\n\ntwo three", 20));

    [Fact]
    public void A_hyphen_between_words_may_end_a_line() =>
        Assert.Equal(["a well-", "known -5"], TextWrap.Wrap("a well-known -5", 9));

    [Fact]
    public void Chinese_is_cut_between_characters_but_never_before_a_full_stop() =>
        Assert.Equal(["今日は", "天気。"], TextWrap.Wrap("今日は天気。", 7));

    [Fact]
    public void Closing_punctuation_takes_its_character_with_it() =>
        Assert.Equal(["一二三", "四。五"], TextWrap.Wrap("一二三四。五", 8));

    [Fact]
    public void Emoji_sequences_and_combining_marks_stay_whole()
    {
        var lines = TextWrap.Wrap(string.Concat(Enumerable.Repeat("👨‍👩‍👧e\u0301", 20)), 10);

        Assert.All(lines, line => Assert.True(TextWidth.Of(line) <= 10, line));
        Assert.All(lines, line => Assert.False(line[0] is '\u200D' or '\u0301'));
    }

    [Fact]
    public void An_empty_text_is_one_empty_line() => Assert.Equal([""], TextWrap.Wrap("", 10));
}
