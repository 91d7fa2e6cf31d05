namespace TermNews.Core.Articles;

/// <summary>
/// Estimates the reading time of a text in its language. Most rates are means of the IReST study (Trauzettel-Klosinski and Dietz,
/// Investigative Ophthalmology &amp; Visual Science 53, 2012), which measured the same texts in seventeen languages.
/// </summary>
public static class ReadingTime
{
    /// <summary>Words a minute in a language without a measured rate: about the mean of the study.</summary>
    private const int UsualWords = 185;

    /// <summary>Characters a minute of an ideographic script in a language without a measured rate: between Chinese and Japanese.</summary>
    private const int UsualCharacters = 300;

    /// <summary>Letters of an average word in a script without spaces: an estimate, as the study has no such language.</summary>
    private const int LettersOfWord = 5;

    /// <summary>Minutes for the text of an article, at least 1.</summary>
    /// <param name="blocks">The article.</param>
    /// <param name="language">BCP 47 tag; null if it is not known, which counts as English.</param>
    public static int Minutes(IReadOnlyList<Block> blocks, string? language) => Minutes(new WordCounter().Add(blocks), language);

    /// <summary>Minutes for a text, at least 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">BCP 47 tag; null if it is not known, which counts as English.</param>
    public static int Minutes(string text, string? language) => Minutes(new WordCounter().Add(text), language);

    private static int Minutes(WordCounter counted, string? language)
    {
        var (wordsPerMinute, charactersPerMinute) = RatesOf(language);
        var minutes = ((counted.Words + ((double)counted.Letters / LettersOfWord)) / wordsPerMinute)
            + ((double)counted.Characters / charactersPerMinute);
        return Math.Max(1, (int)Math.Round(minutes));
    }

    /// <summary>Words a minute, and characters a minute of ideographic scripts.</summary>
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
