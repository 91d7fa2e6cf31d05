namespace TermNews.Core.Feeds.Parsing;

/// <summary>Closes truncated JSON after the last complete object or array.</summary>
internal static class CutJson
{
    private const int Deepest = 64;

    /// <summary>The closed text; null if nothing in it is complete.</summary>
    public static string? Close(string text)
    {
        var open = new Stack<char>();
        string? closing = null;
        var end = 0;
        var isInString = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (isInString)
            {
                if (c == '\\')
                    at++;
                isInString = c != '"';
            }
            else if (c == '"')
            {
                isInString = true;
            }
            else if (c is '{' or '[')
            {
                if (open.Count >= Deepest)
                    break;
                open.Push(c == '{' ? '}' : ']');
            }
            else if (c is '}' or ']')
            {
                if (!open.TryPop(out var expected) || expected != c)
                    break;
                (closing, end) = (new string([.. open]), at + 1);
            }
        }
        return closing is null ? null : new StringBuilder(text, 0, end, end + closing.Length).Append(closing).ToString();
    }
}
