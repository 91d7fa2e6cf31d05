namespace TermNews.Tui.Terminal;

/// <summary>
/// Zero width joiners outside of emoji, as in Sinhala and Devanagari. Terminals and multiplexers disagree on where such a cluster ends, and
/// parts of old rows stay on the screen; they are not sent.
/// </summary>
internal static class StrayJoiners
{
    private const char Joiner = '\u200D';

    /// <summary>The cluster without joiners that join no two emoji.</summary>
    public static string Drop(string grapheme)
    {
        if (!grapheme.Contains(Joiner, StringComparison.Ordinal))
            return grapheme;
        var kept = new StringBuilder();
        for (var at = 0; at < grapheme.Length; at++)
        {
            if (grapheme[at] != Joiner || (kept.Length > 0 && EndsInEmoji(kept.ToString()) && BeginsWithEmoji(grapheme.AsSpan(at + 1))))
                kept.Append(grapheme[at]);
        }
        return kept.Length == 0 ? " " : kept.ToString();
    }

    private static bool EndsInEmoji(string text)
    {
        var at = text.Length;
        while (at > 0)
        {
            _ = Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out var length);
            if (rune.Value is not (0xFE0F or (>= 0x1F3FB and <= 0x1F3FF)))   // Emoji presentation, skin tones.
                return IsEmoji(rune);
            at -= length;
        }
        return false;
    }

    private static bool BeginsWithEmoji(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && IsEmoji(rune);

    /// <summary>All that emoji sequences join are symbols (So) above U+2190, or the arrows and signs among them (Sm).</summary>
    private static bool IsEmoji(Rune rune) => rune.Value >= 0x2190
        && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol);
}
