using System.Globalization;
using System.Text;

namespace TermNews.Tui.Views;

/// <summary>What stands for symbols and letters where the terminal has ASCII only.</summary>
internal static class AsciiStandIns
{
    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['●'] = "*", ['○'] = "o", ['•'] = "-", ['◦'] = "-", ['▪'] = "-", ['★'] = "*", ['☆'] = "*", ['✎'] = "c", ['…'] = "~", ['—'] = "-", ['–'] = "-", ['‑'] = "-",
        ['·'] = "-", ['‘'] = "'", ['’'] = "'", ['‚'] = "'", ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['«'] = "\"", ['»'] = "\"", ['→'] = ">", ['←'] = "<",
        ['↑'] = "^", ['↓'] = "v", ['│'] = "|", ['┃'] = "|", ['▌'] = "|", ['─'] = "-", ['━'] = "-", ['═'] = "=", ['┼'] = "+", ['├'] = "+", ['┤'] = "+", ['┌'] = "+",
        ['┐'] = "+", ['└'] = "+", ['┘'] = "+", ['┬'] = "+", ['┴'] = "+", ['✓'] = "v", ['✗'] = "x", ['⚠'] = "!", ['×'] = "x", ['▸'] = ">", ['▾'] = "v", ['▶'] = ">",
        ['\u00A0'] = " ", ['\u2009'] = " ", ['\u202F'] = " ", ['€'] = "E", ['£'] = "L", ['ß'] = "s", ['æ'] = "a", ['Æ'] = "A", ['ø'] = "o", ['Ø'] = "O", ['ł'] = "l",
        ['Ł'] = "L", ['đ'] = "d", ['ð'] = "d", ['þ'] = "t", ['ı'] = "i",
    };

    /// <summary>The text in ASCII, as many cells wide as before: letters without their accents, a stand-in for each symbol, <c>?</c> for the rest.</summary>
    public static string For(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var grapheme in Core.Text.TextWidth.Graphemes(text))
            plain.Append(Ascii.IsValid(grapheme) ? grapheme : ForGrapheme(grapheme));
        return plain.ToString();
    }

    private static string ForGrapheme(string grapheme)
    {
        if (Symbols.TryGetValue(grapheme[0], out var symbol))
            return symbol;
        var letters = grapheme.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark);
        var plain = string.Concat(letters);
        return plain.Length == 1 && char.IsAscii(plain[0]) ? plain : new string('?', Core.Text.TextWidth.OfGrapheme(grapheme));
    }
}
