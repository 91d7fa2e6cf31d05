using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TermNews.Core.Html;
using TermNews.Core.Stories;

namespace TermNews.Core.Feeds;

/// <summary>Turns a parsed entry into what the database keeps.</summary>
public static class EntryMapping
{
    private const int LongestLead = 300;
    private const int LongestGuid = 2000;

    private static readonly byte[] AsciiKinds = MakeAsciiKinds();

    /// <summary>The entry as a story on its way into the database.</summary>
    public static IncomingStory ToIncomingStory(this ParsedEntry entry)
    {
        var text = new StoryText(entry.Summary, entry.Content);
        var body = text.Longer;
        var plain = text.ToWords();
        return new()
        {
            EntryGuid = IdentityOf(entry, plain),
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
            Lead = LeadOf(entry.Summary is { } summary && !ReferenceEquals(summary, body) ? PlainText.FromHtml(summary) : plain) ?? LeadOf(plain),
            WordCount = CountWords(plain),
            Counters = entry.Counters,
            Text = text,
        };
    }

    /// <summary>Words of a text; in scripts without spaces each character counts as one.</summary>
    public static int CountWords(string text)
    {
        var count = 0;
        var isInWord = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAscii(text[at]))
            {
                at = CountAsciiWords(text, at, ref isInWord, ref count);
                continue;
            }
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            var isWide = IsWrittenWithoutSpaces(rune.Value);
            var isLetter = !isWide && (Rune.IsLetterOrDigit(rune) || (isInWord && rune.Value is '’'));
            if (isWide || (isLetter && !isInWord))
                count++;
            isInWord = isLetter || (isInWord && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);
        }
        return count;
    }

    /// <summary>Most text is ASCII, and all text of all feeds comes this way: a table tells letters and digits (1) from joiners (2).</summary>
    private static int CountAsciiWords(string text, int from, ref bool isInWord, ref int count)
    {
        var kinds = AsciiKinds;
        var (before, found, at) = (isInWord ? 1 : 0, 0, from);
        for (; at < text.Length && text[at] < kinds.Length; at++)
        {
            int kind = kinds[text[at]];
            var now = (kind & 1) | ((kind >> 1) & before);
            found += now & (before ^ 1);
            before = now;
        }
        (isInWord, count) = (before == 1, count + found);
        return at;
    }

    private static byte[] MakeAsciiKinds()
    {
        var kinds = new byte[128];
        for (var c = '\0'; c < kinds.Length; c++)
            kinds[c] = char.IsAsciiLetterOrDigit(c) ? (byte)1 : c is '\'' or '-' ? (byte)2 : (byte)0;
        return kinds;
    }

    private static bool IsWrittenWithoutSpaces(int code) =>
        code is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF
            or >= 0x20000 and <= 0x323AF;

    /// <summary>What tells the entry apart from others of its feed, also on the next visit.</summary>
    private static string IdentityOf(ParsedEntry entry, string plain)
    {
        if (entry.EntryGuid is { Length: > 0 and <= LongestGuid } guid)
            return guid;
        if (entry.EntryGuid is null && entry.Link is { Length: <= LongestGuid } link)
            return link;
        var text = entry.EntryGuid ?? (entry.Title + "\n" + plain);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string? LeadOf(string plain)
    {
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
