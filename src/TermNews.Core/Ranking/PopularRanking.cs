using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>What many are talking about now: a pure function of the candidates and the time.</summary>
internal static class PopularRanking
{
    /// <summary>The list, best first: one row per cluster, at most two of a feed in every ten rows, nothing without evidence.</summary>
    public static IReadOnlyList<RankedStory> Rank(IReadOnlyList<Story> candidates, DateTimeOffset now)
    {
        var scale = FeedScale.Of(candidates);
        var scored = candidates
            .Where(story => !story.Status.IsHidden)
            .Select(story => Reasons.Rank(story, EvidenceOf(story, scale), AgeDecay.Of(story, now, Weights.PopularHalfLife)))
            .OfType<RankedStory>();
        return Diversity.TwoOfAFeedInTen(Diversity.OnePerCluster(Reasons.Order(scored)));
    }

    /// <summary>All that speaks for a story.</summary>
    public static IEnumerable<Evidence> EvidenceOf(Story story, FeedScale scale) =>
        scale.EvidenceOf(story)
            .Append<Evidence?>(CoverageEvidence.Of(story, Weights.Coverage))
            .Append(ViewsEvidence.Of(story))
            .Append(OwnCommentsEvidence.Of(story))
            .OfType<Evidence>();
}
