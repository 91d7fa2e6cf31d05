using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;
using TermNews.Core.Html;
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
    [InlineData("<ol reversed><li>one</li><li>two</li></ol>", "2. one", "1. two")]
    [InlineData("<ol start='7' type='a'><li>one</li><li value='3'>two</li><li>three</li></ol>", "g. one", "c. two", "d. three")]
    [InlineData("<details><summary>More</summary><p>Hidden</p></details>", "▾ More", "  Hidden")]
    [InlineData("<dl><dt>Quay</dt><dd>Where ships lie.</dd></dl>", "Quay", "    Where ships lie.")]
    public void Lists_and_lids_have_their_form(string html, params string[] expected) => Assert.Equal(expected, Lines(html));

    [Theory]
    [InlineData("Press <kbd>Ctrl</kbd>+<kbd>C</kbd>", "Press Ctrl+C")]
    [InlineData("<abbr title='Port of Call'>PoC</abbr> and <abbr title='Port of Call'>PoC</abbr>", "PoC (Port of Call) and PoC")]
    [InlineData("10<sup>-3</sup> H<sub>2</sub>O x<sup>ab</sup>", "10⁻³ H₂O x^ab")]
    [InlineData("x<sup>n+1</sup> a<sub>i,j</sub> so<sup>*</sup>", "x^(n+1) a_(i,j) so^*")]
    [InlineData("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>", "(a+b)/2")]
    [InlineData("<math><msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt></math>", "√(x^2)")]
    [InlineData("<iframe src='https://www.youtube.com/embed/x' title='A film'></iframe>", "[video] A film[1]")]
    [InlineData(
        "<blockquote class='twitter-tweet'><p>It rains</p><a href='https://twitter.com/a/status/1?ref_src=x'>May 1</a></blockquote>",
        "[post] It rains May 1[1]")]
    public void Kinds_of_inlines_and_embeds_have_their_form(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', Lines(html)));

    [Fact]
    public void Footnotes_lead_to_their_place_and_back_and_have_no_number()
    {
        var page = Lay(
            "<p>Said<sup><a id='r1' href='#n1'>[1]</a></sup> <a href='https://a.example/'>there</a>.</p><p>Two</p><ol><li id='n1'>Note <a "
            + "href='https://b.example/p#r1'>↩</a></li></ol>",
            page: "https://b.example/p");

        Assert.Equal("Said¹ there[1].", page.Lines[0].ToString());
        Assert.Equal(["#n1:0", "https://a.example/:1", "#r1:0"], page.Links.Select(link => $"{link.Url}:{link.Number}"));
        Assert.Equal((4, 0), (page.Anchors["n1"], page.Anchors["r1"]));
        Assert.Equal(["[1] https://a.example/"], ArticleLayout.LayLinks(page.Links, 40).Select(line => line.ToString()));
    }

    [Theory]
    [InlineData("https://b.example/p?utm_source=rss", "http://b.example/p/#n1", "https://b.example/p#r1")]
    [InlineData("https://a.example/what-it-is-about", "https://b.example/p#n1", "https://b.example/p#r1")]
    public void Footnotes_are_found_by_another_address_of_the_page(string page, string there, string back)
    {
        var html = $"<p>Said<sup id='r1'><a href='{there}'>1</a></sup>, <a href='https://c.example/#n1'>not</a></p><ol><li id='n1'>Note <a "
            + $"href='{back}'>↩</a></li></ol>";

        var links = Lay(html, page: page).Links;

        Assert.Equal(["#n1", "https://c.example/#n1", "#r1"], links.Select(link => link.Url));
    }

    [Theory]
    [InlineData("<iframe src='https://www.youtube.com/embed/x1?feature=oembed' title='A talk'></iframe>", "[video] A talk[1]",
        "https://www.youtube.com/watch?v=x1")]
    [InlineData("<iframe src='https://www.youtube.com/embed/videoseries?list=L'></iframe>",
        "[video] https://www.youtube.com/embed/videoseries?list=L[1]",
        "https://www.youtube.com/embed/videoseries?list=L")]
    [InlineData("<audio controls><source src='/s.ogg'>No player.</audio>", "[audio] https://b.example/s.ogg[1]", "https://b.example/s.ogg")]
    [InlineData("<video title='Waves' src='https://c.example/v?id=1'></video>", "[video] Waves[1]", "https://c.example/v?id=1")]
    [InlineData(
        "<iframe src='https://open.spotify.com/embed/x' title='Song'></iframe>", "[audio] Song[1]", "https://open.spotify.com/embed/x")]
    [InlineData("<iframe src='https://c.example/map'></iframe>", "[embedded] https://c.example/map[1]", "https://c.example/map")]
    [InlineData(
        "<blockquote class='twitter-tweet'><p>It rains</p>&mdash; Ann (@ann) <a href='https://twitter.com/ann/status/1'>May "
        + "1</a></blockquote>",
        "[post] It rains — Ann (@ann) May 1[1]", "https://twitter.com/ann/status/1")]
    [InlineData("<blockquote cite='https://www.tiktok.com/@a/video/1'><a href='https://www.tiktok.com/@a'>@a</a> Names</blockquote>",
        "[post] @a Names[1]", "https://www.tiktok.com/@a/video/1")]
    [InlineData("<blockquote>It rains, says <a href='https://twitter.com/ann'>Ann</a></blockquote>", "│ It rains, says Ann[1]",
        "https://twitter.com/ann")]
    [InlineData("<p>From <a href='https://c.example/x'>[c.example]</a></p>", "From [c.example][1]", "https://c.example/x")]
    public void What_feeds_embed_is_a_line_with_its_link(string html, string line, string url)
    {
        var page = ArticleLayout.Lay(HtmlArticleReader.Read(SafeHtml.Clean(html, new("https://b.example/feed.xml"))!, null), 80);

        Assert.Equal([line], page.Lines.Select(shown => shown.ToString()));
        Assert.Equal(url, page.Links.Single(link => link.Number == page.Links.Count).Url);
    }

    [Fact]
    public void What_is_embedded_in_a_cell_is_a_link_there() =>
        Assert.Contains("a │ Waves[1]", Lines(
            SafeHtml.Clean("<table><tr><th>1<th>2<tr><td>a<td><video src='https://c.example/v' title='Waves'></video></table>", null)!));

    [Theory]
    [MemberData(nameof(FootnotesOfFeeds))]
    public void Footnotes_of_feeds_are_jumped_to_and_back(string html, string note, string reference)
    {
        var page = ArticleLayout.Lay(
            HtmlArticleReader.Read(SafeHtml.Clean(html, new("https://b.example/feed.xml"))!, new("https://b.example/p")), 60);

        Assert.Contains("Note", page.Lines[page.Anchors[note]].ToString(), StringComparison.Ordinal);
        Assert.Contains("Said", page.Lines[page.Anchors[reference]].ToString(), StringComparison.Ordinal);
        Assert.Equal(["#" + note, "#" + reference], page.Links.Select(link => link.Url));
    }

    /// <summary>
    /// As kramdown, WordPress, Substack and Daring Fireball write them; the names of the places that lines are reached by.
    /// </summary>
    public static TheoryData<string, string, string> FootnotesOfFeeds => new()
    {
        {
            "<p>Said<sup id=\"fnref:1\" role=\"doc-noteref\"><a href=\"#fn:1\" class=\"footnote\" rel=\"footnote\">1</a></sup></p><div "
                + "class=\"footnotes\"><ol>"
            + "<li id=\"fn:1\"><p>Note <a href=\"#fnref:1\" class=\"reversefootnote\">&#8617;</a></p></li></ol></div>", "fn:1", "fnref:1"
        },
        {
            "<p>Said<sup data-fn=\"7d3f-a\" class=\"fn\"><a href=\"#7d3f-a\" id=\"7d3f-a-link\">1</a></sup></p><ol "
                + "class=\"wp-block-footnotes\">"
            + "<li id=\"7d3f-a\">Note <a href=\"#7d3f-a-link\">↩︎</a></li></ol>", "7d3f-a", "7d3f-a-link"
        },
        {
            "<p>Said<a class=\"footnote-anchor\" id=\"footnote-anchor-1-9\" href=\"#footnote-1-9\" target=\"_self\">1</a></p><div "
                + "class=\"footnote\">"
            + "<a id=\"footnote-1-9\" href=\"#footnote-anchor-1-9\" class=\"footnote-number\">1</a><div "
            + "class=\"footnote-content\"><p>Note</p></div></div>",
            "footnote-1-9", "footnote-anchor-1-9"
        },
        {
            "<p>Said<sup id=\"fnr1-2024-11-18\"><a href=\"https://b.example/p#fn1-2024-11-18\">1</a></sup></p><div class=\"footnotes\"><ol>"
            + "<li id=\"fn1-2024-11-18\">Note <a href=\"https://b.example/p#fnr1-2024-11-18\">↩</a></li></ol></div>", "fn1-2024-11-18",
            "fnr1-2024-11-18"
        },
    };

    [Fact]
    public void Paragraphs_that_run_from_right_to_left_stand_at_the_right()
    {
        var lines = Lines("<p>שלום עולם</p><p>Hello</p><blockquote><p>مرحبا</p></blockquote>", 20).ToList();

        Assert.Equal(["           שלום עולם", "", "Hello", "", "             مرحبا │"], lines);
    }

    [Fact]
    public void What_stands_before_lines_stands_behind_them_where_they_run_from_right_to_left()
    {
        var lines = Lines("<ol><li>אחת</li><li>שתים</li></ol><blockquote><p>שלום</p><p>עולם</p><p>Hello</p></blockquote>", 20).ToList();

        Assert.Equal(["              אחת .1", "             שתים .2", "", "              שלום │", "                   │",
            "              עולם │", "                   │", "│ Hello"], lines);
    }

    [Theory]
    [InlineData("Linux היא מערכת", true, true)]
    [InlineData("Linux היא מערכת", false, false)]
    [InlineData("Linux is one, היא", true, false)]
    [InlineData("2026", true, true)]
    [InlineData("(1) שלום", false, true)]
    public void The_first_letter_tells_the_direction_and_most_letters_where_all_runs_from_right_to_left(
        string text, bool isInside, bool isToTheRight)
    {
        var document = new ArticleDocument { IsRightToLeft = isInside, Blocks = HtmlArticleReader.Read($"<p>{text}</p>", null) };

        var runs = ArticleLayout.Lay(document, 30).Lines[0].Runs;

        Assert.Equal(isToTheRight, runs[^1].IsRightToLeft);
        Assert.Equal(isToTheRight ? 30 : TextWidth.Of(text), runs.Sum(run => TextWidth.Of(run.Text)));
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
        const string html =
            "<h2>Head</h2><p>A<sup><a href='#n'>1</a></sup> <kbd>x</kbd> <abbr "
            + "title='Long'>L</abbr></p><details><summary>S</summary><p>d</p></details>"
            + "<ol type='i' start='2'><li id='n'>note</li></ol><ol><li>1</li><li value='4'>4</li><li>5</li></ol><iframe "
            + "src='https://www.youtube.com/embed/x' title='T'></iframe>"
            + "<figure><img src='https://a.example/i.jpg' alt='alt'><figcaption>Cap</figcaption></figure><pre><code class='language-c'>int "
            + "a;</code></pre><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>";
        var blocks = HtmlArticleReader.Read(html, null);

        var again = HtmlArticleReader.Read(ArticleRenderer.ToKeptHtml(blocks), null);

        Assert.Equal(ArticleLayout.Lay(blocks, 60).Lines.Select(line => line.ToString()),
            ArticleLayout.Lay(again, 60).Lines.Select(line => line.ToString()));
        Assert.Equal(ArticleLayout.Lay(blocks, 60).Anchors, ArticleLayout.Lay(again, 60).Anchors);
    }
}
