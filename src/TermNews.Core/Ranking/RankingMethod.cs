namespace TermNews.Core.Ranking;

/// <summary>
/// The front door of this room: how a ranked list is made of its candidates. A new ranking is a member of <see cref="ListRanking"/> and an
/// arm of <see cref="Of"/>.
/// </summary>
/// <remarks>
/// A ranking is a pure function. Each kind of evidence (<see cref="EvidenceKinds"/>) gives a story points: its weight times a utility,
/// which is logarithmic for counts of sources, openings and comments, a smoothed percentile within the feed for published counters (<see
/// cref="FeedScale"/>), and saturating for interest. The score is the sum of the points times a decay of age with a half-life (<see
/// cref="AgeDecay"/>). Rows are then taken greedily, best score first, under diversity caps per cluster, feed and category (<see
/// cref="Diversity"/>, <see cref="MustReadRanking"/>), and one row a day is exploration (<see cref="Exploration"/>). Interests are learnt
/// from the reader's deeds as a log2 lift over a random choice, with exponential decay, additive smoothing and a significance threshold
/// in binomial standard deviations (<see cref="InterestLearning"/>). Everything reads the same on every machine: no hash order, no
/// culture, no random numbers but those derived from the day.
/// </remarks>
internal sealed class RankingMethod
{
    /// <summary>The age up to which stories are candidates.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The text of candidates that the evidence looks at; no more is read.</summary>
    public required CandidateText Text { get; init; }

    /// <summary>Whether the pace of feeds, the reader's rules and interests count.</summary>
    public required bool UsesHabits { get; init; }

    /// <summary>Ranks candidates: the list, best first.</summary>
    public required Func<IReadOnlyList<Candidate>, EvidenceFacts, DateTimeOffset, IReadOnlyList<RankedCandidate>> Rank { get; init; }

    /// <summary>All evidence for a story.</summary>
    public required Func<Candidate, EvidenceFacts, List<Evidence>> EvidenceOf { get; init; }

    /// <summary>The factor of a story's age, above 0 to 1.</summary>
    public required Func<Candidate, DateTimeOffset, double> DecayOf { get; init; }

    /// <summary>The method of a ranking with the reader's settings and rules.</summary>
    public static RankingMethod Of(ListRanking ranking, RankingSettings settings, MustReadRules rules) => ranking switch
    {
        ListRanking.Popular => Popular(settings.Popular),
        ListRanking.MustRead => MustRead(settings.MustRead, rules.LookAtText ? CandidateText.All : CandidateText.Headline),
        ListRanking.None => throw new ArgumentException("The list is not ranked.", nameof(ranking)),
    };

    private static RankingMethod Popular(PopularWeights weights) => new()
    {
        Window = weights.Window,
        Text = CandidateText.None,
        UsesHabits = false,
        Rank = (candidates, facts, now) => PopularRanking.Rank(candidates, facts, now, weights),
        EvidenceOf = weights.Evidence.Of,
        DecayOf = (story, now) => AgeDecay.Of(story, now, weights.HalfLife),
    };

    private static RankingMethod MustRead(MustReadWeights weights, CandidateText text) => new()
    {
        Window = weights.Window,
        Text = text,
        UsesHabits = true,
        Rank = (candidates, facts, now) => MustReadRanking.Rank(candidates, facts, now, weights),
        EvidenceOf = (story, facts) => MustReadRanking.EvidenceOf(story, facts, weights),
        DecayOf = (story, now) => MustReadRanking.DecayOf(story, now, weights),
    };
}
