namespace TermNews.Core.Text;

/// <summary>
/// Bounds foreign text by what a reader sees. A grapheme cluster has at most 32 code points, above the 30 of the stream-safe format
/// (UAX #15) and any emoji or script; a title has at most 1,000 grapheme clusters, ten times the longest headline that was seen.
/// </summary>
public static class BoundedText
{
    /// <summary>The most code points of a grapheme cluster.</summary>
    public const int LongestGrapheme = 32;

    /// <summary>The most grapheme clusters of a title, a name or another short text.</summary>
    public const int LongestLine = 1_000;

    /// <summary>A short text: both bounds, with an ellipsis where it was cut.</summary>
    public static string Line(string text)
    {
        if (text.Length <= LongestLine && !MayHaveLongGrapheme(text))
            return text;
        var kept = new StringBuilder();
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (++count > LongestLine)
                return kept.ToString().TrimEnd() + "…";
            at = Take(text, at, kept);
        }
        return kept.ToString();
    }

    /// <summary>A body, whose length has other bounds: every grapheme cluster is cut to the most code points.</summary>
    public static string Body(string text)
    {
        if (!MayHaveLongGrapheme(text))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
            at = Take(text, at, kept);
        return kept.ToString();
    }

    private static int Take(string text, int at, StringBuilder kept)
    {
        var length = StringInfo.GetNextTextElementLength(text, at);
        var grapheme = text.AsSpan(at, length);
        if (length <= LongestGrapheme)
        {
            kept.Append(grapheme);
            return at + length;
        }
        var points = 0;
        foreach (var rune in grapheme.EnumerateRunes())
        {
            if (++points > LongestGrapheme)
                break;
            kept.Append(rune);
        }
        return at + length;
    }

    /// <summary>
    /// Whether enough characters stand together that may belong to one cluster; letters that always begin one part them. So many in a row
    /// have one at a multiple of their number, and the others need not be looked at.
    /// </summary>
    private static bool MayHaveLongGrapheme(string text)
    {
        for (var at = 0; at < text.Length; at += LongestGrapheme)
        {
            if (BeginsCluster(text[at]))
                continue;
            var (first, last) = (at, at);
            while (first > 0 && !BeginsCluster(text[first - 1]))
                first--;
            while (last + 1 < text.Length && !BeginsCluster(text[last + 1]))
                last++;
            if (last - first + 1 >= LongestGrapheme)
                return true;
            at = last - (last % LongestGrapheme);
        }
        return false;
    }

    /// <summary>Latin, Greek, Cyrillic, kana, Han and Hangul syllables.</summary>
    private static bool BeginsCluster(char c) => c < '\u0300'
        || c is >= '\u0370' and <= '\u0482' or >= '\u048A' and <= '\u0590' or >= '\u1E00' and <= '\u1FFF'
        || c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';
}
