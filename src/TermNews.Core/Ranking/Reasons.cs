namespace TermNews.Core.Ranking;

/// <summary>Scores and reasons from evidence.</summary>
internal static class Reasons
{
    /// <summary>Pieces of evidence in a reason: two fit a row of 80 columns.</summary>
    private const int Told = 2;

    /// <summary>
    /// A row with its score: the sum of the points times the decay; null without evidence. <see cref="InWords"/> adds the reason.
    /// </summary>
    public static RankedCandidate? Rank(Candidate story, List<Evidence> evidence, double decay)
    {
        if (evidence.Count == 0)
            return null;
        var strongestFirst = StrongestFirst(evidence);
        return new RankedCandidate(story, strongestFirst.Sum(static piece => piece.Points) * decay, "") { Evidence = strongestFirst };
    }

    /// <summary>The same row with its reason. Thousands of candidates are scored and few have a place, so words are made last.</summary>
    public static RankedCandidate InWords(RankedCandidate row) => row with { Reason = Tell(row.Evidence) };

    /// <summary>The pieces by points, strongest first; equal ones keep their order.</summary>
    public static IReadOnlyList<Evidence> StrongestFirst(IReadOnlyList<Evidence> evidence) =>
        evidence.Count < 2 ? evidence : [.. evidence.OrderByDescending(static piece => piece.Points)];

    /// <summary>The same row with the names of its sources.</summary>
    public static RankedStory WithCoverage(RankedStory row, ClusterCoverage coverage)
    {
        var story = row.Story with { Cluster = row.Story.Cluster with { Coverage = coverage } };
        if (!row.Evidence.Any(piece => piece is CoverageEvidence))
            return row with { Story = story };
        IReadOnlyList<Evidence> evidence = [.. row.Evidence.Select(piece =>
            piece is CoverageEvidence known ? new CoverageEvidence(known.Sources, known.Weight, coverage) : piece)];
        return row with { Story = story, Reason = Tell(evidence), Evidence = evidence };
    }

    /// <summary>Best score first, ties by id.</summary>
    public static IEnumerable<RankedCandidate> Order(IEnumerable<RankedCandidate> rows) =>
        rows.OrderByDescending(static row => row.Score).ThenBy(static row => row.Story.Id);

    /// <summary>The reason in a list that is ordered by time: the date of the story and what it is.</summary>
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
