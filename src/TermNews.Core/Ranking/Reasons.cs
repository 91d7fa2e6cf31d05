using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Ranking;

/// <summary>Makes a score and a reason of evidence.</summary>
internal static class Reasons
{
    private const int Told = 2;

    /// <summary>A row of a ranked list, which <see cref="InWords"/> gives its reason; null where nothing speaks for the story.</summary>
    public static RankedCandidate? Rank(Candidate story, IEnumerable<Evidence> evidence, double decay)
    {
        var strongestFirst = StrongestFirst(evidence);
        return strongestFirst.Count == 0
            ? null
            : new RankedCandidate(story, strongestFirst.Sum(piece => piece.Points) * decay, "") { Evidence = strongestFirst };
    }

    /// <summary>The same row with its reason: thousands of stories are ranked, and few of them have a place.</summary>
    public static RankedCandidate InWords(RankedCandidate row) => row with { Reason = Tell(row.Evidence) };

    /// <summary>What adds something, strongest first.</summary>
    public static IReadOnlyList<Evidence> StrongestFirst(IEnumerable<Evidence> evidence)
    {
        List<Evidence> pieces = [.. evidence.Where(piece => piece.Points > 0)];
        return pieces.Count < 2 ? pieces : [.. pieces.OrderByDescending(piece => piece.Points)];
    }

    /// <summary>The same row, which now knows who reports its news.</summary>
    public static RankedStory WithCoverage(RankedStory row, ClusterCoverage coverage)
    {
        var story = row.Story with { Cluster = row.Story.Cluster with { Coverage = coverage } };
        if (!row.Evidence.Any(piece => piece is CoverageEvidence))
            return row with { Story = story };
        IReadOnlyList<Evidence> evidence = [.. row.Evidence.Select(piece =>
            piece is CoverageEvidence known ? new CoverageEvidence(known.Sources, known.Weight, coverage) : piece)];
        return row with { Story = story, Reason = Tell(evidence), Evidence = evidence };
    }

    /// <summary>Best first, ties by id.</summary>
    public static IEnumerable<RankedCandidate> Order(IEnumerable<RankedCandidate> rows) =>
        rows.OrderByDescending(row => row.Score).ThenBy(row => row.Story.Id);

    /// <summary>Why a story stands where it does in a list that is ordered by time.</summary>
    public static string OfTime(Story story, DateTimeOffset now)
    {
        if (story.IsOfUnknownAge)
            return $"no date: found {Ages.InWords(story.FirstSeenAt, now)} when the feed was new here, may be older";
        if (story is { PublishedAt: null, UpdatedAt: null })
            return $"no date: first seen {Ages.InWords(story.FirstSeenAt, now)}";
        if (story.PublishedAt > story.SortAt || (story.PublishedAt is null && story.UpdatedAt > now))
            return $"dated in the future: first seen {Ages.InWords(story.FirstSeenAt, now)}";
        return $"{(story.PublishedAt is null ? "updated" : "published")} {Ages.InWords(story.SortAt, now)}";
    }

    private static string Tell(IEnumerable<Evidence> strongestFirst) =>
        string.Join("; ", strongestFirst.Take(Told).Select(piece => piece.Words));
}
