using System.Globalization;
using System.Text;
using Wcwidth;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Grapheme clusters that terminals disagree on: one that adds up code points shows a family of three emoji in six cells, a
/// vowel sign that stands beside its consonant in a cell of its own, and a flag in two cells or in four.
/// </summary>
internal static class DisputedWidth
{
    private const char EmojiPresentation = '\uFE0F';

    /// <summary>Some terminal may take another number of cells than <paramref name="width"/>.</summary>
    public static bool Is(string grapheme, int width) =>
        grapheme.Length > 1 && (grapheme.Contains(EmojiPresentation, StringComparison.Ordinal) || MostCells(grapheme) != width);

    /// <summary>The most cells that any terminal takes: those of all its code points together.</summary>
    public static int MostCells(string grapheme)
    {
        var cells = 0;
        foreach (var rune in grapheme.EnumerateRunes())
            cells += IsWideAlone(rune) ? 2 : Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark ? 1
                : Math.Max(0, UnicodeCalculator.GetWidth(rune));
        return cells;
    }

    /// <summary>Regional indicators and skin tones, which are shown by themselves where a terminal does not join them.</summary>
    private static bool IsWideAlone(Rune rune) => rune.Value is (>= 0x1F1E6 and <= 0x1F1FF) or (>= 0x1F3FB and <= 0x1F3FF);
}
