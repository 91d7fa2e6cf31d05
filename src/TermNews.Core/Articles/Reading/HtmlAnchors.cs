using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>The anchors of a document that its own links lead to: footnotes, their references, tables of contents.</summary>
internal sealed class HtmlAnchors
{
    /// <summary>Characters: a bound for memory, far above the names that programs generate.</summary>
    private const int LongestName = 200;

    private readonly Dictionary<string, IElement> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pages = new(StringComparer.OrdinalIgnoreCase);

    private HtmlAnchors(Uri? baseUrl)
    {
        if (baseUrl is not null)
            _pages.Add(PageOf(baseUrl.AbsoluteUri));
    }

    /// <summary>The anchors inside an element.</summary>
    public static HtmlAnchors Of(IElement root, Uri? baseUrl)
    {
        var anchors = new HtmlAnchors(baseUrl);
        List<IElement> links = [.. root.QuerySelectorAll("a[href*='#']")];
        var asked = links.Select(link => FragmentOf(link.GetAttribute("href")!)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
            return anchors;
        foreach (var element in root.QuerySelectorAll("[id], a[name]"))
        {
            if (Name(element) is { } name && asked.Contains(name))
                anchors._places.TryAdd(name, element);
        }
        foreach (var link in links)
            anchors.AddPageOf(link);
        return anchors;
    }

    /// <summary>The name of an element as an anchor, or null.</summary>
    public string? NameOf(IElement element) => _places.Count > 0 && Name(element) is { } name && _places.ContainsKey(name) ? name : null;

    /// <summary><c>#name</c> if an address leads to an anchor of the document; else null.</summary>
    public string? TargetOf(string? href)
    {
        if (_places.Count == 0 || href is null || FragmentOf(href) is not { } name || !_places.ContainsKey(name))
            return null;
        return href[0] == '#' || _pages.Contains(PageOf(href)) ? "#" + name : null;
    }

    /// <summary>
    /// A feed may name the page of a document by another address than its footnotes do. If a link leads to an anchor with a link back to
    /// it, both are the same page.
    /// </summary>
    private void AddPageOf(IElement link)
    {
        var href = link.GetAttribute("href")!;
        if (href[0] == '#' || _pages.Contains(PageOf(href)) || PlaceOf(href) is not { } place)
            return;
        var back = place.QuerySelectorAll("a[href*='#']").Append(place).Select(other => other.GetAttribute("href")).OfType<string>();
        if (back.Any(other => PageOf(other) == PageOf(href) && PlaceOf(other) is { } origin && origin != place && origin.Contains(link)))
            _pages.Add(PageOf(href));
    }

    private IElement? PlaceOf(string href) => FragmentOf(href) is { } name ? _places.GetValueOrDefault(name) : null;

    private static string? Name(IElement element) =>
        element.Id is { Length: > 0 } id ? id : element.LocalName == "a" ? element.GetAttribute("name") : null;

    /// <summary>An address without scheme, fragment and tracking parameters.</summary>
    private static string PageOf(string href)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var page = TrackerFree.Of(hash < 0 ? href : href[..hash]);
        var scheme = page.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? page : page[(scheme + 3)..]).TrimEnd('/');
    }

    private static string? FragmentOf(string href)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var isFragment = hash >= 0 && hash + 1 < href.Length && href.Length - hash <= LongestName;
        return isFragment ? Uri.UnescapeDataString(href[(hash + 1)..]) : null;
    }
}
