namespace TermNews.Core.Articles.Layout;

/// <summary>
/// The direction of a paragraph, by its first strong character (rules P2 and P3 of UAX #9). In a right-to-left document, where a paragraph
/// may begin with a foreign name, the majority of its letters decides.
/// </summary>
internal static class TextDirection
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku-Arab", "nqo", "pa-Arab", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    /// <summary>Whether a paragraph is right-to-left.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="isInside">The document is; a paragraph without letters then is as well.</param>
    public static bool IsRightToLeft(string text, bool isInside = false)
    {
        var (toTheLeft, toTheRight) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value))
                toTheLeft++;
            else if (Rune.IsLetter(rune))
                toTheRight++;
            if (!isInside && toTheLeft + toTheRight > 0)
                break;
        }
        return isInside ? toTheLeft >= toTheRight : toTheLeft > 0;
    }

    /// <summary>Whether a language is written from right to left.</summary>
    /// <param name="language">A BCP 47 tag, or null.</param>
    public static bool IsOfRightToLeft(string? language)
    {
        var parts = language?.Split('-', '_') ?? [];
        return parts.Length > 0 && (Languages.Contains(parts[0]) || (parts.Length > 1 && Languages.Contains($"{parts[0]}-{parts[1]}")));
    }

    /// <summary>The runs of a right-to-left text, marked as such.</summary>
    public static IEnumerable<TextRun> Mark(IEnumerable<TextRun> runs) => runs.Select(run => run with { IsRightToLeft = true });

    private static bool IsRightToLeft(int rune) =>
        rune is 0x200F or >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF
            or >= 0x1E800 and <= 0x1EFFF;
}
