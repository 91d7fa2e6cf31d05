namespace TermNews.Core.Feeds.Subscribing;

/// <summary>
/// Feed addresses of sites whose pages do not link to them, or only for browsers: YouTube, Reddit, GitHub, Mastodon, Substack and Medium.
/// The patterns are from the sites' documentation; if such a feed does not exist, discovery goes on with the page.
/// </summary>
internal static class KnownSites
{
    /// <summary>The address of the feed for a page's address; null for an unknown site or a page without a feed.</summary>
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
            // Mastodon and compatible servers run on any host name.
            _ when path is [['@', _, ..]] => uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + ".rss",
            _ => null,
        };
    }

    private static bool IsFeedName(string name) =>
        name.EndsWith(".rss", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".atom", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The feed of a YouTube page; null for a handle (<c>/@name</c>), whose page names the channel.</summary>
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
        [] or ["r" or "u" or "user", _, ..] or ["domain", _, ..] =>
            $"https://www.reddit.com/{string.Join('/', path)}{(path.Length > 0 ? "/" : "")}.rss{uri.Query}",
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
