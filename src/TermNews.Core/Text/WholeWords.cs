namespace TermNews.Core.Text;

/// <summary>
/// Searches a text for a word or phrase, ignoring case. In scripts that separate words it matches whole words only, so that "art" does not
/// match "start".
/// </summary>
internal static class WholeWords
{
    /// <summary>Whether a text contains a word or phrase; false if either is null or empty.</summary>
    public static bool Has(string? text, string word)
    {
        if (text is null || word.Length == 0)
            return false;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsEdge(text, at - 1, word[0]) && IsEdge(text, at + word.Length, word[^1]))
                return true;
        }
        return false;
    }

    private static bool IsEdge(string text, int at, char inside) =>
        at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]) || IsWithoutSpaces(inside) || IsWithoutSpaces(text[at]);

    /// <summary>Thai, Lao, Myanmar and Khmer, and all from the radicals of Han on.</summary>
    private static bool IsWithoutSpaces(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u2E80';
}
