using TermNews.Core.Ranking;

namespace TermNews.Core.Export;

/// <summary>The texts of a story in a digest, the same for each format.</summary>
internal sealed class DigestRow
{
    /// <summary>A choice: so many names fill about two lines of mail.</summary>
    private const int MostSources = 8;

    public DigestRow(Digest digest, RankedStory row)
    {
        var story = row.Story;
        Headline = new ExportedStory(row).Headline;
        Link = story.Link is { } link ? TrackerFree.Of(link) : null;
        Origin = $"{story.Feed.Title} · {digest.TimeOf(story.SortAt)}";
        Reason = row.Reason;
        Sources = story.Cluster.Coverage?.Feeds is { } feeds && !Reason.Contains(CoverageEvidence.Name(feeds), StringComparison.Ordinal)
            ? $"Sources: {Names(feeds)}"
            : null;
    }

    /// <summary>The headline, or its substitute.</summary>
    public string Headline { get; }

    /// <summary>The link without tracking parameters, or null.</summary>
    public string? Link { get; }

    /// <summary>Feed and date.</summary>
    public string Origin { get; }

    /// <summary>The reason of its rank.</summary>
    public string Reason { get; }

    /// <summary>The feeds of its cluster, by their first report; null if it is one feed, or if the reason names them.</summary>
    public string? Sources { get; }

    private static string Names(IReadOnlyList<string> feeds) => feeds.Count <= MostSources
        ? string.Join(", ", feeds)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", feeds.Take(MostSources))} and {feeds.Count - MostSources} more");
}
