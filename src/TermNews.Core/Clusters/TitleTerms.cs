using System.Globalization;
using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Clusters;

/// <summary>The terms of a headline: its words without case, accents and the endings of possessives and plurals; pairs of characters where a script parts no words.</summary>
internal static class TitleTerms
{
    private const int MostTerms = 40;
    private const int ShortestPlural = 4;
    private const uint OfCharacters = 1;

    private static readonly string[] LabelEnds = [": ", "：", " › ", " » "];

    /// <summary>The terms in their order; one that occurs again stands again.</summary>
    public static IReadOnlyList<string> Of(string? title)
    {
        List<string> terms = [];
        if (string.IsNullOrEmpty(title))
            return terms;
        var word = new StringBuilder();
        Rune? before = null;
        foreach (var rune in WithoutAccents(title.ToLowerInvariant()).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (IsWithoutSpaces(rune.Value))
            {
                End(word, terms);
                if (before is { } first)
                    terms.Add(first.ToString() + rune);
                before = rune;
                continue;
            }
            before = null;
            if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark))
                word.Append(rune);
            else if (rune.Value is not ('\'' or '’'))
                End(word, terms);
            else if (word.Length > 0)
                word.Append('\'');
        }
        End(word, terms);
        return terms.Count <= MostTerms ? terms : terms[..MostTerms];
    }

    /// <summary>What a title has before its first colon, as columns, series and feeds of many authors write it; null where it has none.</summary>
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

    /// <summary>
    /// Accents apart from their letters, where they are passed over; the syllables of Hangul in one piece, as a half of one says nothing.
    /// </summary>
    private static string WithoutAccents(string text)
    {
        var apart = UnicodeForms.Nfd(text);
        return apart.AsSpan().ContainsAnyInRange('\u1100', '\u11FF')
            ? UnicodeForms.Nfc(string.Concat(apart.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)))
            : apart;
    }

    /// <summary>Whether a hash is that of a term of a script that parts no words.</summary>
    public static bool IsOfScriptWithoutSpaces(int hash) => (hash & OfCharacters) != 0;

    /// <summary>Whether a term is a number, or begins with one.</summary>
    public static bool IsNumber(string term) => char.IsDigit(term[0]);

    /// <summary>Whether a term is one or two characters of a script that parts no words.</summary>
    public static bool IsOfScriptWithoutSpaces(string term) => IsWithoutSpaces(Rune.GetRuneAt(term, 0).Value);

    /// <summary>
    /// The same in every run (FNV-1a), unlike <see cref="string.GetHashCode()"/>, and never 0. The last bit tells characters of a script that parts
    /// no words from words.
    /// </summary>
    public static int HashOf(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        var ofCharacters = IsOfScriptWithoutSpaces(text) ? OfCharacters : 0;
        return (hash & ~OfCharacters) == 0 ? unchecked((int)(2 | ofCharacters)) : unchecked((int)((hash & ~OfCharacters) | ofCharacters));
    }

    private static void End(StringBuilder word, List<string> terms)
    {
        if (word.Length > 0 && Stem(word.ToString()) is { Length: > 0 } term)
            terms.Add(term);
        word.Clear();
    }

    private static string Stem(string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe >= 0)
            word = word[(apostrophe + 1)..] is "s" or "" ? word[..apostrophe] : word.Replace("'", "", StringComparison.Ordinal);
        if (word.Length > ShortestPlural && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        return word.Length >= ShortestPlural && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }

    private static bool IsWithoutSpaces(int code) => code is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x1100 and <= 0x11FF or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3
        or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF;
}
