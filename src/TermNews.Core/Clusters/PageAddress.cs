using TermNews.Core.Text;

namespace TermNews.Core.Clusters;

/// <summary>What the addresses of one and the same page have in common.</summary>
internal static class PageAddress
{
    private static readonly string[] Doors = ["www.", "m.", "mobile.", "amp."];

    private static readonly HashSet<string> FormOfPage = new(StringComparer.OrdinalIgnoreCase) { "amp", "amp=1", "amp=true", "outputType=amp" };

    /// <summary>
    /// The same for the same page, whether by http or https, with <c>www.</c>, as AMP, with a slash at the end, or what only follows readers
    /// about; null where it is no address, or that of a front page.
    /// </summary>
    public static string? KeyOf(string? link)
    {
        if (link is null || !Uri.TryCreate(TrackerFree.Of(link), UriKind.Absolute, out var uri))
            return null;
        var (path, query, place) = (PathOf(uri), QueryOf(uri), PlaceOf(uri));
        return path.Length + query.Length + place.Length > 0 ? $"{HostOf(uri)}{path}{query}{place}" : null;
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost;
        var door = Doors.FirstOrDefault(door => host.StartsWith(door, StringComparison.Ordinal) && host.IndexOf('.', door.Length) > 0);
        return uri.IsDefaultPort ? host[(door?.Length ?? 0)..] : $"{host[(door?.Length ?? 0)..]}:{uri.Port}";
    }

    private static string PathOf(Uri uri)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        foreach (var end in (ReadOnlySpan<string>)["/amp", ".amp"])
            path = path.EndsWith(end, StringComparison.Ordinal) ? path[..^end.Length] : path;
        return path.EndsWith(".amp.html", StringComparison.Ordinal) ? path[..^".amp.html".Length] + ".html" : path;
    }

    /// <summary>
    /// The place in the page, as days of a weblog hold many posts, each with a number of its own; comments and what only counts visitors
    /// (<c>#xtor=RSS-1</c>) are no posts.
    /// </summary>
    private static string PlaceOf(Uri uri) =>
        uri.Fragment is var place && place.Any(char.IsDigit) && !place.Contains('=', StringComparison.Ordinal)
        && !place.StartsWith("#comment", StringComparison.OrdinalIgnoreCase) ? place : string.Empty;

    private static string QueryOf(Uri uri)
    {
        if (uri.Query.Length == 0)
            return string.Empty;
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !FormOfPage.Contains(part)).ToArray();
        return kept.Length == 0 ? string.Empty : "?" + string.Join('&', kept);
    }
}
