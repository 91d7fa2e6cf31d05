using System.Text.RegularExpressions;

namespace TermNews.Core.Articles.Reading;

/// <summary>Tells pages that keep their text from a reader: for subscribers only, or a question whether a machine asks.</summary>
internal static partial class PageWalls
{
    private const int FewWords = 200;

    [GeneratedRegex("""["']isAccessibleForFree["']\s*:\s*["']?false""", RegexOptions.IgnoreCase)]
    private static partial Regex PaidFor { get; }

    [GeneratedRegex("^(just a moment|attention required|access denied|are you a robot|verify you are human|security check|pardon our interruption)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Question { get; }

    /// <summary>The sentence that says what stands before the text; null where nothing does.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Its title, or null.</param>
    /// <param name="words">What can be read of it; empty for nothing.</param>
    public static string? SentenceFor(string html, string? title, string words)
    {
        if (words.Count(char.IsWhiteSpace) >= FewWords)
            return null;
        if (title is not null && Question.IsMatch(title.Trim()))
            return "The site wants to see a browser before it shows the page; open it in one.";
        return PaidFor.IsMatch(html) ? "The site shows this article to its subscribers only; open it in a browser to sign in." : null;
    }
}
