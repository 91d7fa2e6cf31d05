namespace TermNews.Core.Articles.Layout;

/// <summary>
/// Line breaks of scripts without spaces (Thai, Lao, Khmer, Burmese). Words would need dictionaries. A syllable certainly begins before a
/// leading vowel and after a final one, so lines break there and never inside a syllable.
/// </summary>
internal static class SouthEastAsian
{
    private const int KhmerCoeng = 0x17D2;
    private const int BurmeseVirama = 0x1039;
    private const int BurmeseAsat = 0x103A;

    /// <summary>Whether a line may break between two letters or signs.</summary>
    /// <param name="before">The code point before the break.</param>
    /// <param name="next">The code point after the break.</param>
    /// <param name="following">The one after that, or -1.</param>
    public static bool MayCut(int before, int next, int following) => next switch
    {
        >= 0x0E40 and <= 0x0E44 or >= 0x0EC0 and <= 0x0EC4 => before is not (>= 0x0E40 and <= 0x0E44 or >= 0x0EC0 and <= 0x0EC4),
        >= 0x0E01 and <= 0x0E2E or >= 0x0E81 and <= 0x0EAE => before is 0x0E30 or 0x0E46 or 0x0E2F or 0x0EB0 or 0x0EC6,
        >= 0x1780 and <= 0x17B3 => before != KhmerCoeng,
        >= 0x1000 and <= 0x102A or 0x103F => before != BurmeseVirama && following is not (BurmeseVirama or BurmeseAsat or 0x1037),
        _ => false,
    };
}
