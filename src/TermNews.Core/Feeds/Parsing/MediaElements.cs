using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>The elements of Media RSS inside an entry.</summary>
internal static class MediaElements
{
    /// <summary>Applies an element that has just closed.</summary>
    public static void Apply(EntryBuilder entry, FeedElement element)
    {
        switch (element.Local)
        {
            case "content": ApplyContent(entry, element); break;
            case "thumbnail":
                entry.Images.Offer(SafeLinks.ResolveWeb(element["url"] ?? element.Text, element.Base), EntryImages.OfThumbnail,
                    element["width"]);
                break;
            case "title": entry.MediaTitle ??= TextConstructs.ToLine(element); break;
            case "description":
                entry.Images.Caption ??= ShortLine(element);
                entry.MediaText ??= TextConstructs.ToHtml(element);
                break;
            case "text": entry.Images.Caption ??= ShortLine(element); break;
            case "credit": entry.Images.Credit ??= FeedText.Label(element.Text); break;
            case "category": entry.AddCategory(FeedText.Label(element["label"]) ?? FeedText.Label(element.Text)); break;
            case "statistics":
                entry.Counters = entry.Counters with { Views = EntryElements.Number(element["views"]) ?? entry.Counters.Views };
                break;
            case "starrating": ApplyRating(entry, element); break;
        }
    }

    private static void ApplyContent(EntryBuilder entry, FeedElement element)
    {
        var kind = element["medium"] ?? element["type"] ?? "";
        var url = SafeLinks.ResolveWeb(element["url"], element.Base);
        if (kind.StartsWith("image", StringComparison.OrdinalIgnoreCase) || (kind.Length == 0 && LooksLikeImage(url)))
            entry.Images.Offer(url, EntryImages.OfMedia, element["width"]);
        else if (kind.StartsWith("audio", StringComparison.OrdinalIgnoreCase)
            || kind.StartsWith("video", StringComparison.OrdinalIgnoreCase))
            entry.AddEnclosure(url, element["type"], element["fileSize"]);
    }

    private static void ApplyRating(EntryBuilder entry, FeedElement element)
    {
        if (!double.TryParse(element["average"], NumberStyles.Float, CultureInfo.InvariantCulture, out var average)
            || !double.IsFinite(average))
            return;
        entry.Counters = entry.Counters with { Rating = average * (EntryElements.Number(element["count"]) ?? 1) };
    }

    /// <summary>
    /// A short text as a caption; longer text describes the entry. 500 characters, as captions of news agencies are a few sentences.
    /// </summary>
    private static string? ShortLine(FeedElement element)
    {
        const int longest = 500;
        var line = TextConstructs.ToLine(element);
        return line?.Length <= longest ? line : null;
    }

    private static bool LooksLikeImage(string? url)
    {
        var path = url?.Split('?', 2)[0] ?? "";
        return path.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".webp", StringComparison.OrdinalIgnoreCase);
    }
}
