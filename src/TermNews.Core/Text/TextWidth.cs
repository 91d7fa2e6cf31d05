using Wcwidth;

namespace TermNews.Core.Text;

/// <summary>Measures the width of text in terminal cells. All widths come from here.</summary>
public static class TextWidth
{
    private const char EmojiPresentation = '\uFE0F';

    /// <summary>The width of a text without control characters.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var ascii = 0;
        while (ascii < text.Length && text[ascii] is >= ' ' and < '\x7F')
            ascii++;
        if (ascii == text.Length)
            return ascii;
        if (ascii > 0)
            ascii--;   // A combining mark may follow the last one.
        var cells = ascii;
        for (var rest = text[ascii..]; rest.Length > 0;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            cells += OfGrapheme(rest[..length]);
            rest = rest[length..];
        }
        return cells;
    }

    /// <summary>The width of a grapheme cluster: 0, 1 or 2.</summary>
    public static int OfGrapheme(ReadOnlySpan<char> grapheme)
    {
        if (grapheme.Length == 1 && grapheme[0] is >= ' ' and < '\x7F')
            return 1;
        if (grapheme is "\u00AD")
            return 0;
        var widest = 0;
        foreach (var rune in grapheme.EnumerateRunes())
            widest = IsRegionalIndicator(rune) && grapheme.Length > 2 ? 2 : Math.Max(widest, UnicodeCalculator.GetWidth(rune));
        return grapheme.Contains(EmojiPresentation) && grapheme.Length > 1 ? 2 : Math.Clamp(widest, 0, 2);
    }

    private static bool IsRegionalIndicator(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    /// <summary>Truncates a text to a number of cells, between grapheme clusters and with an ellipsis.</summary>
    public static string Fit(string text, int cells, string ellipsis = "…")
    {
        if (Of(text) <= cells)
            return text;
        var room = cells - Of(ellipsis);
        if (room < 0)
            return string.Empty;
        var kept = new StringBuilder();
        foreach (var grapheme in Graphemes(text))
        {
            room -= OfGrapheme(grapheme);
            if (room < 0)
                break;
            kept.Append(grapheme);
        }
        return kept.Append(ellipsis).ToString();
    }

    /// <summary>Truncates a text, or pads it with spaces, to exactly a number of cells.</summary>
    public static string Pad(string text, int cells, string ellipsis = "…")
    {
        var fitted = Fit(text, cells, ellipsis);
        return fitted + new string(' ', Math.Max(0, cells - Of(fitted)));
    }

    /// <summary>The grapheme clusters (UAX #29) of a text.</summary>
    public static IEnumerable<string> Graphemes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }
}
