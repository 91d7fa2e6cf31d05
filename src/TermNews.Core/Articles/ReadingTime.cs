using System.Text;

namespace TermNews.Core.Articles;

/// <summary>How long a text takes to read.</summary>
public static class ReadingTime
{
    private const int WordsPerMinute = 230;
    private const int CharactersPerMinute = 500;

    /// <summary>Minutes for so many words, at least 1.</summary>
    public static int Minutes(int words) => Minutes(words, 0);

    /// <summary>Minutes for so many words, and characters of scripts that do not part words, at least 1.</summary>
    public static int Minutes(int words, int characters) =>
        Math.Max(1, (int)Math.Round(((double)words / WordsPerMinute) + ((double)characters / CharactersPerMinute)));

    /// <summary>Minutes for a text, at least 1.</summary>
    public static int Minutes(string text)
    {
        var (words, characters, inWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (LineBreaking.IsIdeographic(rune))
            {
                characters++;
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                inWord = false;
            }
        }
        return Minutes(words, characters);
    }

    /// <summary>Minutes for an article's text, at least 1.</summary>
    public static int Minutes(IReadOnlyList<Block> blocks) => Minutes(ArticleRenderer.ToWords(blocks));
}
