namespace TermNews.Core.Html;

/// <summary>Resolves addresses of foreign documents and refuses unsafe schemes.</summary>
public static class SafeLinks
{
    /// <summary>Characters of an address at most: servers commonly accept no more than 8 KiB.</summary>
    private const int LongestLink = 8192;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>The absolute address, http(s), mailto, gopher or gemini; null for anything else.</summary>
    public static string? Resolve(string? link, Uri? baseUrl)
    {
        if (string.IsNullOrWhiteSpace(link) || link.Length > LongestLink)
            return null;
        var text = Compact(link);
        if (text.Length == 0)
            return null;
        var scheme = SchemeOf(text);
        if (scheme.Length > 0)
            return IsSafe(scheme) ? Normalise(text) : null;
        if (text.StartsWith("//", StringComparison.Ordinal))
            return Normalise((baseUrl is { Scheme: "http" } ? "http:" : "https:") + text);
        return baseUrl is not null && IsSafe(baseUrl.Scheme) && Uri.TryCreate(baseUrl, text, out var absolute) && IsSafe(absolute.Scheme)
            ? absolute.AbsoluteUri
            : null;
    }

    /// <summary>Like <see cref="Resolve"/>, but keeps a relative address if there is no base.</summary>
    public static string? ResolveOrKeep(string? link, Uri? baseUrl)
    {
        if (baseUrl is not null || string.IsNullOrWhiteSpace(link) || link.Length > LongestLink)
            return Resolve(link, baseUrl);
        var text = Compact(link);
        var isRelative = SchemeOf(text).IsEmpty && !text.StartsWith("//", StringComparison.Ordinal);
        return !isRelative ? Resolve(text, null) : text.Length == 0 || text.AsSpan().ContainsAny(" \"<>\\") ? null : text;
    }

    /// <summary>An http(s) address; null for anything else.</summary>
    public static string? ResolveWeb(string? link, Uri? baseUrl) =>
        Resolve(link, baseUrl) is { } found && found.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? found : null;

    /// <summary>The address as a base for others; null if it is not usable as one.</summary>
    public static Uri? ToBase(string? url) =>
        url is not null && url.Length <= LongestLink && Uri.TryCreate(url, UriKind.Absolute, out var found) && IsSafe(found.Scheme) ? found
            : null;

    private static bool IsSafe(ReadOnlySpan<char> scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase) || scheme.Equals("gopher", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("gemini", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> SchemeOf(string text)
    {
        var colon = text.AsSpan().IndexOfAny(":/?#");
        return colon > 0 && text[colon] == ':' ? text.AsSpan(0, colon) : default;
    }

    private static string? Normalise(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !IsSafe(url.Scheme))
            return null;
        if (url.Scheme != "mailto" && url.Host.Length == 0)
            return null;
        return text.AsSpan().IndexOfAnyExcept(Plain) < 0 ? text : url.AbsoluteUri;
    }

    /// <summary>Removes line feeds and tabs, as browsers do, and trims spaces.</summary>
    private static string Compact(string link)
    {
        if (link.AsSpan().IndexOfAnyExcept(Plain) < 0)
            return link;
        var kept = new StringBuilder(link.Length);
        foreach (var c in ForeignText.CleanLines(link.Trim()))
        {
            if (c is not ('\n' or '\t'))
                kept.Append(c);
        }
        return kept.ToString();
    }
}
