namespace TermNews.Core.Text;

/// <summary>
/// Segments text for the search index: characters of scripts without spaces become words of their own, so that any word in them can be
/// found.
/// </summary>
internal static class SearchText
{
    /// <summary>Segments a text; gives the same object where nothing changes.</summary>
    public static string Separate(string text)
    {
        var first = 0;
        while (first < text.Length && text[first] < '\u0E00')
            first++;
        if (first == text.Length)
            return text;
        var separated = new StringBuilder(text.Length + 64).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
        {
            if (IsWithoutSpaces(text, at))
                separated.Append(' ').Append(text[at]).Append(IsLastOfRun(text, at) ? " " : "");
            else
                separated.Append(text[at]);
        }
        return separated.ToString();
    }

    /// <summary>Whether the index finds a token in a text: letters, digits and private-use characters.</summary>
    public static bool HasWord(string text) => text.EnumerateRunes().Any(IsWordRune);

    /// <summary>Whether a rune belongs to a word.</summary>
    public static bool IsWordRune(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsLastOfRun(string text, int at) =>
        at + 1 < text.Length && text[at + 1] < '\u0E00' && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>Thai, Lao, Myanmar, Khmer, kana, Han and Hangul; their combining marks stay with the character before.</summary>
    public static bool IsWithoutSpaces(string text, int at) => text[at] switch
    {
        >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' => char.IsLetter(text[at]),
        >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3'
            or >= '\uF900' and <= '\uFAFF' => char.IsLetter(text[at]),
        >= '\uD840' and <= '\uD88D' => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]),   // Han beyond the first plane.
        _ => false,
    };
}
