namespace TermNews.Core.Feeds.Subscribing;

/// <summary>
/// The feeds of sites whose pages do not name them, or only to browsers: YouTube, Reddit, GitHub, Mastodon, Substack and Medium. Each site's own
/// documentation gives the form; what turns out not to be there is looked for on the page.
/// </summary>
internal static class KnownSites
{
    /// <summary>The address of the feed behind a page's address, or null where the site is not known or the page has none.</summary>
    public static string? FeedOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var host = uri.IdnHost.ToLowerInvariant();
        var path = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Length > 0 && IsFeedName(path[^1]))
            return null;
        return host switch
        {
            "youtube.com" or "www.youtube.com" or "m.youtube.com" => YouTube(uri, path),
            "reddit.com" or "www.reddit.com" or "old.reddit.com" => Reddit(uri, path),
            "github.com" or "www.github.com" => GitHub(path),
            "medium.com" when path.Length > 0 => $"https://medium.com/feed/{string.Join('/', path)}",
            _ when host.EndsWith(".substack.com", StringComparison.Ordinal) => $"https://{host}/feed",
            // Mastodon and its kin run on hosts of all names.
            _ when path is [['@', _, ..]] => uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + ".rss",
            _ => null,
        };
    }

    private static bool IsFeedName(string name) =>
        name.EndsWith(".rss", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".atom", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Handles (<c>/@name</c>) name no channel; their pages do.</summary>
    private static string? YouTube(Uri uri, string[] path)
    {
        const string feeds = "https://www.youtube.com/feeds/videos.xml";
        return path switch
        {
            ["channel", var channel, ..] => $"{feeds}?channel_id={channel}",
            ["user", var user, ..] => $"{feeds}?user={user}",
            ["playlist"] when ListOf(uri) is { } list => $"{feeds}?playlist_id={list}",
            _ => null,
        };
    }

    private static string? ListOf(Uri uri) => uri.Query.TrimStart('?').Split('&')
        .Where(part => part.StartsWith("list=", StringComparison.Ordinal)).Select(part => part["list=".Length..])
        .FirstOrDefault(list => list.Length > 0);

    private static string? Reddit(Uri uri, string[] path) => path switch
    {
        [] or ["r" or "u" or "user", _, ..] or ["domain", _, ..] => $"https://www.reddit.com/{string.Join('/', path)}{(path.Length > 0 ? "/" : "")}.rss{uri.Query}",
        _ => null,
    };

    private static string? GitHub(string[] path) => path switch
    {
        [var owner, var repository] => $"https://github.com/{owner}/{repository}/releases.atom",
        [var owner, var repository, "releases", ..] => $"https://github.com/{owner}/{repository}/releases.atom",
        [var owner, var repository, "tags"] => $"https://github.com/{owner}/{repository}/tags.atom",
        [var owner, var repository, "commits"] => $"https://github.com/{owner}/{repository}/commits.atom",
        [var owner, var repository, "commits" or "tree", .. var branch] when branch.Length > 0 =>
            $"https://github.com/{owner}/{repository}/commits/{string.Join('/', branch)}.atom",
        [var owner] => $"https://github.com/{owner}.atom",
        _ => null,
    };
}
