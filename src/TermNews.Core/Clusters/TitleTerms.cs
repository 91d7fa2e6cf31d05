namespace TermNews.Core.Clusters;

/// <summary>
/// Terms of a headline: words without case, accents and possessive or plural endings; pairs of characters in scripts without spaces.
/// </summary>
internal static class TitleTerms
{
    private const uint OfCharacters = 1;

    private static readonly string[] LabelEnds = [": ", "：", " › ", " » "];

    /// <summary>The terms in text order, with repetitions.</summary>
    public static IReadOnlyList<string> Of(string? title)
    {
        List<string> terms = [];
        var reader = new TitleTermReader(title);
        while (reader.Read())
            terms.Add(reader.Current.ToString());
        return terms;
    }

    /// <summary>The text before the first colon, often a column, a series or an author; null for none.</summary>
    public static string? LabelOf(string? title)
    {
        var first = int.MaxValue;
        foreach (var end in LabelEnds)
        {
            if (title?.IndexOf(end, StringComparison.Ordinal) is > 0 and var at)
                first = Math.Min(first, at);
        }
        return first < int.MaxValue ? title![..first] : null;
    }

    /// <summary>Whether a hash belongs to a term of a script without spaces.</summary>
    public static bool IsOfScriptWithoutSpaces(int hash) => (hash & OfCharacters) != 0;

    /// <summary>Whether a term begins with a digit.</summary>
    public static bool IsNumber(ReadOnlySpan<char> term) => char.IsDigit(term[0]);

    /// <summary>Whether a term consists of characters of a script without spaces.</summary>
    public static bool IsOfScriptWithoutSpaces(ReadOnlySpan<char> term) => IsWithoutSpaces(FirstOf(term).Value);

    /// <summary>The first character of a term.</summary>
    public static Rune FirstOf(ReadOnlySpan<char> term)
    {
        Rune.DecodeFromUtf16(term, out var rune, out _);
        return rune;
    }

    /// <summary>
    /// FNV-1a, as hashes are stored and <see cref="string.GetHashCode()"/> differs between runs. Never 0; the lowest bit is set for scripts
    /// without spaces.
    /// </summary>
    public static int HashOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        var ofCharacters = IsOfScriptWithoutSpaces(text) ? OfCharacters : 0;
        return (hash & ~OfCharacters) == 0 ? unchecked((int)(2 | ofCharacters)) : unchecked((int)((hash & ~OfCharacters) | ofCharacters));
    }

    /// <summary>Whether a code point belongs to a script without spaces between words.</summary>
    public static bool IsWithoutSpaces(int code) => code is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x1100 and <= 0x11FF or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
        or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF;
}
