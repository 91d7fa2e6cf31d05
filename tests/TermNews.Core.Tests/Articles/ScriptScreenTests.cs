using System.Text;
using TermNews.Core.Articles;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Articles;

/// <summary>Twelve articles written for the project, in six scripts, as they stand on screens of three widths.</summary>
public sealed class ScriptScreenTests
{
    private static readonly string[] Names =
    [
        "latin-report", "latin-recipe", "latin-code", "cyrillic-report", "cyrillic-list", "japanese-report", "chinese-quotes", "korean-report",
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
        Assert.All(Graphemes(ArticleRenderer.ToWords(blocks)), count => Assert.True(onScreen.GetValueOrDefault(count.Key) >= count.Value, count.Key));
        ScreenFile.Compare($"{name}-{width}.txt", shown + "\n");
    }

    /// <summary>The grapheme clusters of letters and digits, raised and lowered ones as their plain forms.</summary>
    private static Dictionary<string, int> Graphemes(string text) => TextWidth.Graphemes(text.Normalize(NormalizationForm.FormKC))
        .Where(cluster => char.IsLetterOrDigit(cluster, 0) || cluster[0] is >= '\u2600' and < '\u2E00')
        .CountBy(cluster => cluster).ToDictionary();
}
