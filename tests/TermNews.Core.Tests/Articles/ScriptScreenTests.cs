using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Articles;

/// <summary>Twelve articles written for the project, in six scripts, as they stand on screens of three widths.</summary>
public sealed class ScriptScreenTests
{
    private static readonly string[] Names =
    [
        "latin-report", "latin-recipe", "latin-code", "cyrillic-report", "cyrillic-list", "japanese-report", "chinese-quotes",
        "korean-report",
        "thai-report", "hebrew-report", "arabic-list", "mixed-emoji",
    ];

    public static TheoryData<string, int> Screens =>
        [.. Names.SelectMany(name => new[] { 40, 80, 120 }, (name, width) => (name, width))];

    [Theory]
    [MemberData(nameof(Screens))]
    public void An_article_looks_like_its_screen_loses_no_word_and_breaks_no_cluster(string name, int width)
    {
        var blocks = HtmlArticleReader.Read(ArticlesInScripts.Html[name], null);
        var page = ArticleLayout.Lay(blocks, width);
        var shown = string.Join('\n', page.Lines);

        Assert.All(page.Lines, line => Assert.True(TextWidth.Of(line.ToString()) <= width, $"{width}: {line}"));
        var onScreen = Graphemes(ArticleRenderer.ToText(blocks, width));
        Assert.All(Graphemes(ArticleRenderer.ToWords(blocks)),
            count => Assert.True(onScreen.GetValueOrDefault(count.Key) >= count.Value, count.Key));
        ScreenFile.Compare($"{name}-{width}.txt", shown + "\n");
    }

    private const string Raised =
        "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

    /// <summary>The grapheme clusters of letters and digits, raised and lowered ones as their plain forms.</summary>
    private static Dictionary<string, int> Graphemes(string text) => TextWidth.Graphemes(text)
        .Select(cluster => Raised.IndexOf(cluster[0]) is var at and >= 0 ? "0123456789"[at % 10].ToString() : cluster)
        .Where(cluster => char.IsLetterOrDigit(cluster, 0) || cluster[0] is >= '\u2600' and < '\u2E00')
        .CountBy(cluster => cluster).ToDictionary();
}
