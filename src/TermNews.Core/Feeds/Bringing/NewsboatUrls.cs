using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Feeds.Bringing;

/// <summary>
/// Reads newsboat's <c>urls</c> file. A line is an address and tags, quoted if they contain spaces; <c>~Title</c> sets the title.
/// </summary>
public static class NewsboatUrls
{
    /// <summary>Reads a file; a plain list with one address per line is valid, too.</summary>
    /// <param name="text">The file.</param>
    /// <param name="withPrograms"><c>exec:</c> addresses are subscriptions, not skipped.</param>
    /// <exception cref="NewsException">No line has an address.</exception>
    public static SubscriptionList Read(string text, bool withPrograms = false)
    {
        var found = new SubscriptionCollector(withPrograms);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            ReadLine(line.Trim(), found);
        var list = found.ToList(null);
        var isList = list.Subscriptions.Count > 0 || list.Skipped.All(skipped => skipped.Reason != NoAddress);
        return isList ? list
            : throw new NewsException(NewsFault.Unreadable, "This is neither OPML nor a list of addresses: no line holds one.");
    }

    private const string NoAddress = "This is no address that can be fetched.";

    private static void ReadLine(string line, SubscriptionCollector found)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        var words = Split(line);
        var address = words[0];
        if (IsSpecial(address) is { } reason)
        {
            found.Skip(line, reason);
            return;
        }
        var title = words.Skip(1).FirstOrDefault(word => word.StartsWith('~') && word.Length > 1)?[1..];
        var tags = words.Skip(1).Where(word => word.Length > 0 && word[0] is not ('~' or '!')).Select(ForeignText.CleanLine)
            .Where(tag => tag.Length > 0);
        found.Add(WithScheme(address), FeedText.Line(title), null, tags);
    }

    private static string? IsSpecial(string address) =>
        address.StartsWith("query:", StringComparison.OrdinalIgnoreCase)
            ? "Query feeds are newsboat's own; search or filter does this here."
        : address.StartsWith("filter:", StringComparison.OrdinalIgnoreCase)
            ? "Filters are not run; subscribe to the address itself, or to exec: with a program that fetches and filters."
        : address.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? "Files on this machine are not followed."
        : null;

    /// <summary>Adds the missing scheme to an address.</summary>
    private static string WithScheme(string address)
    {
        var isBare = !ProgramAddress.IsProgram(address) && !address.Contains("://", StringComparison.Ordinal)
            && !address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)
            && address.Contains('.', StringComparison.Ordinal) && char.IsAsciiLetterOrDigit(address[0])
            && (address.IndexOf('/', StringComparison.Ordinal) > 0 || !address.EndsWith('.'));
        return isBare ? "https://" + address : address;
    }

    private static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '\\' && isQuoted && at + 1 < line.Length)
                word.Append(line[++at]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (char.IsWhiteSpace(c) && !isQuoted)
                Flush();
            else if (c == '#' && !isQuoted && word.Length == 0)
                break;
            else
                word.Append(c);
        }
        Flush();
        return words.Count > 0 ? words : [""];

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
