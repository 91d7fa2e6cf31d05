namespace TermNews.Core.Text;

/// <summary>
/// Sanitises foreign text for terminals, file names, window titles and pipes. It removes C0, C1 and DEL, whole escape sequences (ECMA-48),
/// bidirectional embeddings, overrides and isolates (U+202A–202E, U+2066–2069), tag characters (U+E0000–E007F) and unpaired surrogates, and
/// keeps ZWJ, ZWNJ, LRM, RLM, soft hyphens and variation selectors.
/// </summary>
public static class ForeignText
{
    private const char Escape = '\e';
    private const char StringTerminator = '\x9C';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(MakeSuspects());

    /// <summary>Cleans text of one line: runs of white space collapse to one space, and both ends are trimmed.</summary>
    public static string CleanLine(string text)
    {
        var clean = Strip(text);
        return NeedsFolding(clean) ? Fold(clean) : clean;
    }

    /// <inheritdoc cref="CleanLine(string)"/>
    public static string CleanLine(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Suspects))
            return CleanLine(text.ToString());
        return NeedsFolding(text) ? Fold(text) : text.ToString();
    }

    /// <summary>Whether <see cref="CleanLines"/> would change nothing.</summary>
    internal static bool IsCleanLines(ReadOnlySpan<char> text) => !text.ContainsAny(Suspects) && !text.Contains('\r');

    /// <summary>Cleans text of several lines: line feeds and tabs stay, CR LF and CR become LF.</summary>
    public static string CleanLines(string text) =>
        Strip(text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text);

    private static string Strip(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0)
            return text;
        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length;)
        {
            var c = text[at];
            if (c is Escape or '\x9B' or '\x90' or '\x9D' or '\x98' or '\x9E' or '\x9F')
            {
                at = AfterSequence(text, at);
            }
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                if (char.ConvertToUtf32(c, text[at + 1]) is < 0xE0000 or > 0xE007F)
                    kept.Append(c).Append(text[at + 1]);
                at += 2;
            }
            else
            {
                if (!IsForbidden(c))
                    kept.Append(c);
                at++;
            }
        }
        return kept.ToString();
    }

    /// <summary>
    /// The index after the escape sequence at <paramref name="start"/>; of an unterminated one only the introducer is removed.
    /// </summary>
    private static int AfterSequence(string text, int start)
    {
        var at = start + 1;
        var kind = text[start];
        if (kind == Escape)
        {
            if (at >= text.Length)
                return at;
            kind = text[at++] switch
            { '[' => '\x9B', ']' => '\x9D', 'P' => '\x90', 'X' => '\x98', '^' => '\x9E', '_' => '\x9F', _ => '\0' };
            if (kind == '\0')
                return text[at - 1] is >= ' ' and <= '/' ? AfterIntermediates(text, at) : text[at - 1] is >= '0' and <= '~' ? at : at - 1;
        }
        return kind == '\x9B' ? AfterControlSequence(text, at) : AfterControlString(text, at);
    }

    private static int AfterIntermediates(string text, int at)
    {
        while (at < text.Length && text[at] is >= ' ' and <= '/')
            at++;
        return at < text.Length && text[at] is >= '0' and <= '~' ? at + 1 : at;
    }

    private static int AfterControlSequence(string text, int at)
    {
        while (at < text.Length && text[at] is >= '\x20' and <= '\x3F')
            at++;
        return at < text.Length && text[at] is >= '\x40' and <= '\x7E' ? at + 1 : at;
    }

    private static int AfterControlString(string text, int at)
    {
        const int longest = 4096;
        var end = Math.Min(text.Length, at + longest);
        for (var i = at; i < end; i++)
        {
            if (text[i] is '\a' or StringTerminator)
                return i + 1;
            if (text[i] == Escape)
                return i + 1 < text.Length && text[i + 1] == '\\' ? i + 2 : i;
            if (text[i] == '\n')
                return i;
        }
        return at;
    }

    private static bool IsForbidden(char c) =>
        (c < ' ' && c is not ('\n' or '\t' or '\r')) || c is >= '\x7F' and <= '\x9F'
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' || char.IsSurrogate(c);

    private static bool NeedsFolding(ReadOnlySpan<char> text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : (c is < ' ' or > '~') && IsSpace(c))
                return true;
            before = c;
        }
        return before == ' ' && text.Length > 0;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            if (c is > ' ' and <= '~' || !IsSpace(c))
                folded[length++] = c;
            else if (length > 0 && folded[length - 1] != ' ')
                folded[length++] = ' ';
        }
        var line = folded.AsSpan(0, length).TrimEnd(' ').ToString();
        BorrowedArrays.GiveBack(folded);
        return line;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u2028' or '\u2029';

    private static string MakeSuspects()
    {
        var all = new StringBuilder();
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            if (IsForbidden(c))
                all.Append(c);
        }
        return all.ToString();
    }
}
