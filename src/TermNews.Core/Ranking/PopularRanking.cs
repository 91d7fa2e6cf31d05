using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>What many are talking about now: a pure function of the candidates and the time.</summary>
internal static class PopularRanking
{
    /// <summary>The list, best first: one row per cluster, at most two of a feed, nothing without evidence.</summary>
    /// <param name="candidates">The stories.</param>
    /// <param name="now">The time.</param>
    /// <param name="weights">What evidence is worth; null for the defaults.</param>
    /// <param name="scale">How the numbers of each feed usually are; null where the candidates have to tell.</param>
    public static IReadOnlyList<RankedCandidate> Rank(
        IReadOnlyList<Candidate> candidates, DateTimeOffset now, PopularWeights? weights = null, FeedScale? scale = null)
    {
        weights ??= PopularWeights.Default;
        scale ??= FeedScale.Of(candidates);
        var scored = candidates
            .Where(story => !story.Status.IsHidden)
            .Select(story => Reasons.Rank(story, EvidenceOf(story, scale, weights), AgeDecay.Of(story, now, weights.HalfLife)))
            .OfType<RankedCandidate>();
        return [.. Diversity.Spread(Reasons.Order(scored), row => row.Story).Select(Reasons.InWords)];
    }

    /// <summary>All that speaks for a story.</summary>
    public static IEnumerable<Evidence> EvidenceOf(Candidate story, FeedScale scale, PopularWeights? weights = null)
    {
        weights ??= PopularWeights.Default;
        foreach (var counter in scale.EvidenceOf(story, weights.Counters))
            yield return counter;
        if (CoverageEvidence.Of(story, weights.Coverage) is { } coverage)
            yield return coverage;
        if (ViewsEvidence.Of(story, weights.Views) is { } views)
            yield return views;
        if (OwnCommentsEvidence.Of(story, weights.Comments) is { } comments)
            yield return comments;
    }
}
