using AngleSharp.Dom;
using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>Reads pictures, videos and what else a page embeds.</summary>
internal static class HtmlFigures
{
    private const int Tiny = 48;
    private static readonly string[] PostClasses =
        ["twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed", "mastodon-embed", "tiktok-embed", "reddit-embed-bq", "text-post-media"];

    private static readonly string[] Networks =
        ["twitter.com", "x.com", "instagram.com", "bsky.app", "tiktok.com", "reddit.com", "facebook.com", "threads.net", "mastodon.social"];

    private static readonly string[] LazySources = ["data-src", "data-original", "data-lazy-src", "data-url"];

    /// <summary>Whether a picture is an icon, an emoji or a counting pixel.</summary>
    public static bool IsTiny(IElement image)
    {
        var classes = image.GetAttribute("class") ?? string.Empty;
        return Pixels(image, "width") <= Tiny || Pixels(image, "height") <= Tiny
            || classes.Contains("emoji", StringComparison.OrdinalIgnoreCase)
            || classes.Contains("smiley", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A tiny picture with a stand-in, or null.</summary>
    public static ImageInline? InlineOf(IElement image, Uri? baseUrl) =>
        Line(image.GetAttribute("alt")) is { } alt && SourceOf(image, baseUrl) is { } url ? new ImageInline(url, alt) : null;

    /// <summary>A picture with its caption, or null where it is neither addressed nor described.</summary>
    public static Figure? FigureOf(IElement image, string? caption, Uri? baseUrl)
    {
        var (url, alt) = (SourceOf(image, baseUrl), Line(image.GetAttribute("alt")));
        return url is null && alt is null && caption is null ? null : new Figure(url, alt, caption);
    }

    /// <summary>The caption of a figure, or null.</summary>
    public static string? CaptionOf(IElement figure) =>
        figure.QuerySelector("figcaption") is { } caption ? Line(HtmlSpaces.TextOf(caption)) : null;

    /// <summary>A video, a sound or a frame, or null where it has no address.</summary>
    public static Embed? EmbedOf(IElement element, Uri? baseUrl)
    {
        var source = element.GetAttribute("src") ?? element.GetAttribute("data-src")
            ?? element.QuerySelector("source[src]")?.GetAttribute("src");
        if (HtmlWords.Address(source, baseUrl, HtmlWords.WebSchemes) is not { } url)
            return null;
        var kind = element.LocalName switch
        {
            "audio" => EmbedKind.Audio,
            "video" => EmbedKind.Video,
            _ when IsSocial(url) => EmbedKind.Post,
            _ when url.Contains("youtube", StringComparison.Ordinal) || url.Contains("vimeo", StringComparison.Ordinal) => EmbedKind.Video,
            _ => EmbedKind.Page,
        };
        return new Embed(kind, url, Line(element.GetAttribute("title") ?? element.GetAttribute("aria-label")));
    }

    /// <summary>A quotation that stands for a post of a social network, as their scripts find it, or null.</summary>
    public static Embed? PostOf(IElement quote, Uri? baseUrl)
    {
        if (!quote.ClassList.Any(PostClasses.Contains))
            return null;
        var links = quote.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).Append(quote.GetAttribute("cite"))
            .Select(link => HtmlWords.Address(link, baseUrl, HtmlWords.WebSchemes)).OfType<string>();
        var url = links.LastOrDefault(IsSocial);
        return url is null ? null : new Embed(EmbedKind.Post, TrackerFree.Of(url), Line(HtmlSpaces.TextOf(quote)));
    }

    private static bool IsSocial(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && Networks.Any(host => address.Host == host || address.Host.EndsWith("." + host, StringComparison.Ordinal));

    private static int Pixels(IElement image, string side) => HtmlWords.Number(image.GetAttribute(side), int.MaxValue);

    private static string? SourceOf(IElement image, Uri? baseUrl) => LazySources.Prepend("src")
        .Select(name => HtmlWords.Address(image.GetAttribute(name), baseUrl, HtmlWords.WebSchemes)).FirstOrDefault(url => url is not null);

    private static string? Line(string? text) => text is not null && ForeignText.CleanLine(text) is { Length: > 0 } line ? line : null;
}
