namespace TermNews.Core.Ranking;

/// <summary>What many are talking about now: a pure function of the candidates and the time.</summary>
internal static class PopularRanking
{
    /// <summary>The list, best first: one row per cluster, two per feed, nothing without evidence.</summary>
    /// <param name="candidates">The stories.</param>
    /// <param name="now">The time.</param>
    /// <param name="weights">Weights and half-life; null: the defaults.</param>
    /// <param name="scale">The counters of each feed; null: those of the candidates.</param>
    public static IReadOnlyList<RankedCandidate> Rank(
        IReadOnlyList<Candidate> candidates, DateTimeOffset now, PopularWeights? weights = null, FeedScale? scale = null) =>
        Rank(candidates, new EvidenceFacts(scale ?? FeedScale.Of(candidates)), now, weights ?? PopularWeights.Default);

    /// <summary>The same with all facts.</summary>
    public static IReadOnlyList<RankedCandidate> Rank(
        IReadOnlyList<Candidate> candidates, EvidenceFacts facts, DateTimeOffset now, PopularWeights weights)
    {
        var scored = candidates
            .Where(static story => !story.Status.IsHidden)
            .Select(story => Reasons.Rank(story, weights.Evidence.Of(story, facts), AgeDecay.Of(story, now, weights.HalfLife)))
            .OfType<RankedCandidate>();
        return [.. Diversity.Spread(Reasons.Order(scored), static row => row.Story).Select(Reasons.InWords)];
    }

    /// <summary>All evidence for a story.</summary>
    public static IReadOnlyList<Evidence> EvidenceOf(Candidate story, FeedScale scale, PopularWeights? weights = null) =>
        (weights ?? PopularWeights.Default).Evidence.Of(story, new EvidenceFacts(scale));
}
