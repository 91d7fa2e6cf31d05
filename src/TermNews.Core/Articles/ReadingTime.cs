using System.Text;
using TermNews.Core.Articles.Layout;

namespace TermNews.Core.Articles;

/// <summary>
/// How long a text takes to read in its language. Most of the rates are the means of the IReST study (Trauzettel-Klosinski and Dietz,
/// Investigative Ophthalmology &amp; Visual Science 53, 2012), which had the same texts read in seventeen languages.
/// </summary>
public static class ReadingTime
{
    private const int UsualWords = 185;
    private const int UsualCharacters = 300;

    /// <summary>Letters of a word, where a script parts none.</summary>
    private const int LettersOfWord = 5;

    /// <summary>Minutes for the text of an article, at least 1.</summary>
    /// <param name="blocks">The article.</param>
    /// <param name="language">A BCP 47 tag; null where it is not known.</param>
    public static int Minutes(IReadOnlyList<Block> blocks, string? language) => Minutes(ArticleRenderer.ToWords(blocks), language);

    /// <summary>Minutes for a text, at least 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">A BCP 47 tag; null where it is not known.</param>
    public static int Minutes(string text, string? language)
    {
        var (words, characters, letters) = Count(text);
        var (wordsPerMinute, charactersPerMinute) = RatesOf(language);
        var minutes = ((words + ((double)letters / LettersOfWord)) / wordsPerMinute) + ((double)characters / charactersPerMinute);
        return Math.Max(1, (int)Math.Round(minutes));
    }

    private static (int Words, int Characters, int Letters) Count(string text)
    {
        var (words, characters, letters, isInWord) = (0, 0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (LineBreaking.IsIdeographic(rune))
            {
                characters++;
                isInWord = false;
            }
            else if (SouthEastAsian.IsLetter(rune.Value))
            {
                letters++;
                isInWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += isInWord ? 0 : 1;
                isInWord = true;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                isInWord = false;
            }
        }
        return (words, characters, letters);
    }

    /// <summary>Words a minute, and characters a minute of scripts that stand for words or syllables.</summary>
    private static (int Words, int Characters) RatesOf(string? language) => language?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "ar" => (138, UsualCharacters),
        "de" => (179, UsualCharacters),
        null or "en" => (228, UsualCharacters),
        "es" => (218, UsualCharacters),
        "fi" => (161, UsualCharacters),
        "fr" => (195, UsualCharacters),
        "he" or "iw" => (187, UsualCharacters),
        "it" => (188, UsualCharacters),
        "ja" => (UsualWords, 357),
        "nl" => (202, UsualCharacters),
        "pl" or "tr" => (166, UsualCharacters),
        "pt" => (181, UsualCharacters),
        "ru" => (184, UsualCharacters),
        "sl" => (180, UsualCharacters),
        "sv" => (199, UsualCharacters),
        "zh" => (UsualWords, 255),
        _ => (UsualWords, UsualCharacters),
    };
}
