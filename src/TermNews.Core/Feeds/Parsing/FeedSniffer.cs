namespace TermNews.Core.Feeds.Parsing;

/// <summary>Tells what a document is by its beginning.</summary>
internal static class FeedSniffer
{
    /// <summary>Where the first character stands that is neither white space nor a byte order mark nor a control.</summary>
    public static int FindStart(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]) || text[at] == '\uFEFF'))
            at++;
        return at;
    }

    /// <summary>As much of a document as tells what it is.</summary>
    public static string BeginningOf(ReadOnlySpan<char> text)
    {
        const int enough = 20;
        var start = text[FindStart(text)..];
        return start[..Math.Min(start.Length, enough)].ToString();
    }

    /// <summary>The error for a document without a feed in it.</summary>
    public static NewsException NoFeed(ReadOnlySpan<char> text)
    {
        var start = text[FindStart(text)..];
        var sentence = start.IsEmpty ? "The document is empty; a feed was expected."
            : start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                ? "This is a web page, not a feed; give the address of its feed."
            : start[0] is '{' or '[' ? "This is JSON, but no JSON Feed."
            : "This is no feed: neither RSS, Atom nor JSON Feed.";
        return new(NewsFault.Unreadable, sentence);
    }
}
