using System.Text;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Articles;

public sealed class LineBreakingTests
{
    [Theory]
    [InlineData("one two,  three", "one |two,  |three")]
    [InlineData("next-generation -5 and - not –", "next-|generation |-5 |and |- |not |–")]
    [InlineData("and/or http://a.example/b/c.html", "and/|or |http://|a.example/|b/|c.html")]
    [InlineData("3.5% of $1,250.00 (see p. 4)", "3.5% |of |$1,250.00 |(see |p. |4)")]
    [InlineData("don't “quote this” now", "don't |“quote |this” |now")]
    [InlineData("no\u00A0break here\u2060there", "no\u00A0break |here\u2060there")]
    [InlineData("Don\u00ADau\u00ADdampf", "Don\u00AD|au\u00AD|dampf")]
    [InlineData("東京の港は、開いた。", "東|京|の|港|は、|開|い|た。")]
    [InlineData("他说“你好”，走了", "他|说|“你|好”，|走|了")]
    [InlineData("「便利」とキャット", "「便|利」|と|キャッ|ト")]
    [InlineData("서울의 항구가 열렸다", "서울의 |항구가 |열렸다")]
    [InlineData("ประเทศไทยและเมืองในโลก", "ประ|เทศ|ไทย|และ|เมือง|ใน|โลก")]
    [InlineData("a 👩‍🚀👍🏽🇩🇰🇸🇪 b", "a |👩‍🚀|👍🏽|🇩🇰|🇸🇪 |b")]
    [InlineData("שלום עולם, مرحبا", "שלום |עולם, |مرحبا")]
    [InlineData("e\u0301te\u0301 ici", "e\u0301te\u0301 |ici")]
    public void Lines_may_be_cut_where_the_standard_lets_them(string text, string expected)
    {
        var shown = new StringBuilder(text);
        foreach (var at in Enumerable.Reverse(LineBreakRules.Breaks(text)))
            shown.Insert(at, '|');

        Assert.Equal(expected, shown.ToString());
    }

    [Fact]
    public void The_lines_of_a_paragraph_are_evenly_long()
    {
        const string text = "aaa bb cc ddddd";   // What fits would leave: "aaa bb", "cc", "ddddd".

        Assert.Equal(["aaa bb", "cc", "ddddd"], LineBreaking.Cut(text, 6).Select(line => text[line]));
        Assert.Equal(["aaa", "bb cc", "ddddd"], LineBreaking.CutEvenly(text, 6).Select(line => text[line]));
    }

    [Fact]
    public void A_soft_hyphen_takes_a_cell_only_where_a_line_is_cut_at_it()
    {
        const string text = "Don\u00ADau dampf\u00ADschiff";

        Assert.All(Enumerable.Range(4, 12), width => Assert.All(LineBreaking.CutEvenly(text, width), line =>
            Assert.True(TextWidth.Of(text[line].Replace("\u00AD", "", StringComparison.Ordinal))
                + (text[line].EndsWith('\u00AD') ? 1 : 0) <= width)));
        Assert.Single(LineBreaking.CutEvenly(text, 17));
    }

    [Fact]
    public void Whatever_the_text_nothing_but_spaces_is_lost_and_no_line_is_too_wide()
    {
        var random = new Random(7);
        string[] parts = ["word", " ", "  ", "-", "/", "東京", "。", "“", "”", "ไทย", "เ", "👩‍🚀", "e\u0301", "שלום", "\u00AD", "\u00A0",
            "\n", "(", ")", "한국", "1,0", "%", "longlonglongword"];
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)]));
            var width = random.Next(2, 30);
            foreach (var lines in new[] { LineBreaking.Cut(text, width), LineBreaking.CutEvenly(text, width) })
            {
                Assert.All(lines, line => Assert.True(TextWidth.Of(text[line]) <= width, $"{width}: '{text[line]}'"));
                Assert.Equal(Bare(text), Bare(string.Concat(lines.Select(line => text[line]))));
            }
        }

        static string Bare(string text) => string.Concat(text.Where(c => c is not (' ' or '\n')));
    }
}
