using System.Diagnostics.CodeAnalysis;

namespace TermNews.Core.Articles.Reading;

/// <summary>Recognizes embeds by the address of a player or a frame.</summary>
internal static class EmbedKinds
{
    private static readonly string[] Networks =
    [
        "twitter.com", "x.com", "instagram.com", "bsky.app", "tiktok.com", "reddit.com", "facebook.com", "threads.net", "threads.com",
        "mastodon.social",
    ];

    private static readonly string[] VideoSites =
    [
        "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "twitch.tv", "ted.com", "rumble.com",
        "odysee.com",
    ];

    private static readonly string[] SoundSites =
    [
        "spotify.com", "soundcloud.com", "bandcamp.com", "podcasts.apple.com", "mixcloud.com", "buzzsprout.com", "simplecast.com",
        "megaphone.fm",
    ];

    private static readonly string[] VideoFiles = [".mp4", ".m4v", ".webm", ".mov", ".ogv", ".m3u8"];
    private static readonly string[] SoundFiles = [".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac"];

    /// <summary>The kind of an embed.</summary>
    /// <param name="element">The name of the element.</param>
    /// <param name="url">Its address.</param>
    public static EmbedKind Of(string element, string url)
    {
        if (element is "audio" or "video")
            return element == "audio" ? EmbedKind.Audio : EmbedKind.Video;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return EmbedKind.Page;
        return IsOn(address, Networks) ? EmbedKind.Post
            : IsOn(address, VideoSites) || IsFile(address, VideoFiles) ? EmbedKind.Video
            : IsOn(address, SoundSites) || IsFile(address, SoundFiles) ? EmbedKind.Audio
            : EmbedKind.Page;
    }

    /// <summary>Whether an address belongs to a social network.</summary>
    public static bool IsOfNetwork([NotNullWhen(true)] string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && IsOn(address, Networks);

    /// <summary>Whether an address is that of a post in a social network, not of a profile.</summary>
    public static bool IsPost(string url) => IsOfNetwork(url) && new Uri(url).Segments.Count(segment => segment.Length > 1) >= 2;

    /// <summary>The page of a player's content if its address tells it; else the address.</summary>
    public static string PageOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Segments is not [_, var folder, var name, ..])
            return url;
        var id = name.TrimEnd('/');
        return (address.Host, folder) switch
        {
            ("www.youtube.com" or "youtube.com" or "www.youtube-nocookie.com", "embed/") when id is not ("videoseries" or "live_stream") =>
                "https://www.youtube.com/watch?v=" + id,
            ("player.vimeo.com", "video/") => "https://vimeo.com/" + id,
            _ => url,
        };
    }

    private static bool IsOn(Uri address, string[] hosts) =>
        hosts.Any(host => address.Host == host || address.Host.EndsWith("." + host, StringComparison.Ordinal));

    private static bool IsFile(Uri address, string[] endings) =>
        endings.Any(ending => address.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
