namespace TermNews.Core.Html;

/// <summary>Parses the attributes of a start tag.</summary>
internal static class HtmlAttributes
{
    private static readonly SearchValues<char> TagEnders = SearchValues.Create("<>\"'");

    /// <summary>
    /// The end of the tag: its <c>&gt;</c>, or the <c>&lt;</c> of the next tag if that is missing; negative without either. Quotes count
    /// only at the start of a value, as in <c>title="a &gt; b"</c>.
    /// </summary>
    public static int FindTagEnd(ReadOnlySpan<char> tag, int from)
    {
        for (var at = from; at < tag.Length;)
        {
            var next = tag[at..].IndexOfAny(TagEnders);
            if (next < 0)
                return -1;
            at += next;
            if (tag[at] is '<' or '>')
                return at;
            if (!FollowsEquals(tag[from..at]))
            {
                at++;
                continue;
            }
            var close = tag[(at + 1)..].IndexOf(tag[at]);
            if (close < 0)
                return tag[at..].IndexOf('>') is >= 0 and var end ? at + end : -1;
            at += close + 2;
        }
        return -1;
    }

    /// <summary>Consumes the next attribute of <paramref name="rest"/>.</summary>
    public static bool ReadNext(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = default;
        value = default;
        rest = rest.TrimStart(" \t\r\n\f/");
        if (rest.IsEmpty)
            return false;
        var end = 1;
        while (end < rest.Length && rest[end] is not (' ' or '\t' or '\r' or '\n' or '\f' or '/' or '='))
            end++;
        name = rest[..end];
        rest = rest[end..];
        var after = rest.TrimStart(" \t\r\n\f");
        if (after.IsEmpty || after[0] != '=')
            return true;
        rest = after[1..].TrimStart(" \t\r\n\f");
        value = TakeValue(ref rest);
        return true;
    }

    private static ReadOnlySpan<char> TakeValue(scoped ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return default;
        var quote = rest[0];
        var isQuoted = quote is '"' or '\'';
        var body = isQuoted ? rest[1..] : rest;
        var end = isQuoted ? body.IndexOf(quote) : body.IndexOfAny(" \t\r\n\f");
        if (end < 0)
            end = body.Length;
        var value = body[..end];
        rest = isQuoted && end < body.Length ? body[(end + 1)..] : body[end..];
        return value;
    }

    private static bool FollowsEquals(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd(" \t\r\n\f");
        return trimmed.Length > 0 && trimmed[^1] == '=';
    }
}
