using System.Text;
using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Tests.Articles;

public sealed class ArticleExtractorTests
{
    private const string Body = """
        <p>The harbour of Lindqvist opened its second basin on Monday, four months later than planned, after the last of the old cranes had been taken down.</p>
        <p>Pilots welcomed the basin, which lets two ferries turn at once; the harbour master expects forty more calls a week from the spring timetable on.</p>
        <p>Shopkeepers along the quay are less sure, since the new road passes them by, and they have asked the council for signs and a second crossing.</p>
        """;

    [Fact]
    public void The_article_is_found_between_menus_with_what_the_page_says_of_itself()
    {
        var article = Extract($$"""
            <html lang="en-GB"><head><title>Second basin opens | Harbour News</title><meta property="og:site_name" content="Harbour News">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Second basin opens","datePublished":"2024-11-18T10:30:00+01:00","author":[{"name":"By Ida Holm"},{"name":"Per Lund"}]}</script></head>
            <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Second basin opens</h1>{{Body}}</article><footer>All rights</footer></body></html>
            """);

        Assert.Equal("Second basin opens", article.Title);
        Assert.Contains("Ida Holm", article.Byline, StringComparison.Ordinal);
        Assert.Equal("Harbour News", article.SiteName);
        Assert.Equal(new DateTimeOffset(2024, 11, 18, 9, 30, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal(3, article.Blocks.OfType<Paragraph>().Count());
        Assert.DoesNotContain("Sport", ArticleRenderer.ToWords(article.Blocks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<meta name='author' content='Ida Holm'><meta name='author' content='https://a.example/ida'><meta name='author' content='Per "
        + "Lund'>", "", "Ida Holm, Per Lund")]
    [InlineData("<meta name='author' content='Ida Holm'>", "<p class='byline'>Photo Agency</p>", "Ida Holm")]
    [InlineData("", "<p class='byline'>By Ida Holm</p>", "Ida Holm")]
    [InlineData("", "<p class='byline'>作者：</p>", null)]
    public void The_authors_are_those_of_the_page_data_and_else_of_its_markup(string head, string line, string? byline) =>
        Assert.Equal(byline,
            Extract($"<html><head><title>T</title>{head}</head><body><article><h1>Basin</h1>{line}{Body}</article></body></html>").Byline);

    [Fact]
    public void Line_breaks_in_code_stay_line_breaks_also_two_in_a_row()
    {
        var article = Extract(
            $"<body><article>{Body}<pre><code>// add.c<br><span>#include</span> &lt;x.h&gt;<br><br>int "
            + $"add;</code></pre>{Body}</article></body>");

        Assert.Equal("// add.c\n#include <x.h>\n\nint add;", Assert.Single(article.Blocks.OfType<CodeBlock>()).Text);
    }

    [Fact]
    public void A_part_that_unfolds_belongs_to_the_article_and_sounds_and_posts_stay_in_their_place()
    {
        var article = Extract(
            $"<body><article><div><p>First.</p>{Body}<div class='hideOnInit'><p>Then, after the fold, came the rest of it all.</p></div>"
            + "<iframe src='https://open.spotify.com/embed/x' title='Song'></iframe><svg><title>Icon</title><path d='M0'/></svg><p>Last of "
            + "all.</p></div></article></body>");

        Assert.Contains("after the fold", ArticleRenderer.ToWords(article.Blocks), StringComparison.Ordinal);
        Assert.Contains("[audio] Song", ArticleRenderer.ToText(article.Blocks), StringComparison.Ordinal);
        Assert.DoesNotContain("Icon", ArticleRenderer.ToText(article.Blocks), StringComparison.Ordinal);
        Assert.EndsWith("Last of all.", ArticleRenderer.ToText(article.Blocks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg>")]
    [InlineData("<svg/>")]
    [InlineData("<title>")]
    public void Elements_without_end_are_looked_for_once(string open) =>
        Assert.Contains("second basin", ArticleRenderer.ToWords(
            Extract($"<body><article>{Body}</article>{new StringBuilder().Insert(0, open, 90_000)}").Blocks), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_utf8_are_read_as_windows_1252()
    {
        var page = Encoding.Latin1.GetBytes($"<body><article><p>Café à Liège.</p>{Body}</article>");

        Assert.Contains(
            "Café à Liège.", ArticleRenderer.ToWords(ArticleExtractor.Extract(page, null, null).Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public void Utf8_wins_over_a_wrong_declaration()
    {
        var page = Encoding.UTF8.GetBytes($"<meta charset=windows-1252><body><article><p>Ærø – 東京.</p>{Body}</article>");

        Assert.Contains("Ærø – 東京.", ArticleRenderer.ToWords(ArticleExtractor.Extract(page, null, "text/html; charset=latin1").Blocks),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_declared_character_set_is_used_where_the_bytes_do_not_tell()
    {
        var page = Encoding.Latin1.GetBytes($"<body><article><p>").Concat<byte>([0xCD, 0xEE, 0xE2, 0xEE, 0xF1, 0xF2, 0xE8])
            .Concat(Encoding.ASCII.GetBytes($"</p>{Body}</article>")).ToArray();

        Assert.Contains("Новости", ArticleRenderer.ToWords(ArticleExtractor.Extract(page, null, "text/html; charset=windows-1251").Blocks),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><script>draw()</script><div id=app></div></body></html>")]
    [InlineData("{}")]
    public void A_page_without_text_is_refused_in_a_sentence(string page) =>
        Assert.Contains("no readable article", Assert.Throws<NewsException>(() => Extract(page)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    public void Nesting_of_50_000_elements_still_ends_in_the_text(string open)
    {
        var page = "<body>" + string.Concat(Enumerable.Repeat(open, 50_000)) + "Deep down." + Body;

        var error = Record.Exception(() => Extract(page));
        var text = ArticleRenderer.ToWords(HtmlArticleReader.Read(page[..(page.Length / 2)] + "Deep down.", null));

        Assert.True(error is null or NewsException, error?.ToString());
        Assert.True(text.Contains("Deep down.", StringComparison.Ordinal) || text.Length == 0, text);
    }

    [Fact]
    public void A_page_of_very_many_siblings_is_refused_before_it_takes_minutes() =>
        Assert.Contains("too large",
            Assert.Throws<NewsException>(() => Extract("<body><p>" + string.Concat(Enumerable.Repeat("<span>a </span>", 40_000)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Relative_links_of_a_page_without_an_address_are_text()
    {
        var article = Extract(
            $"<body><article>{Body}<p>See <a href='/map'>the map of the harbour</a> for details of the new road, and of the "
            + "crossing.</p></article>");

        Assert.Empty(ArticleLayout.Lay(article, 60).Links);
    }

    private static ArticleDocument Extract(string page) => ArticleExtractor.Extract(Encoding.UTF8.GetBytes(page), null, null);
}
