namespace TermNews.Core.Articles.Reading;

/// <summary>Recognizes pages that withhold their text: paywalls and bot checks.</summary>
internal static partial class PageWalls
{
    /// <summary>Words: a wall shows a teaser of fewer; longer texts are articles, whatever the page says.</summary>
    private const int FewWords = 200;

    [GeneratedRegex("""["']isAccessibleForFree["']\s*:\s*["']?false""", RegexOptions.IgnoreCase)]
    private static partial Regex PaidFor { get; }

    [GeneratedRegex(
        "^(just a moment|attention required|access denied|are you a robot|verify you are human|security check|pardon our interruption)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Question { get; }

    /// <summary>The sentence for the reader; null if the page withholds nothing.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Its title, or null.</param>
    /// <param name="words">The readable words; empty if there are none.</param>
    public static string? SentenceFor(string html, string? title, string words)
    {
        if (words.Count(char.IsWhiteSpace) >= FewWords)
            return null;
        if (title is not null && Question.IsMatch(title.Trim()))
            return "The site wants to see a browser before it shows the page; open it in one.";
        return PaidFor.IsMatch(html) ? "The site shows this article to its subscribers only; open it in a browser to sign in." : null;
    }
}
