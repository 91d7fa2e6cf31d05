using System.Security.Cryptography;
using System.Text;
using TermNews.Core.Html;
using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Turns a parsed entry into what the database keeps.</summary>
public static class EntryMapping
{
    private const int LongestLead = 300;
    private const int LongestGuid = 2000;

    /// <summary>The entry as a story on its way into the database.</summary>
    public static IncomingStory ToIncomingStory(this ParsedEntry entry)
    {
        var text = new StoryText(entry.Summary, entry.Content);
        return new()
        {
            EntryGuid = IdentityOf(entry, text),
            Title = entry.Title,
            Link = SafeLinks.Resolve(entry.Link, null),
            Author = entry.Author,
            AuthorEmail = entry.AuthorEmail,
            PublishedAt = entry.PublishedAt,
            UpdatedAt = entry.UpdatedAt,
            Categories = entry.Categories,
            Enclosures = entry.Enclosures,
            Image = entry.Image,
            Language = entry.Language,
            DiscussionLink = entry.DiscussionLink,
            Lead = LeadOf(entry.Summary) ?? LeadOf(text.Longer),
            Counters = entry.Counters,
            Text = text,
        };
    }

    /// <summary>What tells the entry apart from others of its feed, also on the next visit.</summary>
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
