using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>What the reader would regret to have missed: a pure function of candidates, the feeds' pace, rules and time.</summary>
internal static class MustReadRanking
{
    /// <summary>Short, so that it can be finished.</summary>
    public const int Longest = 15;

    /// <summary>
    /// Of so many places one is left to what the reader cares for, where there is some: else of many feeds only the loudest news would stand
    /// in the list, whatever is read.
    /// </summary>
    private const int PlacesForOneOfInterest = 5;

    /// <summary>What is older than the half-life has no place kept for it.</summary>
    private const double HalfLeft = 0.5;

    private const int MostOfACategory = 4;
    private const double PaceDays = 30;

    /// <summary>The list, best first. What the reader pinned stands in it whatever else does.</summary>
    public static IReadOnlyList<RankedCandidate> Rank(
        IReadOnlyList<Candidate> candidates, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, DateTimeOffset now,
        MustReadWeights? weights = null, Interests? interests = null, FeedScale? scale = null)
    {
        weights ??= MustReadWeights.Default;
        scale ??= FeedScale.Of(candidates);
        var known = interests ?? Interests.None;
        var explored = Exploration.StoryOfTheDay(candidates, known, now);
        var scored = candidates
            .Where(story => story.Status is { IsRead: false, IsHidden: false })
            .Select(story => Reasons.Rank(story, AllOf(story), DecayOf(story, now, weights)))
            .OfType<RankedCandidate>();
        List<RankedCandidate> ranked = [.. Reasons.Order(scored)];
        var floods = Floods(candidates, storiesPerDay);
        var ofInterest = Diversity.Spread(
            ranked.Where(row => row.Evidence.Any(piece => piece is InterestEvidence) && !floods.Contains(row.Story.Feed.Id) && IsFresh(row.Story)),
            row => row.Story);
        HashSet<long> keptFor = [.. ofInterest.Take(weights.Longest / PlacesForOneOfInterest)
            .Concat(ranked.Where(row => row.Story.Id == explored?.Id)).Select(row => row.Story.Id)];
        return Spread(ranked, floods, weights.Longest, keptFor);

        bool IsFresh(Candidate story) => DecayOf(story, now, weights) >= HalfLeft;

        IEnumerable<Evidence> AllOf(Candidate story)
        {
            var evidence = EvidenceOf(story, scale, storiesPerDay, rules, weights, known);
            return story.Id == explored?.Id ? evidence.Append(new ExplorationEvidence(story.Feed.Title)) : evidence;
        }
    }

    /// <summary>All that speaks for a story.</summary>
    public static IEnumerable<Evidence> EvidenceOf(
        Candidate story, FeedScale scale, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, MustReadWeights weights,
        Interests? interests = null)
    {
        foreach (var counter in scale.EvidenceOf(story, weights.Counters))
        {
            if (counter.ShareBelow >= Weights.RemarkableShare)
                yield return counter;
        }
        if (PinEvidence.Of(story) is { } pin)
            yield return pin;
        if (rules.EvidenceOf(story, weights.Rules) is { } rule)
            yield return rule;
        if (CoverageEvidence.Of(story, weights.Coverage) is { } coverage)
            yield return coverage;
        if (RareFeedEvidence.Of(story, storiesPerDay, weights.RareFeeds) is { } rare)
            yield return rare;
        if (OwnCommentsEvidence.Of(story, weights.Comments) is { } comments)
            yield return comments;
        if (SavedEvidence.Of(story, weights.Saved) is { } saved)
            yield return saved;
        if (interests?.EvidenceOf(story, weights.Interest) is { } interest)
            yield return interest;
    }

    /// <summary>A pin does not fade.</summary>
    public static double DecayOf(Candidate story, DateTimeOffset now, MustReadWeights weights) =>
        story.Status.IsPinned ? 1 : AgeDecay.Of(story, now, weights.HalfLife);

    /// <summary>Feeds that bring more than anybody reads.</summary>
    private static HashSet<long> Floods(IReadOnlyList<Candidate> candidates, IReadOnlyDictionary<long, double> storiesPerDay) =>
    [
        .. storiesPerDay.Where(pair => pair.Value > Weights.FloodPerDay).Select(pair => pair.Key),
        .. candidates.CountBy(story => story.Feed.Id).Where(pair => pair.Value / PaceDays > Weights.FloodPerDay).Select(pair => pair.Key),
    ];

    /// <summary>
    /// One row for a cluster, two of a feed and four of a category, as many as the list has places. What the reader pinned needs no
    /// place; a flood gets what others leave. Some stories have places kept for them until they come.
    /// </summary>
    private static IReadOnlyList<RankedCandidate> Spread(List<RankedCandidate> ranked, HashSet<long> floods, int longest, HashSet<long> keptFor)
    {
        var kept = new List<RankedCandidate>();
        var clusters = new HashSet<long>();
        var ofFeed = new Dictionary<long, int>();
        var ofCategory = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ranked.OrderBy(row => !row.Story.Status.IsPinned && floods.Contains(row.Story.Feed.Id)))
        {
            var isPinned = row.Story.Status.IsPinned;
            var category = row.Story.Categories.Count > 0 ? row.Story.Categories[0] : "";
            keptFor.Remove(row.Story.Id);
            var hasPlace = kept.Count < longest - keptFor.Count && ofFeed.GetValueOrDefault(row.Story.Feed.Id) < Diversity.MostOfAFeed
                && ofCategory.GetValueOrDefault(category) < MostOfACategory;
            if ((!hasPlace && !isPinned) || !clusters.Add(row.Story.Cluster.Id))
                continue;
            kept.Add(row);
            if (isPinned)
                continue;   // What the reader chose takes no other story's place in its feed.
            ofFeed[row.Story.Feed.Id] = ofFeed.GetValueOrDefault(row.Story.Feed.Id) + 1;
            if (category.Length > 0)
                ofCategory[category] = ofCategory.GetValueOrDefault(category) + 1;
        }
        return [.. Reasons.Order(kept).Select(Reasons.InWords)];
    }
}
