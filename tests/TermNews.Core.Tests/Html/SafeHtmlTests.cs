using System.Text;
using TermNews.Core.Html;

namespace TermNews.Core.Tests.Html;

public sealed class SafeHtmlTests
{
    private static readonly Uri Page = new("https://example.org/a/b");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("<p>one<p>two", "<p>one</p><p>two</p>")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<b><i>x</b></i>y", "<b><i>x</i></b>y")]
    [InlineData("a<script>alert(1)</script>b<style>p{}</style>c", "abc")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\">t</p>", "<p>t</p>")]
    [InlineData("<a href=\"c?x=1&y=2\">l</a>", "<a href=\"https://example.org/a/c?x=1&amp;y=2\">l</a>")]
    [InlineData("<a href=\"java\nscript:alert(1)\">l</a>", "<a>l</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">l</a>", "<a>l</a>")]
    [InlineData("<img src=\"data:image/png;base64,xx\">t", "t")]
    [InlineData(
        "<img src=\"/p.png\" alt=\"x &quot;y&quot;\" onerror=\"z()\">", "<img src=\"https://example.org/p.png\" alt=\"x &quot;y&quot;\">")]
    [InlineData("<img src=\"/pixel.gif\" width=\"1\" height=\"1\">t", "t")]
    [InlineData(
        "<iframe src=\"https://video.example/1\"></iframe>", "<a href=\"https://video.example/1\" type=\"text/html\">[video.example]</a>")]
    [InlineData("<video title='A &lt;talk&gt;' controls><source src='/m.mp4'><p>No <a href='/m.mp4'>player</a>?</video>after",
        "<a href=\"https://example.org/m.mp4\" title=\"A &lt;talk>\" type=\"video/*\">[example.org]</a>after")]
    [InlineData("<audio src='/s.mp3'>kept<p>as it has no end",
        "<a href=\"https://example.org/s.mp3\" type=\"audio/*\">[example.org]</a>kept<p>as it has no end</p>")]
    [InlineData("<video>No player.</video>", "No player.")]
    [InlineData("<li><input type=checkbox checked disabled>done<li><input disabled type='checkbox'>open<li><input type=checkbox>asked",
        "<li>[x] done</li><li>[ ] open</li><li>asked</li>")]
    [InlineData("<a href='/x' type='text/html'>[example.org]</a>", "<a href=\"https://example.org/x\">[example.org]</a>")]
    [InlineData("a<embed src=\"https://e.example/x.swf\">b<frameset rows=\"*\"><frame src=\"https://e.example/\"></frameset>c", "abc")]
    [InlineData("red&#27;[31m \e]0;x\a", "red")]
    [InlineData("<tag>kept</tag>", "kept")]
    [InlineData(
        "<math display=\"block\"><semantics><mfrac><mi>a</mi><mn>2</mn></mfrac><annotation>\\frac a2</annotation></semantics></math>",
        "<math><semantics><mfrac><mi>a</mi><mn>2</mn></mfrac></semantics></math>")]
    public void What_is_written_is_safe_and_well_formed(string html, string clean) =>
        Assert.Equal(clean, SafeHtml.Clean(html, Page)?.Replace("[31m", "", StringComparison.Ordinal).TrimEnd());

    [Theory]
    [InlineData(
        "<p>Said<sup id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup></p><ol><li id=\"fn:1\">Note <a href=\"#fnref:1\">back</a></li></ol>",
        "<p>Said<sup id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup></p><ol><li id=\"fn:1\">Note <a href=\"#fnref:1\">back</a></li></ol>")]
    [InlineData(
        "<a name=n href='#%6D'>1</a><b id='m'><a href='#n'>2</a>", "<a href=\"#m\" id=\"n\">1</a><b id=\"m\"><a href=\"#n\">2</a></b>")]
    [InlineData("<a href='/a/b#n'>1</a><p id='n'>2", "<a href=\"https://example.org/a/b#n\">1</a><p id=\"n\">2</p>")]
    [InlineData("<a href='#gone'>1</a><p id='other'>2", "<a href=\"https://example.org/a/b#gone\">1</a><p>2</p>")]
    [InlineData("<a href='#a\"b'>1</a><p id='a\"b'>2", "<a href=\"https://example.org/a/b#a%22b\">1</a><p>2</p>")]
    [InlineData("<a href='#'>1</a><p id=''>2", "<a href=\"https://example.org/a/b#\">1</a><p>2</p>")]
    [InlineData("<script><p id='n'></script><a href='#n'>1</a>", "<a href=\"https://example.org/a/b#n\">1</a>")]
    public void Links_to_a_place_in_the_same_text_stay(string html, string clean) => Assert.Equal(clean, SafeHtml.Clean(html, Page));

    [Theory]
    [InlineData("<p>As <math><msup><mi>a</mi><mn>2</mn></msup></math> is.</p>", "As a^2 is.")]
    [InlineData(
        "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac><mspace/><annotation>\\frac</annotation></math>x",
        "(a+b)/2x")]
    [InlineData("<p>mc<sup>2</sup>, H<sub>2</sub>O, 21<sup>st</sup>, said<sup><a href='#n'>1</a></sup></p>", "mc², H₂O, 21st, said¹")]
    [InlineData("<math><mi>a<p>b", "ab")]
    [InlineData("<sup>", "")]
    [InlineData("</sup>1<sup>2</sub>", "1₂")]
    public void A_lead_has_formulas_and_raised_numbers(string html, string lead) => Assert.Equal(lead, PlainText.BeginningOf(html, 200));

    [Fact]
    public void A_lead_of_formulas_without_end_is_read_in_one_pass()
    {
        var html = new StringBuilder().Insert(0, "<math><mrow>", 50_000).Append('x').ToString();

        Assert.Equal("x", PlainText.BeginningOf(html, 200));
    }

    [Theory]
    [InlineData("<span class='katex'><math><mi>x</mi></math><span class='katex-html' aria-hidden='true'><span>x</span></span></span>y",
        "<span><math><mi>x</mi></math></span>y")]
    [InlineData("<math><mi>x</mi></math><img class='mwe-math-fallback-image-inline' aria-hidden='true' src='/x.svg' alt='x'>",
        "<math><mi>x</mi></math>")]
    [InlineData("<span class='katex-html' aria-hidden='true'>x<p>y</p>z", "yz")]
    public void A_formula_that_stands_there_twice_is_kept_once(string html, string clean) =>
        Assert.Equal(clean, SafeHtml.Clean(html, Page));

    [Theory]
    [InlineData("<p> </p>")]
    [InlineData("<script>x</script>")]
    [InlineData(" ")]
    public void Where_nothing_is_left_there_is_null(string html) => Assert.Null(SafeHtml.Clean(html, Page));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("</p>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<a href=\"")]
    [InlineData("<table><tr><td>")]
    [InlineData("<video src='/x'>")]
    [InlineData("<audio><source src='/x'>")]
    [InlineData("<sup><a href='#x' id='x'>")]
    [InlineData("<span class='katex-html' aria-hidden='true'>")]
    [InlineData("&amp")]
    public void Whatever_is_repeated_is_read_in_one_pass(string part)
    {
        var html = new StringBuilder().Insert(0, part, 50_000).Append("end").ToString();
        var clean = SafeHtml.Clean(html, Page);

        Assert.True(clean is null || clean.Length < html.Length * 8);
    }

    [Theory]
    [InlineData("Tom &amp; Jerry &lt;3", "Tom & Jerry <3")]
    [InlineData("Use <b>List<T></b> well", "Use List<T> well")]
    [InlineData("a<br>b", "a b")]
    [InlineData("mc<sup>2</sup>", "mc2")]
    public void A_title_is_one_line_of_words(string title, string line) => Assert.Equal(line, PlainText.FromTitle(title));

    [Fact]
    public void Plain_text_keeps_blocks_apart_and_leaves_scripts_out() =>
        Assert.Equal("One Two three", PlainText.FromHtml("<h1>One</h1><p>Two\n  <em>three</em></p><script>no()</script>"));
}
