using System.Globalization;
using TermNews.Core.Ranking;
using TermNews.Core.Text;

namespace TermNews.Core.Export;

/// <summary>What a digest tells of a story, in words; each format only arranges it.</summary>
internal sealed record DigestRow
{
    private const int MostSources = 8;

    public DigestRow(Digest digest, RankedStory row)
    {
        var story = row.Story;
        Headline = new ExportedStory(row).Headline;
        Link = story.Link is { } link ? TrackerFree.Of(link) : null;
        Origin = $"{story.Feed.Title} · {digest.TimeOf(story.SortAt)}";
        Reason = row.Reason;
        Sources = story.Cluster.Coverage is { } coverage && !Reason.Contains(CoverageEvidence.Name(coverage.Feeds), StringComparison.Ordinal)
            ? $"Sources: {Names(coverage.Feeds)}"
            : null;
    }

    /// <summary>The headline, or what stands in for it.</summary>
    public string Headline { get; }

    /// <summary>The link without what only follows readers, or null.</summary>
    public string? Link { get; }

    /// <summary>Feed and date.</summary>
    public string Origin { get; }

    /// <summary>Why it is there.</summary>
    public string Reason { get; }

    /// <summary>Who reports it, by the first report; null where one feed does, or the reason names them all.</summary>
    public string? Sources { get; }

    private static string Names(IReadOnlyList<string> feeds) => feeds.Count <= MostSources
        ? string.Join(", ", feeds)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", feeds.Take(MostSources))} and {feeds.Count - MostSources} more");
}
