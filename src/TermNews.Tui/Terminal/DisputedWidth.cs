using Wcwidth;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Grapheme clusters whose width terminals disagree on. A terminal that adds up code points shows a family of three emoji in six cells, a
/// spacing vowel sign in a cell of its own, and a flag in two or four cells.
/// </summary>
internal static class DisputedWidth
{
    private const char EmojiPresentation = '\uFE0F';

    /// <summary>Whether some terminal may use a width other than <paramref name="width"/>.</summary>
    public static bool Is(string grapheme, int width) =>
        grapheme.Length > 1 && (grapheme.Contains(EmojiPresentation, StringComparison.Ordinal) || MostCells(grapheme) != width);

    /// <summary>The largest width in any terminal: the sum over the code points.</summary>
    public static int MostCells(string grapheme)
    {
        var cells = 0;
        foreach (var rune in grapheme.EnumerateRunes())
            cells += IsWideAlone(rune) ? 2 : Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark ? 1
                : Math.Max(0, UnicodeCalculator.GetWidth(rune));
        return cells;
    }

    /// <summary>Regional indicators and skin tones, which terminals that do not join them show separately.</summary>
    private static bool IsWideAlone(Rune rune) => rune.Value is (>= 0x1F1E6 and <= 0x1F1FF) or (>= 0x1F3FB and <= 0x1F3FF);
}
