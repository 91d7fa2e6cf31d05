namespace TermNews.Core.Ranking;

/// <summary>
/// What the reader would regret to have missed: a pure function of candidates, facts and time. The rows are chosen greedily, best score
/// first, under quotas per cluster, feed and category; a few places are reserved for interest and exploration.
/// </summary>
internal static class MustReadRanking
{
    /// <summary>Rows by default: few enough to read to the end.</summary>
    public const int Longest = 15;

    /// <summary>
    /// One place of so many is reserved for interest, if there is any: of hundreds of feeds the most reported news alone filled all fifteen
    /// places (commit 5ef7833).
    /// </summary>
    private const int PlacesForOneOfInterest = 5;

    /// <summary>Reserved places are for stories younger than the half-life; older ones have to earn theirs.</summary>
    private const double HalfLeft = 0.5;

    /// <summary>Rows per category: a quarter of the list, so that it has at least four topics.</summary>
    private const int MostOfACategory = 4;

    /// <summary>The days that the pace of a feed is counted over, to tell a flood from the candidates alone.</summary>
    private const double PaceDays = 30;

    /// <summary>The list, best first; pinned stories are always in it.</summary>
    /// <param name="candidates">The stories.</param>
    /// <param name="storiesPerDay">The pace of the feeds, by id.</param>
    /// <param name="rules">The reader's rules.</param>
    /// <param name="now">The time.</param>
    /// <param name="weights">Weights, half-life and length; null: the defaults.</param>
    /// <param name="interests">The reader's interests; null: none.</param>
    /// <param name="scale">The counters of each feed; null: those of the candidates.</param>
    public static IReadOnlyList<RankedCandidate> Rank(
        IReadOnlyList<Candidate> candidates, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, DateTimeOffset now,
        MustReadWeights? weights = null, Interests? interests = null, FeedScale? scale = null) =>
        Rank(
            candidates, Facts(scale ?? FeedScale.Of(candidates), storiesPerDay, rules, interests), now, weights ?? MustReadWeights.Default);

    /// <summary>The same with all facts; the story of the day is chosen here.</summary>
    public static IReadOnlyList<RankedCandidate> Rank(
        IReadOnlyList<Candidate> candidates, EvidenceFacts facts, DateTimeOffset now, MustReadWeights weights)
    {
        var explored = Exploration.StoryOfTheDay(candidates, facts.Interests, now);
        facts = facts with { LeastPercentile = Weights.RemarkablePercentile, StoryOfTheDay = explored };
        var scored = candidates
            .Where(static story => story.Status is { IsRead: false, IsHidden: false })
            .Select(story => Reasons.Rank(story, weights.Evidence.Of(story, facts), DecayOf(story, now, weights)))
            .OfType<RankedCandidate>();
        List<RankedCandidate> ranked = [.. Reasons.Order(scored)];
        var floods = Floods(candidates, facts.StoriesPerDay);
        var ofInterest = Diversity.Spread(
            ranked.Where(row => row.Evidence.Any(static piece => piece is InterestEvidence) && !floods.Contains(row.Story.Feed.Id)
                && DecayOf(row.Story, now, weights) >= HalfLeft),
            static row => row.Story);
        HashSet<long> reserved = [.. ofInterest.Take(weights.Longest / PlacesForOneOfInterest)
            .Concat(ranked.Where(row => row.Story.Id == explored?.Id)).Select(static row => row.Story.Id)];
        return Spread(ranked, floods, weights.Longest, reserved);
    }

    /// <summary>All evidence for a story.</summary>
    public static IReadOnlyList<Evidence> EvidenceOf(
        Candidate story, FeedScale scale, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, MustReadWeights weights,
        Interests? interests = null) => EvidenceOf(story, Facts(scale, storiesPerDay, rules, interests), weights);

    /// <summary>The same with all facts.</summary>
    public static List<Evidence> EvidenceOf(Candidate story, EvidenceFacts facts, MustReadWeights weights) =>
        weights.Evidence.Of(story, facts with { LeastPercentile = Weights.RemarkablePercentile });

    /// <summary>The factor of a story's age; a pin does not decay.</summary>
    public static double DecayOf(Candidate story, DateTimeOffset now, MustReadWeights weights) =>
        story.Status.IsPinned ? 1 : AgeDecay.Of(story, now, weights.HalfLife);

    private static EvidenceFacts Facts(
        FeedScale scale, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, Interests? interests) =>
        new(scale) { StoriesPerDay = storiesPerDay, Rules = rules, Interests = interests ?? Interests.None };

    /// <summary>Feeds above <see cref="Weights.FloodPerDay"/>, by their pace or by the number of their candidates.</summary>
    private static HashSet<long> Floods(IReadOnlyList<Candidate> candidates, IReadOnlyDictionary<long, double> storiesPerDay) =>
    [
        .. storiesPerDay.Where(static pair => pair.Value > Weights.FloodPerDay).Select(static pair => pair.Key),
        .. candidates.CountBy(static story => story.Feed.Id)
            .Where(static pair => pair.Value / PaceDays > Weights.FloodPerDay).Select(static pair => pair.Key),
    ];

    /// <summary>
    /// Quotas: one row per cluster, two per feed, four per category. A pinned story needs no place and uses up no quota; floods take the
    /// places that are left. A reserved place stays free until its story comes.
    /// </summary>
    private static IReadOnlyList<RankedCandidate> Spread(
        List<RankedCandidate> ranked, HashSet<long> floods, int longest, HashSet<long> reserved)
    {
        var kept = new List<RankedCandidate>();
        var clusters = new HashSet<long>();
        var ofFeed = new Dictionary<long, int>();
        var ofCategory = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ranked.OrderBy(row => !row.Story.Status.IsPinned && floods.Contains(row.Story.Feed.Id)))
        {
            var isPinned = row.Story.Status.IsPinned;
            var category = row.Story.Categories.Count > 0 ? row.Story.Categories[0] : "";
            reserved.Remove(row.Story.Id);
            var hasPlace = kept.Count < longest - reserved.Count && ofFeed.GetValueOrDefault(row.Story.Feed.Id) < Diversity.MostOfAFeed
                && ofCategory.GetValueOrDefault(category) < MostOfACategory;
            if ((!hasPlace && !isPinned) || !clusters.Add(row.Story.Cluster.Id))
                continue;
            kept.Add(row);
            if (isPinned)
                continue;
            ofFeed[row.Story.Feed.Id] = ofFeed.GetValueOrDefault(row.Story.Feed.Id) + 1;
            if (category.Length > 0)
                ofCategory[category] = ofCategory.GetValueOrDefault(category) + 1;
        }
        return [.. Reasons.Order(kept).Select(Reasons.InWords)];
    }
}
