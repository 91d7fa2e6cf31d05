namespace TermNews.Core.Clusters;

/// <summary>Canonical keys of page addresses.</summary>
internal sealed class PageAddresses
{
    /// <summary>Characters of a path that <see cref="Uri"/> leaves unchanged.</summary>
    private static readonly SearchValues<char> PlainInPath =
        SearchValues.Create("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Doors = ["www.", "m.", "mobile.", "amp."];

    private static readonly HashSet<string> FormOfPage =
        new(StringComparer.OrdinalIgnoreCase) { "amp", "amp=1", "amp=true", "outputType=amp" };

    /// <summary>
    /// Cache of hosts by the part of an address before its path, as <see cref="Uri"/> is slow; null for an invalid address.
    /// </summary>
    private readonly Dictionary<string, string?> _hosts = [];

    /// <summary>
    /// Key of a page, without differences of http and https, <c>www.</c>, AMP, final slash and tracking parameters; null for an invalid
    /// address or a front page.
    /// </summary>
    public string? KeyOf(string? link)
    {
        if (link is null)
            return null;
        if (StartOfPlainPath(link) is > 0 and var start)
            return PathOf(link[start..]) is { Length: > 0 } plain && KnownHostOf(link.AsSpan(0, start)) is { } host ? host + plain : null;
        if (!Uri.TryCreate(TrackerFree.Of(link), UriKind.Absolute, out var uri))
            return null;
        var (path, query, place) = (PathOf(uri.AbsolutePath), QueryOf(uri), PlaceOf(uri));
        return path.Length + query.Length + place.Length > 0 ? $"{HostOf(uri)}{path}{query}{place}" : null;
    }

    /// <summary>
    /// Index of the path in an http or https address without query and fragment that <see cref="Uri"/> would leave unchanged; 0 for other
    /// addresses.
    /// </summary>
    private static int StartOfPlainPath(string link)
    {
        var host = link.StartsWith("https://", StringComparison.Ordinal) ? "https://".Length
            : link.StartsWith("http://", StringComparison.Ordinal) ? "http://".Length : 0;
        var start = host == 0 ? 0 : link.AsSpan(host).IndexOfAny("/?#\\[") + host;
        if (start <= host || link[start] != '/')
            return 0;
        var path = link.AsSpan(start);
        return path.ContainsAnyExcept(PlainInPath) || path.Contains("/.", StringComparison.Ordinal) ? 0 : start;
    }

    private string? KnownHostOf(ReadOnlySpan<char> beforePath)
    {
        var hosts = _hosts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!hosts.TryGetValue(beforePath, out var host))
            hosts[beforePath] = host = Uri.TryCreate($"{beforePath}/", UriKind.Absolute, out var uri) ? HostOf(uri) : null;
        return host;
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost;
        var door = Doors.FirstOrDefault(door => host.StartsWith(door, StringComparison.Ordinal) && host.IndexOf('.', door.Length) > 0);
        return uri.IsDefaultPort ? host[(door?.Length ?? 0)..] : $"{host[(door?.Length ?? 0)..]}:{uri.Port}";
    }

    private static string PathOf(string absolute)
    {
        var path = absolute.TrimEnd('/');
        foreach (var end in (ReadOnlySpan<string>)["/amp", ".amp"])
            path = path.EndsWith(end, StringComparison.Ordinal) ? path[..^end.Length] : path;
        return path.EndsWith(".amp.html", StringComparison.Ordinal) ? path[..^".amp.html".Length] + ".html" : path;
    }

    /// <summary>
    /// The fragment if it identifies a post: a page of a weblog may hold a day of posts, each with a number. Comments and tracking
    /// (<c>#xtor=RSS-1</c>) do not count.
    /// </summary>
    private static string PlaceOf(Uri uri) =>
        uri.Fragment is var place && place.Any(char.IsDigit) && !place.Contains('=', StringComparison.Ordinal)
        && !place.StartsWith("#comment", StringComparison.OrdinalIgnoreCase) ? place : string.Empty;

    private static string QueryOf(Uri uri)
    {
        if (uri.Query.Length == 0)
            return string.Empty;
        var parts = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var kept = parts.Where(part => !FormOfPage.Contains(part)).ToArray();
        return kept.Length == 0 ? string.Empty : "?" + string.Join('&', kept);
    }
}
