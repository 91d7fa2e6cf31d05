using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>What the reader would regret to have missed: a pure function of candidates, the feeds' pace, rules and time.</summary>
internal static class MustReadRanking
{
    /// <summary>Short, so that it can be finished.</summary>
    public const int Longest = 15;

    private const int MostOfAFeed = 2;
    private const int MostOfACategory = 4;

    /// <summary>The list, best first. What the reader pinned stands in it whatever else does.</summary>
    public static IReadOnlyList<RankedStory> Rank(
        IReadOnlyList<Story> candidates, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, DateTimeOffset now,
        Interests? interests = null)
    {
        var scale = FeedScale.Of(candidates);
        var known = interests ?? Interests.None;
        var explored = Exploration.StoryOfTheDay(candidates, known, now);
        var scored = candidates
            .Where(story => story.Status is { IsRead: false, IsHidden: false })
            .Select(story => Reasons.Rank(story, AllOf(story), DecayOf(story, now)))
            .OfType<RankedStory>();
        return Spread(Diversity.OnePerCluster(Reasons.Order(scored)), explored?.Id);

        IEnumerable<Evidence> AllOf(Story story)
        {
            var evidence = EvidenceOf(story, scale, storiesPerDay, rules, known);
            return story.Id == explored?.Id ? evidence.Append(new ExplorationEvidence(story.Feed.Title)) : evidence;
        }
    }

    /// <summary>All that speaks for a story.</summary>
    public static IEnumerable<Evidence> EvidenceOf(
        Story story, FeedScale scale, IReadOnlyDictionary<long, double> storiesPerDay, MustReadRules rules, Interests? interests = null) =>
        scale.EvidenceOf(story).Where(counter => counter.ShareBelow >= Weights.RemarkableShare)
            .Append<Evidence?>(PinEvidence.Of(story))
            .Append(rules.EvidenceOf(story))
            .Append(CoverageEvidence.Of(story, Weights.MustReadCoverage))
            .Append(RareFeedEvidence.Of(story, storiesPerDay))
            .Append(OwnCommentsEvidence.Of(story))
            .Append(SavedEvidence.Of(story))
            .Append(interests?.EvidenceOf(story))
            .OfType<Evidence>();

    /// <summary>A pin does not fade.</summary>
    private static double DecayOf(Story story, DateTimeOffset now) =>
        story.Status.IsPinned ? 1 : AgeDecay.Of(story, now, Weights.MustReadHalfLife);

    /// <summary>Spreads the list over feeds and categories, and keeps a place for the story of the day until it comes.</summary>
    private static List<RankedStory> Spread(IEnumerable<RankedStory> distinct, long? explored)
    {
        List<RankedStory> ranked = [.. distinct];
        var isToCome = ranked.Any(row => row.Story.Id == explored);
        var kept = new List<RankedStory>();
        var ofFeed = new Dictionary<long, int>();
        var ofCategory = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ranked)
        {
            var category = row.Story.Categories.Count > 0 ? row.Story.Categories[0] : null;
            isToCome = isToCome && row.Story.Id != explored;
            var room = kept.Count < (isToCome ? Longest - 1 : Longest) && ofFeed.GetValueOrDefault(row.Story.Feed.Id) < MostOfAFeed
                && (category is null || ofCategory.GetValueOrDefault(category) < MostOfACategory);
            if (!room && !row.Story.Status.IsPinned)
                continue;
            kept.Add(row);
            if (row.Story.Status.IsPinned)
                continue;   // What the reader chose takes no other story's place in its feed.
            ofFeed[row.Story.Feed.Id] = ofFeed.GetValueOrDefault(row.Story.Feed.Id) + 1;
            if (category is not null)
                ofCategory[category] = ofCategory.GetValueOrDefault(category) + 1;
        }
        return kept;
    }
}
