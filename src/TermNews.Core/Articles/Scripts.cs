namespace TermNews.Core.Articles;

/// <summary>Scripts that put no spaces between words.</summary>
internal static class Scripts
{
    /// <summary>Whether a character is of a script with one or few characters a word (Chinese, Japanese), or an emoji.</summary>
    public static bool IsIdeographic(Rune rune) =>
        rune.Value is >= 0x2E80 and <= 0xA4CF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F
        or >= 0xFF01 and <= 0xFF60 or >= 0x1F300 and <= 0x1F64F or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD;

    /// <summary>Whether a character is a letter of Thai, Lao, Khmer or Burmese; combining signs are not letters.</summary>
    public static bool IsSouthEastAsian(int code) => code is >= 0x0E01 and <= 0x0E30 or >= 0x0E40 and <= 0x0E46 or >= 0x0E81 and <= 0x0EB0
        or >= 0x0EC0 and <= 0x0EC6 or >= 0x1000 and <= 0x102A or >= 0x1780 and <= 0x17B3;
}
