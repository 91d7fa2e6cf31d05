using System.Diagnostics;
using System.Text;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Articles;

public sealed class ArticleLayoutTests
{
    private const string Rich = """
        <h2>What changed</h2>
        <p>The <b>second basin</b> opened on <i>Monday</i>, says <a href="https://example.org/harbour">the harbour master</a>; run <code>tide --now</code> or read
        <a href="https://example.org/a/very/long/address/that/does/not/fit/into/forty/columns.html">https://example.org/a/very/long/address/that/does/not/fit/into/forty/columns.html</a>.</p>
        <blockquote><p>We waited four months for this morning, and it rained.</p><blockquote>Nobody minded the rain.</blockquote></blockquote>
        <ul><li>Two ferries turn at once, which the old basin never allowed</li><li>Forty more calls<ol start="9"><li>in spring</li><li>in summer, with the night boats</li></ol></li></ul>
        <pre><code class="language-sh">for t in tides; do
          echo "$t"
        done</code></pre>
        <table><tr><th>Basin</th><th>Length</th><th>What it is for</th></tr><tr><td>First</td><td>410</td><td>Fishing boats and the pilots, who share the northern quay</td></tr>
        <tr><td>Second</td><td>1,250</td><td>Ferries</td></tr></table>
        <figure><img src="https://example.org/basin.jpg" alt="A basin"><figcaption>The second basin at dawn. Photo: Ida Holm</figcaption></figure>
        <hr><p>東京の港は今日、新しい岸壁を開きました。「便利になる」と船長は話しています。H<sub>2</sub>O, 10<sup>3</sup> m, <del>late</del> 👩‍🚀.</p>
        <dl><dt>Quay</dt><dd>Where ships lie.</dd></dl>
        """;

    [Theory]
    [InlineData(40, false, "rich-40.txt")]
    [InlineData(80, false, "rich-80.txt")]
    [InlineData(120, false, "rich-120.txt")]
    [InlineData(40, true, "rich-40-ascii.txt")]
    public void A_rich_article_looks_like_its_screen(int width, bool ascii, string screen)
    {
        var options = new LayoutOptions { Ascii = ascii };
        var page = ArticleLayout.Lay(HtmlArticleReader.Read(Rich, null), width, options);
        var lines = page.Lines.Append(TextLine.Empty).Concat(ArticleLayout.LayLinks(page.Links, width, options));

        ScreenFile.Compare(screen, string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void No_line_is_wider_than_the_page_and_no_word_is_lost()
    {
        var random = new Random(1234);
        for (var round = 0; round < 150; round++)
        {
            var (html, words) = RandomHtml(random);
            var width = random.Next(20, 140);
            var page = ArticleLayout.Lay(
                HtmlArticleReader.Read(html, null), width, new LayoutOptions { LinkNumbers = false, Ascii = random.Next(2) == 0 });
            var shown = string.Concat(page.Lines.Select(line => Letters(line.ToString())));

            Assert.All(page.Lines, line => Assert.True(TextWidth.Of(line.ToString()) <= width, $"{width}: {line}"));
            Assert.Equal(words.Sum(word => word.Length), shown.Length);
        }
    }

    [Fact]
    public void Links_carry_their_address_and_index_and_an_address_keeps_its_number()
    {
        var page = ArticleLayout.Lay(
            HtmlArticleReader.Read(
            "<p><a href='http://a.example/'>one</a> <a href='http://b.example/'>two</a> <a href='http://a.example/'>again</a></p>", null),
            60);

        Assert.Equal("one[1] two[2] again[1]", page.Lines[0].ToString());
        Assert.Equal([(1, "http://a.example/", "one"), (2, "http://b.example/", "two")],
            page.Links.Select(link => (link.Number, link.Url, link.Text)));
        var run = page.Lines[0].Runs.Single(run => run.Text == "two");
        Assert.Equal(("http://b.example/", 1, TextStyle.Underline), (run.Link, run.Target, run.Style));
    }

    [Fact]
    public void Lines_know_their_outermost_block()
    {
        var page = ArticleLayout.Lay(
            HtmlArticleReader.Read("<p>one</p><blockquote><p>two</p><p>three</p></blockquote><p>four</p>", null), 60);

        Assert.Equal(["one:0", ":1", "│ two:1", "│:1", "│ three:1", ":2", "four:2"], page.Lines.Select(line => $"{line}:{line.Block}"));
    }

    [Fact]
    public void A_table_that_does_not_fit_is_laid_out_as_records()
    {
        var cells = string.Concat(Enumerable.Range(1, 8).Select(i => $"<td>value{i}</td>"));
        var heads = string.Concat(Enumerable.Range(1, 8).Select(i => $"<th>Header{i}</th>"));

        var page = ArticleLayout.Lay(HtmlArticleReader.Read($"<table><tr>{heads}</tr><tr>{cells}</tr></table>", null), 30);

        Assert.Equal("Header1: value1", page.Lines[0].ToString());
        Assert.Equal(8, page.Lines.Count);
    }

    [Fact]
    public void Dangerous_links_are_text_and_control_characters_go()
    {
        var page = ArticleLayout.Lay(
            HtmlArticleReader.Read("<p><a href='javascript:alert(1)'>click</a> &#27;[31mred\u009b1m &#x202e;abc</p>", null), 60);

        Assert.Empty(page.Links);
        Assert.Equal("click red abc", page.Lines[0].ToString());
    }

    [Theory]
    [InlineData("<p>", "several words, ", 130_000)]
    [InlineData("<p>", "<span>a </span>", 49_000)]
    [InlineData("<pre>", "a<br>", 49_000)]
    public void Long_text_is_read_in_time_that_grows_with_its_length(string open, string repeated, int count)
    {
        var watch = Stopwatch.StartNew();

        var blocks = HtmlArticleReader.Read(open + string.Concat(Enumerable.Repeat(repeated, count)), null);

        Assert.Single(blocks);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");   // Seconds apart from the minutes of a square.
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterUpper));

    private static (string Html, List<string> Words) RandomHtml(Random random)
    {
        List<string> words = [];
        var html = new StringBuilder();
        string[] blocks = ["p", "h3", "blockquote", "ul><li", "ol><li", "pre", "div", "table><tr><td>A</td><td", "dl><dt", "dd"];
        string[] inlines = ["b", "i", "a href='http://x.example/'", "code", "s", "span"];
        words.Add("A");
        html.Append("<p>A</p>");
        for (var i = random.Next(1, 40); i > 0; i--)
        {
            var block = blocks[random.Next(blocks.Length)];
            if (block.Contains("<td>A", StringComparison.Ordinal))
                words.Add("A");
            html.Append('<').Append(block).Append('>');
            for (var n = random.Next(0, 12); n > 0; n--)
            {
                var word = new string((char)('A' + random.Next(26)), random.Next(10) == 0 ? random.Next(20, 90) : random.Next(1, 12));
                var inline = inlines[random.Next(inlines.Length)];
                words.Add(word);
                html.Append('<').Append(inline).Append('>').Append(word).Append("</").Append(inline.Split(' ')[0])
                    .Append(random.Next(3) == 0 ? ">" : "> ");
            }
            if (random.Next(3) > 0)
                html.Append("</").Append(block.Split('>')[0]).Append('>');
        }
        return (html.ToString(), words);
    }
}
