using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads points and comments from the text of an entry, where the feeds of Hacker News and Reddit have them.</summary>
internal static partial class CountersInText
{
    // These feeds have short texts; longer ones are articles that mention points.
    private const int LongestText = 4000;

    [GeneratedRegex("""\b(?:Points|Score):\s*(\d{1,9})\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Points { get; }

    [GeneratedRegex("""(?:#\s*Comments|\bComments):\s*(\d{1,9})\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Comments { get; }

    [GeneratedRegex("""\b(\d{1,9})\s+(?:points?|upvotes?)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex PointsAfter { get; }

    /// <summary>Adds the counters in the text for which the feed has no element.</summary>
    public static PublishedCounters Complete(PublishedCounters counters, string? html)
    {
        if (html is null || html.Length > LongestText || !html.Contains("oint", StringComparison.Ordinal)
            && !html.Contains("Comments:", StringComparison.Ordinal)
            && !html.Contains("core:", StringComparison.Ordinal))
            return counters;
        var text = PlainText.FromHtml(html);
        var points = Number(Points, text);
        var comments = Number(Comments, text);
        if (points is null && comments is not null)
            points = Number(PointsAfter, text);
        return counters with { Points = counters.Points ?? points, Comments = counters.Comments ?? comments };
    }

    private static long? Number(Regex pattern, string text) => pattern.Match(text) is { Success: true } match
        && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
