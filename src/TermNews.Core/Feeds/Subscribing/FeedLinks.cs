using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Feeds.Subscribing;

/// <summary>Finds the feeds that a web page links to. It scans tags without building a tree, which deep nesting would make slow.</summary>
internal static partial class FeedLinks
{
    /// <summary>The usual paths of feeds, for sites that do not link to theirs.</summary>
    public static readonly IReadOnlyList<string> UsualPlaces =
        ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json"];

    /// <summary>Characters that are scanned: feeds are linked in the head, which is at the beginning.</summary>
    private const int LongestHead = 512 * 1024;

    /// <summary>Links that are kept; a chooser with more is of no use.</summary>
    private const int MostLinks = 20;

    private static readonly string[] FeedTypes =
    [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
        "text/xml", "application/xml", "text/rss+xml",
    ];

    [GeneratedRegex("""<(link|base)\s((?:[^<>"']+|"[^"]{0,1000}"|'[^']{0,1000}'){1,50})>""", RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }

    [GeneratedRegex("""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute { get; }

    /// <summary>
    /// The addresses of <c>link rel="alternate"</c> with a feed's media type, in the order of the page, comment feeds last.
    /// </summary>
    public static IReadOnlyList<string> Find(ReadOnlyMemory<byte> page, string pageUrl)
    {
        var head = Encoding.UTF8.GetString(page.Span[..Math.Min(page.Length, LongestHead)]);
        var tags = Tag.Matches(head)
            .Select(match => (Name: match.Groups[1].Value, Attributes: AttributesOf(match.Groups[2].Value))).ToList();
        var stated = tags.Find(tag => tag.Name.Equals("base", StringComparison.OrdinalIgnoreCase)).Attributes?.GetValueOrDefault("href");
        var origin = Resolve(pageUrl, stated) ?? pageUrl;
        return [.. tags.Select(tag => tag.Attributes)
            .Where(IsFeed)
            .OrderBy(IsOfComments)
            .Select(link => Resolve(origin, link.GetValueOrDefault("href")))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(MostLinks)];
    }

    private static Dictionary<string, string> AttributesOf(string tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute.Matches(tag))
        {
            var value = match.Groups[2].Value + match.Groups[3].Value + match.Groups[4].Value;
            attributes.TryAdd(match.Groups[1].Value, WebUtility.HtmlDecode(value));
        }
        return attributes;
    }

    private static bool IsFeed(Dictionary<string, string> link)
    {
        var relations = link.GetValueOrDefault("rel", "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var type = link.GetValueOrDefault("type", "").Split(';')[0].Trim();
        return relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
            || (relations.Contains("alternate", StringComparer.OrdinalIgnoreCase)
                && FeedTypes.Contains(type, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsOfComments(Dictionary<string, string> link) =>
        $"{link.GetValueOrDefault("href")} {link.GetValueOrDefault("title")}".Contains("comments", StringComparison.OrdinalIgnoreCase);

    private static string? Resolve(string origin, string? address) =>
        address is not null && Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate(from, address.Trim(), out var uri)
        && uri.Scheme is "http" or "https" && (NetworkPlace.IsPrivate(from) || !NetworkPlace.IsPrivate(uri))
            ? uri.AbsoluteUri : null;
}
