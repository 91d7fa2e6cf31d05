using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>The metadata of a page in JSON-LD, OpenGraph, meta elements and its markup; null for what it does not state.</summary>
internal sealed class PageFacts
{
    private static readonly string[] DateAttributes = ["datetime", "content", "title"];
    private static readonly string[] NameAttributes = ["property", "name", "itemprop", "http-equiv"];
    private static readonly string[] TitleNames =
        ["dc:title", "dcterm:title", "dc.title", "dcterms.title", "og:title", "parsely-title", "title", "twitter:title"];
    private static readonly string[] BylineNames =
        ["dc:creator", "dcterm:creator", "dc.creator", "dcterms.creator", "author", "parsely-author", "sailthru.author",
            "article:author"];
    private static readonly string[] DateNames =
        ["article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.created",
            "dc.date", "date", "pubdate", "sailthru.date", "publishdate", "og:published_time"];

    public string? Title { get; init; }

    /// <summary>The author by its metadata.</summary>
    public string? Byline { get; init; }

    /// <summary>The author by its markup, which may belong to something else on the page.</summary>
    public string? MarkedByline { get; init; }

    public string? SiteName { get; init; }

    public string? Language { get; init; }

    public string? ImageUrl { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public bool IsRightToLeft { get; init; }

    /// <summary>Reads the metadata. Call it before elements are removed from the document.</summary>
    public static PageFacts Read(IDocument document)
    {
        var metas = Metas(document);
        var linked = LinkedData.Read(document);
        var byline = Line(linked?.Author) ?? BylineOf(metas);
        var root = document.DocumentElement;
        return new PageFacts
        {
            Title = Line(linked?.Headline) ?? First(metas, TitleNames),
            Byline = byline,
            MarkedByline = byline is null ? FindByline(document) : null,
            SiteName = Line(linked?.Publisher) ?? First(metas, "og:site_name"),
            Language = LanguageOf(root?.GetAttribute("lang") ?? root?.GetAttribute("xml:lang")
                ?? First(metas, "content-language", "og:locale", "language") ?? document.Body?.GetAttribute("lang")),
            PublishedAt = DateOf(linked?.Published)
                ?? DateNames.Select(name => DateOf(First(metas, name))).FirstOrDefault(date => date is not null)
                ?? MarkedDate(document),
            ImageUrl = First(metas, "og:image", "og:image:url", "twitter:image"),
            IsRightToLeft = (root?.GetAttribute("dir") ?? document.Body?.GetAttribute("dir")) is "rtl" or "RTL",
        };
    }

    /// <summary>The name of an author without "By"; null for addresses and labels ("Author:").</summary>
    public static string? Name(string? text)
    {
        var line = Line(text);
        if (line is null or [.., ':' or '：'] || line.Contains("://", StringComparison.Ordinal) || line.Length > 120)
            return null;
        var bare = line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? line[3..].TrimStart() : line;
        return bare.Trim(' ', ',', '|', '•', '·', '-', '–', ':') is { Length: > 0 } name ? name : null;
    }

    /// <summary>Text of one line, or null if it is empty.</summary>
    public static string? Line(string? text) => text is not null && ForeignText.CleanLine(text) is { Length: > 0 } line ? line : null;

    private static Dictionary<string, string> Metas(IDocument document)
    {
        Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta[content]").Take(500))
        {
            var names = NameAttributes.Select(attribute => meta.GetAttribute(attribute) ?? string.Empty);
            foreach (var name in names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                if (Line(meta.GetAttribute("content")) is { } content)
                    Add(metas, name, content);
            }
        }
        return metas;
    }

    /// <summary>The first value of a name, but all authors; the address of an author's page is not a name.</summary>
    private static void Add(Dictionary<string, string> metas, string name, string content)
    {
        var isByline = BylineNames.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (isByline && content.Contains("://", StringComparison.Ordinal))
            return;
        if (!metas.TryAdd(name, content) && isByline && !metas[name].Contains(content, StringComparison.OrdinalIgnoreCase))
            metas[name] += ", " + content;
    }

    private static string? First(Dictionary<string, string> metas, params IEnumerable<string> names) =>
        names.Select(name => metas.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static string? BylineOf(Dictionary<string, string> metas) =>
        BylineNames.Select(name => Name(metas.GetValueOrDefault(name))).FirstOrDefault(name => name is not null);

    private static string? FindByline(IDocument document) =>
        document.QuerySelectorAll("[rel~=author], [itemprop~=author], .byline, .author, .p-author, #byline")
            .Select(element => Name(HtmlSpaces.TextOf(element))).FirstOrDefault(name => name is { Length: < 80 });

    private static DateTimeOffset? MarkedDate(IDocument document) =>
        document.QuerySelectorAll(
                "[itemprop~=datePublished], time[pubdate], article time[datetime], time[datetime], abbr.published, .published[title]")
            .Select(element => DateOf(DateAttributes.Select(element.GetAttribute).FirstOrDefault(value => value is not null)
                ?? element.TextContent))
            .FirstOrDefault(date => date is not null);

    private static DateTimeOffset? DateOf(string? text)
    {
        if (Line(text) is not { Length: >= 8 and < 64 } line)
            return null;
        var isKnown = DateTimeOffset.TryParse(line, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        return isKnown && date.Year is > 1980 and < 2200 ? date : null;
    }

    private static string? LanguageOf(string? tag)
    {
        var bare = tag?.Split(',', ';')[0].Trim().Replace('_', '-');
        return bare is { Length: >= 2 and < 20 } && bare.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? bare : null;
    }
}
