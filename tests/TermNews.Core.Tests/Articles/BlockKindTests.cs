using TermNews.Core.Articles;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Articles;

public sealed class BlockKindTests
{
    private static ArticlePage Lay(string html, int width = 40, string? page = null) =>
        ArticleLayout.Lay(HtmlArticleReader.Read(html, page is null ? null : new Uri(page)), width);

    private static IEnumerable<string> Lines(string html, int width = 40) => Lay(html, width).Lines.Select(line => line.ToString());

    [Theory]
    [InlineData("<ol type='a' start='26'><li>one</li><li>two</li></ol>", " z. one", "aa. two")]
    [InlineData("<ol type='I' start='3'><li>one</li><li>two</li></ol>", "III. one", " IV. two")]
    [InlineData("<ol start='9'><li>one</li><li>two</li></ol>", " 9. one", "10. two")]
    [InlineData("<details><summary>More</summary><p>Hidden</p></details>", "▾ More", "  Hidden")]
    [InlineData("<dl><dt>Quay</dt><dd>Where ships lie.</dd></dl>", "Quay", "    Where ships lie.")]
    public void Lists_and_lids_have_their_form(string html, params string[] expected) => Assert.Equal(expected, Lines(html));

    [Theory]
    [InlineData("Press <kbd>Ctrl</kbd>+<kbd>C</kbd>", "Press Ctrl+C")]
    [InlineData("<abbr title='Port of Call'>PoC</abbr> and <abbr title='Port of Call'>PoC</abbr>", "PoC (Port of Call) and PoC")]
    [InlineData("10<sup>-3</sup> H<sub>2</sub>O x<sup>ab</sup>", "10⁻³ H₂O x^ab")]
    [InlineData("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>", "(a+b)/2")]
    [InlineData("<math><msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt></math>", "√(x^2)")]
    [InlineData("<iframe src='https://www.youtube.com/embed/x' title='A film'></iframe>", "[video] A film[1]")]
    [InlineData("<blockquote class='twitter-tweet'><p>It rains</p><a href='https://twitter.com/a/status/1?ref_src=x'>May 1</a></blockquote>", "[post] It rains May 1[1]")]
    public void Kinds_of_inlines_and_embeds_have_their_form(string html, string expected) => Assert.Equal(expected, string.Join('|', Lines(html)));

    [Fact]
    public void Footnotes_lead_to_their_place_and_back_and_have_no_number()
    {
        var page = Lay("<p>Said<sup><a id='r1' href='#n1'>1</a></sup> <a href='https://a.example/'>there</a>.</p><p>Two</p><ol><li id='n1'>Note <a href='https://b.example/p#r1'>↩</a></li></ol>",
            page: "https://b.example/p");

        Assert.Equal("Said¹ there[1].", page.Lines[0].ToString());
        Assert.Equal(["#n1:0", "https://a.example/:1", "#r1:0"], page.Links.Select(link => $"{link.Url}:{link.Number}"));
        Assert.Equal((4, 0), (page.Anchors["n1"], page.Anchors["r1"]));
        Assert.Equal(["[1] https://a.example/"], ArticleLayout.LayLinks(page.Links, 40).Select(line => line.ToString()));
    }

    [Fact]
    public void Paragraphs_that_run_from_right_to_left_stand_at_the_right()
    {
        var lines = Lines("<p>שלום עולם</p><p>Hello</p><blockquote><p>مرحبا</p></blockquote>", 20).ToList();

        Assert.Equal(["           שלום עולם", "", "Hello", "", "│              مرحبا"], lines);
    }

    [Fact]
    public void Code_is_coloured_where_its_language_is_known()
    {
        var known = Lay("<pre><code class='language-python'># say it\nreturn \"hello\"</code></pre>").Lines;
        var unknown = Lay("<pre>return 1</pre>").Lines;

        Assert.Equal(["  # say it", "  return \"hello\""], known.Select(line => line.ToString()));
        Assert.Equal(TextStyle.Dim | TextStyle.Italic, known[0].Runs[^1].Style);
        Assert.Contains(known[1].Runs, run => run is { Text: "return", Style: TextStyle.Bold });
        Assert.Contains(known[1].Runs, run => run is { Text: "\"hello\"", Style: TextStyle.Code });
        Assert.Equal(TextStyle.Code, unknown[0].Runs[^1].Style);
    }

    [Theory]
    [InlineData("https://a.example/?utm_source=x&id=3&fbclid=y#top", "https://a.example/?id=3#top")]
    [InlineData("https://a.example/x?utm_medium=rss", "https://a.example/x")]
    [InlineData("https://a.example/x?q=utm_medium&&b", "https://a.example/x?q=utm_medium&&b")]
    public void Links_lose_what_only_follows_readers(string url, string expected)
    {
        Assert.Equal(expected, TrackerFree.Of(url));
        Assert.Equal(expected, Lay($"<p><a href='{url}'>x</a></p>").Links[0].Url);
    }

    [Fact]
    public void What_is_kept_as_html_is_read_as_the_same_page()
    {
        const string html = "<h2>Head</h2><p>A<sup><a href='#n'>1</a></sup> <kbd>x</kbd> <abbr title='Long'>L</abbr></p><details><summary>S</summary><p>d</p></details>"
            + "<ol type='i' start='2'><li id='n'>note</li></ol><iframe src='https://www.youtube.com/embed/x' title='T'></iframe>"
            + "<figure><img src='https://a.example/i.jpg' alt='alt'><figcaption>Cap</figcaption></figure><pre><code class='language-c'>int a;</code></pre><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>";
        var blocks = HtmlArticleReader.Read(html, null);

        var again = HtmlArticleReader.Read(ArticleRenderer.ToKeptHtml(blocks), null);

        Assert.Equal(ArticleLayout.Lay(blocks, 60).Lines.Select(line => line.ToString()), ArticleLayout.Lay(again, 60).Lines.Select(line => line.ToString()));
        Assert.Equal(ArticleLayout.Lay(blocks, 60).Anchors, ArticleLayout.Lay(again, 60).Anchors);
    }
}
