namespace TermNews.Core.Feeds.Parsing;

/// <summary>Recognizes the kind of a document by its beginning.</summary>
internal static class FeedSniffer
{
    /// <summary>The index of the first character that is not white space, a byte order mark or a control character.</summary>
    public static int FindStart(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]) || text[at] == '\uFEFF'))
            at++;
        return at;
    }

    /// <summary>The beginning of a document, for error messages.</summary>
    public static string BeginningOf(ReadOnlySpan<char> text)
    {
        const int enough = 20;
        var start = text[FindStart(text)..];
        return start[..Math.Min(start.Length, enough)].ToString();
    }

    /// <summary>The error for a document that is no feed.</summary>
    public static NewsException NoFeed(ReadOnlySpan<char> text)
    {
        var start = text[FindStart(text)..];
        var sentence = start.IsEmpty ? "The document is empty; a feed was expected."
            : start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                ? "This is a web page, not a feed; give the address of its feed."
            : start[0] is '{' or '[' ? "This is JSON, but no JSON Feed."
            : "This is no feed: neither RSS, Atom nor JSON Feed.";
        return new(NewsFault.Unreadable, sentence);
    }
}
