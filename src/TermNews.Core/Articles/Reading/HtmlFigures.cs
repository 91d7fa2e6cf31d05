using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads pictures, videos and other embeds.</summary>
internal static class HtmlFigures
{
    /// <summary>CSS pixels: icons and emoji have up to 48, pictures of an article more.</summary>
    private const int Tiny = 48;

    /// <summary>Characters: Mastodon allows 500, the most of the usual networks; the rest is for name and date.</summary>
    private const int LongestPost = 600;

    private static readonly string[] PostClasses =
        [
        "twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed", "mastodon-embed", "tiktok-embed", "reddit-embed-bq",
        "text-post-media",
    ];

    private static readonly string[] LazySources = ["data-src", "data-original", "data-lazy-src", "data-url"];

    /// <summary>Whether a picture is an icon, an emoji or a tracking pixel.</summary>
    public static bool IsTiny(IElement image)
    {
        var classes = image.GetAttribute("class") ?? string.Empty;
        return Pixels(image, "width") <= Tiny || Pixels(image, "height") <= Tiny
            || classes.Contains("emoji", StringComparison.OrdinalIgnoreCase)
            || classes.Contains("smiley", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A tiny picture with an alternative text, or null.</summary>
    public static ImageInline? InlineOf(IElement image, Uri? baseUrl) =>
        Line(image.GetAttribute("alt")) is { } alt && SourceOf(image, baseUrl) is { } url ? new ImageInline(url, alt) : null;

    /// <summary>A picture with its caption; null without address and description.</summary>
    public static Figure? FigureOf(IElement image, string? caption, Uri? baseUrl)
    {
        var (url, alt) = (SourceOf(image, baseUrl), Line(image.GetAttribute("alt")));
        return url is null && alt is null && caption is null ? null : new Figure(url, alt, caption);
    }

    /// <summary>The caption of a figure, or null.</summary>
    public static string? CaptionOf(IElement figure) =>
        figure.QuerySelector("figcaption") is { } caption ? Line(HtmlSpaces.TextOf(caption)) : null;

    /// <summary>A video, audio or a frame; null without an address.</summary>
    public static Embed? EmbedOf(IElement element, Uri? baseUrl)
    {
        var source = element.GetAttribute("src") ?? element.GetAttribute("data-src")
            ?? element.QuerySelector("source[src]")?.GetAttribute("src");
        if (HtmlWords.Address(source, baseUrl, HtmlWords.WebSchemes) is not { } url)
            return null;
        var title = Line(element.GetAttribute("title") ?? element.GetAttribute("aria-label"));
        return new Embed(EmbedKinds.Of(element.LocalName, url), EmbedKinds.PageOf(url), title);
    }

    /// <summary>Replaces audio and posts by links in the form of safe HTML, because article extraction would drop them.</summary>
    public static void KeepFrames(IDocument page, Uri? baseUrl)
    {
        foreach (var frame in page.QuerySelectorAll("iframe").ToList())
        {
            if (EmbedOf(frame, baseUrl) is not { Kind: EmbedKind.Audio or EmbedKind.Post } embed)
                continue;
            var link = page.CreateElement("a");
            link.SetAttribute("href", embed.Url);
            link.SetAttribute("type", "text/html");
            if (embed.Title is { } title)
                link.SetAttribute("title", title);
            link.TextContent = $"[{new Uri(embed.Url).Host}]";
            frame.Replace(link);
        }
    }

    /// <summary>The player or frame that safe HTML replaced by a link with a type and the host in brackets, or null.</summary>
    public static Embed? KeptEmbedOf(IElement link, Uri? baseUrl)
    {
        if (link.GetAttribute("type") is not { Length: > 5 } type || link.ChildNodes is not [IText { Data: ['[', .. var host, ']'] }]
            || HtmlWords.Address(link.GetAttribute("href"), baseUrl, HtmlWords.WebSchemes) is not { } url || new Uri(url).Host != host)
            return null;
        return new Embed(EmbedKinds.Of(type[..5], url), EmbedKinds.PageOf(url), Line(link.GetAttribute("title")));
    }

    /// <summary>
    /// A post of a social network in the form of a quotation, or null. The scripts of the networks find it by its class; without a class it
    /// cites the post, or is short and ends with a link to it.
    /// </summary>
    public static Embed? PostOf(IElement quote, Uri? baseUrl)
    {
        var isMarked = quote.ClassList.Any(PostClasses.Contains);
        var cited = AddressIn(quote.GetAttribute("cite"), baseUrl);
        var links = quote.QuerySelectorAll("a[href]");
        var linked = isMarked ? links.Select(link => AddressIn(link.GetAttribute("href"), baseUrl)).LastOrDefault(EmbedKinds.IsOfNetwork)
            : links is [.., var last] ? AddressIn(last.GetAttribute("href"), baseUrl) : null;
        var url = EmbedKinds.IsOfNetwork(cited) ? cited : linked;
        if (url is null || !(isMarked ? EmbedKinds.IsOfNetwork(url) : EmbedKinds.IsPost(url)))
            return null;
        var text = Line(HtmlSpaces.TextOf(quote));
        var isPost = isMarked || url == cited
            || (text is { Length: < LongestPost } && Line(links[^1].TextContent) is { } end
                && text.EndsWith(end, StringComparison.Ordinal));
        return isPost ? new Embed(EmbedKind.Post, TrackerFree.Of(url), text) : null;
    }

    private static string? AddressIn(string? link, Uri? baseUrl) => HtmlWords.Address(link, baseUrl, HtmlWords.WebSchemes);

    private static int Pixels(IElement image, string side) => HtmlWords.Number(image.GetAttribute(side), int.MaxValue);

    private static string? SourceOf(IElement image, Uri? baseUrl) => LazySources.Prepend("src")
        .Select(name => HtmlWords.Address(image.GetAttribute(name), baseUrl, HtmlWords.WebSchemes)).FirstOrDefault(url => url is not null);

    private static string? Line(string? text) => text is not null && ForeignText.CleanLine(text) is { Length: > 0 } line ? line : null;
}
