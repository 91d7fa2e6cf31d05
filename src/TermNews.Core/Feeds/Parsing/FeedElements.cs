using TermNews.Core.Feeds.Parsing.Dates;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>The elements of a feed outside its entries.</summary>
internal static class FeedElements
{
    /// <summary>Applies an element that has just closed.</summary>
    public static void Apply(FeedBuilder feed, FeedElement element, FeedContainer inside)
    {
        if (inside == FeedContainer.Person)
            feed.Person.Apply(element);
        if (inside != FeedContainer.Feed)
            return;
        switch (element.Namespace)
        {
            case FeedNamespace.Core or FeedNamespace.Atom: ApplyCore(feed, element); break;
            case FeedNamespace.DublinCore: ApplyDublinCore(feed, element); break;
            case FeedNamespace.Itunes when element.Local is "author" && feed.Authors.Count == 0:
                AddAuthor(feed, Person.Parse(element.Text));
                break;
            case FeedNamespace.Itunes when element.Local is "summary": feed.Description ??= TextConstructs.ToHtml(element); break;
            case FeedNamespace.Syndication when element.Local is "updateperiod":
                feed.UpdatePeriod ??= FromPeriod(element.Text.Trim());
                break;
            case FeedNamespace.Syndication when element.Local is "updatefrequency":
                feed.UpdatesInPeriod = FeedDates.TryNumber(element.Text.Trim(), out var times) ? Math.Max(1, times) : 1;
                break;
        }
    }

    private static void ApplyCore(FeedBuilder feed, FeedElement element)
    {
        switch (element.Local)
        {
            case "title": feed.Title ??= TextConstructs.ToLine(element); break;
            case "link": ApplyLink(feed, element); break;
            case "description" or "subtitle" or "tagline" or "abstract": feed.Description ??= TextConstructs.ToHtml(element); break;
            case "language": feed.Language = FeedText.Language(element.Text) ?? feed.Language; break;
            case "id" or "guid": feed.Id ??= FeedText.Line(element.Text); break;
            case "author" or "managingeditor" or "webmaster":
                AddAuthor(feed, element.Container == FeedContainer.Person ? feed.Person.Take(element) : Person.Parse(element.Text));
                break;
            case "pubdate" or "published" or "issued": feed.PublishedAt ??= FeedDates.Parse(element.Text); break;
            case "lastbuilddate" or "updated" or "modified": feed.UpdatedAt ??= FeedDates.Parse(element.Text); break;
            case "ttl" when int.TryParse(element.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes):
                feed.Ttl = TimeSpan.FromMinutes(minutes);
                break;
        }
    }

    private static void ApplyDublinCore(FeedBuilder feed, FeedElement element)
    {
        switch (element.Local)
        {
            case "title": feed.Title ??= TextConstructs.ToLine(element); break;
            case "description": feed.Description ??= TextConstructs.ToHtml(element); break;
            case "language": feed.Language ??= FeedText.Language(element.Text); break;
            case "creator" or "author": AddAuthor(feed, Person.Parse(element.Text)); break;
            case "date" or "modified": feed.UpdatedAt ??= FeedDates.Parse(element.Text); break;
            case "issued" or "created": feed.PublishedAt ??= FeedDates.Parse(element.Text); break;
        }
    }

    private static void ApplyLink(FeedBuilder feed, FeedElement element)
    {
        var link = SafeLinks.ResolveOrKeep(element["href"] ?? element.Text, element.Base);
        switch ((element["rel"] ?? "alternate").Trim().ToLowerInvariant())
        {
            case "alternate" when element["href"] is null || element["type"] is null or "text/html" or "application/xhtml+xml":
                feed.SiteUrl ??= link;
                break;
            case "self": feed.SelfUrl ??= link; break;
            case "hub": feed.HubUrl ??= link; break;
        }
    }

    private static void AddAuthor(FeedBuilder feed, Person? author)
    {
        if (author is not null && feed.Authors.Count < 20)
            feed.Authors.Add(author);
    }

    private static TimeSpan? FromPeriod(string period) => period.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };
}

/// <summary>Short texts of feeds.</summary>
internal static class FeedText
{
    private const int LongestLanguage = 40;
    private const int LongestLine = 100_000;

    /// <summary>Text of one line, or null.</summary>
    public static string? Line(string? text)
    {
        if (text is null)
            return null;
        var line = ForeignText.CleanLine(text.Length > LongestLine ? text[..LongestLine] : text);
        return line.Length == 0 ? null : line;
    }

    /// <summary>Plain text of a label that may hold markup, or null.</summary>
    public static string? Label(string? text)
    {
        var line = text is null ? "" : TextConstructs.HasSign(text) ? PlainText.FromTitle(text) : ForeignText.CleanLine(text);
        return line.Length == 0 ? null : BoundedText.Line(line);
    }

    /// <summary>A language tag; null if the text is none.</summary>
    public static string? Language(string? tag)
    {
        var line = Line(tag)?.Replace('_', '-');
        return line is { Length: <= LongestLanguage } && line.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? line : null;
    }
}
