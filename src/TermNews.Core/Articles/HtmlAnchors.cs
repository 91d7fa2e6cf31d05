using AngleSharp.Dom;

namespace TermNews.Core.Articles;

/// <summary>The places of a document that its own links lead to: footnotes and back from them, tables of contents.</summary>
internal sealed class HtmlAnchors
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly string? _page;

    private HtmlAnchors(Uri? baseUrl) => _page = baseUrl?.GetLeftPart(UriPartial.Query);

    /// <summary>Those below an element.</summary>
    public static HtmlAnchors Of(IElement root, Uri? baseUrl)
    {
        var anchors = new HtmlAnchors(baseUrl);
        var asked = root.QuerySelectorAll("a[href*='#']").Select(link => anchors.FragmentOf(link.GetAttribute("href"))).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (asked.Count > 0)
            anchors._names.UnionWith(root.QuerySelectorAll("[id], a[name]").Select(Name).OfType<string>().Where(asked.Contains));
        return anchors;
    }

    /// <summary>The name of an element that a link leads to, or null.</summary>
    public string? NameOf(IElement element) => _names.Count > 0 && Name(element) is { } name && _names.Contains(name) ? name : null;

    /// <summary><c>#name</c> where an address leads to a place in the document, else null.</summary>
    public string? TargetOf(string? href) => _names.Count > 0 && FragmentOf(href) is { } name && _names.Contains(name) ? "#" + name : null;

    private static string? Name(IElement element) =>
        element.Id is { Length: > 0 } id ? id : element.LocalName == "a" ? element.GetAttribute("name") : null;

    private string? FragmentOf(string? href)
    {
        var hash = href?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        if (hash < 0 || hash + 1 == href!.Length || href.Length - hash > 200)
            return null;
        var isHere = hash == 0 || (_page is not null && href[..hash].Equals(_page, StringComparison.OrdinalIgnoreCase));
        return isHere ? Uri.UnescapeDataString(href[(hash + 1)..]) : null;
    }
}
