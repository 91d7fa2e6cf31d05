using System.Security.Cryptography;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Maps a parsed entry to the entry that is stored.</summary>
public static class EntryMapping
{
    // Three lines of a wide terminal.
    private const int LongestLead = 300;
    // As long as addresses that browsers accept; a longer one is hashed, so that the index stays small.
    private const int LongestGuid = 2000;

    /// <summary>The entry as a story on its way into the database.</summary>
    public static IncomingStory ToIncomingStory(this ParsedEntry entry)
    {
        var text = new StoryText(entry.Summary, entry.Content);
        return new(entry)
        {
            EntryGuid = IdentityOf(entry, text),
            Link = SafeLinks.Resolve(entry.Link, null),
            Lead = LeadOf(entry.Summary) ?? LeadOf(text.Longer),
            Text = text,
        };
    }

    /// <summary>
    /// The identity of an entry within its feed, stable across visits: its GUID, else its link, else a hash of title and text.
    /// </summary>
    private static string IdentityOf(ParsedEntry entry, StoryText kept)
    {
        if (entry.EntryGuid is { Length: > 0 and <= LongestGuid } guid)
            return guid;
        if (entry.EntryGuid is null && entry.Link is { Length: <= LongestGuid } link)
            return link;
        var text = entry.EntryGuid ?? (entry.Title + "\n" + kept.ToWords());
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string? LeadOf(string? html)
    {
        var plain = html is null ? "" : PlainText.BeginningOf(html, LongestLead + 1);
        if (plain.Length == 0)
            return null;
        if (plain.Length <= LongestLead)
            return plain;
        var end = plain.LastIndexOf(' ', LongestLead - 2);
        if (end < LongestLead / 2)
            end = char.IsHighSurrogate(plain[LongestLead - 2]) ? LongestLead - 2 : LongestLead - 1;
        return plain[..end] + "…";
    }
}
