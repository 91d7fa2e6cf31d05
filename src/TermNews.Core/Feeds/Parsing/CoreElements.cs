using TermNews.Core.Feeds.Parsing.Dates;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>The elements of RSS and Atom themselves inside an entry.</summary>
internal static class CoreElements
{
    /// <summary>Applies an element that has just closed.</summary>
    public static void Apply(EntryBuilder entry, FeedElement element)
    {
        switch (element.Local)
        {
            case "title": entry.Title ??= TextConstructs.ToLine(element); break;
            case "link": ApplyLink(entry, element); break;
            case "guid" or "id":
                entry.EntryGuid ??= FeedText.Line(element.Text);
                entry.IsGuidLink = !"false".Equals(element["isPermaLink"]?.Trim(), StringComparison.OrdinalIgnoreCase);
                break;
            case "description" when entry.Summary is not null && entry.Content is null:
                entry.Content = TextConstructs.ToHtml(element);   // Beside a summary, a description is the full text.
                break;
            case "description" or "summary" or "abstract": entry.Summary ??= TextConstructs.ToHtml(element); break;
            case "content" or "fullitem" or "body": ApplyContent(entry, element); break;
            case "author":
                EntryElements.AddPerson(entry.Authors, element.Container == FeedContainer.Person ? entry.Person.Take(element)
                    : Person.Parse(element.Text));
                break;
            case "category":
                entry.AddCategory(FeedText.Label(element["label"]) ?? FeedText.Label(element["term"]) ?? FeedText.Label(element.Text));
                break;
            case "enclosure": entry.AddEnclosure(element["url"] ?? element["href"], element["type"], element["length"]); break;
            case "comments":
                entry.Facts =
                    entry.Facts with { DiscussionLink = entry.Facts.DiscussionLink ?? SafeLinks.ResolveWeb(element.Text, entry.Base) };
                break;
            default: ApplyDate(entry, element); break;
        }
    }

    private static void ApplyContent(EntryBuilder entry, FeedElement element)
    {
        if (element["src"] is { } source)
            entry.SecondLink ??= SafeLinks.ResolveWeb(source, element.Base);
        entry.Content ??= TextConstructs.ToHtml(element);
    }

    private static void ApplyDate(EntryBuilder entry, FeedElement element)
    {
        switch (element.Local)
        {
            case "pubdate" or "published": entry.PublishedAt ??= FeedDates.Parse(element.Text); break;
            case "issued": entry.IssuedAt ??= FeedDates.Parse(element.Text); break;
            case "created": entry.CreatedAt ??= FeedDates.Parse(element.Text); break;
            case "updated" or "modified" or "lastmod": entry.UpdatedAt = FeedDates.Parse(element.Text) ?? entry.UpdatedAt; break;
            case "date": entry.DatedAt ??= FeedDates.Parse(element.Text); break;
        }
    }

    private static void ApplyLink(EntryBuilder entry, FeedElement element)
    {
        var address = element["href"] ?? element.Text;
        switch ((element["rel"] ?? "alternate").Trim().ToLowerInvariant())
        {
            case "alternate" when element["type"] is { } type && !type.Contains("html", StringComparison.OrdinalIgnoreCase):
                entry.SecondLink ??= SafeLinks.ResolveOrKeep(address, element.Base);
                break;
            case "alternate": entry.Link ??= SafeLinks.ResolveOrKeep(address, element.Base); break;
            case "enclosure": entry.AddEnclosure(SafeLinks.Resolve(address, element.Base), element["type"], element["length"]); break;
            case "replies": ApplyReplies(entry, element, address); break;
        }
    }

    private static void ApplyReplies(EntryBuilder entry, FeedElement element, string address)
    {
        if (element["type"]?.Contains("html", StringComparison.OrdinalIgnoreCase) != false)
            entry.Facts = entry.Facts with { DiscussionLink = entry.Facts.DiscussionLink ?? SafeLinks.ResolveWeb(address, element.Base) };
        if (EntryElements.Number(element["thr:count"]) is { } count)
            entry.Counters = entry.Counters with { Comments = entry.Counters.Comments ?? count };
    }
}
