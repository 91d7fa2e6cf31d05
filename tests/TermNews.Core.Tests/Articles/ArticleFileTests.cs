using TermNews.Core.Articles;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Tests.Articles;

public sealed class ArticleFileTests
{
    private static readonly ArticleDocument Document = new() { Blocks = HtmlArticleReader.Read("<p>It <em>rains</em> in C#.</p>", null) };

    [Fact]
    public void Markdown_escapes_the_headline_and_the_facts()
    {
        var story = A.Story(title: "A *bold* #title", author: "Ada_B", feed: "News <daily>", link: "https://example.org/a_b?c=(d)&e");

        var file = ArticleFile.Write(story, Document, "md");

        Assert.Equal(
            "# A \\*bold\\* \\#title\n\nBy Ada\\_B  \nNews \\<daily\\>  \n2026-03-14T12:00:00Z  \n<https://example.org/a_b?c=(d)&e>\n\n"
            + "It *rains* in C\\#.\n",
            file);
    }

    [Fact]
    public void Text_has_the_facts_on_lines_of_their_own()
    {
        var file = ArticleFile.Write(A.Story(author: "Ada"), Document, "text");

        Assert.Equal(
            "A headline\nBy Ada\nA feed\n2026-03-14T12:00:00Z\nhttps://example.org/story/1\n\nIt rains in C#.\n", file);
    }

    [Theory]
    [InlineData("a.md", "md")]
    [InlineData("a.MARKDOWN", "md")]
    [InlineData("a.htm", "html")]
    [InlineData("a.json", "json")]
    [InlineData("a.txt", "text")]
    [InlineData("a", "text")]
    public void The_ending_of_a_file_name_asks_for_a_format(string file, string format) => Assert.Equal(format, ArticleFile.FormatOf(file));

    [Theory]
    [InlineData("AT&T &amp; &#38;", "AT\\&T \\&amp; \\&\\#38;")]
    [InlineData("`a` [b](c) | ~~d~~ \\", "\\`a\\` \\[b\\](c) \\| \\~\\~d\\~\\~ \\\\")]
    public void Markup_in_foreign_text_is_escaped(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));
}
