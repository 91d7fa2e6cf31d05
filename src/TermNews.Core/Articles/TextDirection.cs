using System.Text;

namespace TermNews.Core.Articles;

/// <summary>Tells the direction of a paragraph by its first letter that has one (rules P2 and P3 of UAX #9).</summary>
internal static class TextDirection
{
    /// <summary>Whether it runs from right to left; where no letter tells, what stands in for it.</summary>
    public static bool IsRightToLeft(string text, bool otherwise = false)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value))
                return true;
            if (Rune.IsLetter(rune))
                return false;
        }
        return otherwise;
    }

    private static bool IsRightToLeft(int rune) =>
        rune is 0x200F or >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF
            or >= 0x1E800 and <= 0x1EFFF;
}
