namespace TermNews.Tui.Views;

/// <summary>ASCII characters in place of symbols and letters, for terminals that have ASCII only.</summary>
internal static class AsciiStandIns
{
    private const string Known = "●○•◦▪★☆✎…—–‑·‘’‚“”„«»→←↑↓│┃▌─━═┼├┤┌┐└┘┬┴✓✗⚠×▸▾▶\u00A0\u2009\u202F€£ßæÆøØłŁđðþı";
    private const string Plain = "*o---**c~----'''\"\"\"\"\"><^v|||--=+++++++++vx!x>v>   ELsaAoOlLddti";

    private static readonly Dictionary<char, char> Symbols =
        Known.Zip(Plain).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>
    /// The text in ASCII, as many cells wide as before: letters without accents, a stand-in for each symbol, <c>?</c> for the rest.
    /// </summary>
    public static string For(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var grapheme in TextWidth.Graphemes(text))
            plain.Append(Ascii.IsValid(grapheme) ? grapheme : ForGrapheme(grapheme));
        return plain.ToString();
    }

    private static string ForGrapheme(string grapheme)
    {
        if (Symbols.TryGetValue(grapheme[0], out var symbol))
            return symbol.ToString();
        var letters = UnicodeForms.Nfd(grapheme)
            .Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark);
        var plain = string.Concat(letters);
        return plain.Length == 1 && char.IsAscii(plain[0]) ? plain : new string('?', TextWidth.OfGrapheme(grapheme));
    }
}
