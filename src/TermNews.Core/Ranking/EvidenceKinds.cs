namespace TermNews.Core.Ranking;

/// <summary>
/// Every kind of evidence with its name, its default weights and how it is found: the only place a new kind is added to. Settings, both
/// rankings and <c>why</c> read this table. Its words and points are those of the <see cref="Evidence"/> that it makes; a kind whose points
/// are its weight needs no type of its own: <c>new Evidence(weight, "words")</c>. A fact that <see cref="Stories.Candidate"/> does not have
/// yet is a member of <see cref="Stories.StoryFacts"/> with its SQL in <c>StoryFactBits</c>.
/// </summary>
/// <remarks>
/// The scale of the weights: 1 is the story that beats all others of its feed by a counter the feed publishes. The weights are judgements,
/// made in commits e571e19 and b38adcb and not fitted to data; tests hold the order they are meant to give.
/// </remarks>
internal static class EvidenceKinds
{
    /// <summary>A rule outweighs coverage: 32 sources give as much in Must-Read.</summary>
    public const double RuleWeight = 10;

    /// <summary>
    /// The limit of interest: as much as a second source gives, so that it never outweighs wide coverage, a rule or a pin, and the news
    /// that everybody reports also reaches readers with other interests.
    /// </summary>
    public const double InterestWeight = 2;

    /// <summary>Per doubling of the reader's comments: a comment takes more effort than an opening.</summary>
    public const double OwnCommentsWeight = 0.4;

    /// <summary>The kinds; of pieces with equal points the first kind is told first.</summary>
    public static IReadOnlyList<EvidenceKind> All { get; } =
    [
        // The counters that the feed publishes. Must-Read counts only those in the top fifth of their feed.
        new("counters", static (story, facts, weight, found) =>
        {
            foreach (var counter in facts.Scale.EvidenceOf(story, weight))
            {
                if (counter.Percentile >= facts.LeastPercentile)
                    found.Add(counter);
            }
        })
        { InPopular = 1, InMustRead = 1 },

        // Above all else: the reader asked for exactly this story.
        new(null, static (story, _, weight) => story.Status.IsPinned ? new Evidence(weight, "you pinned it") : null) { InMustRead = 1000 },

        new("rules", static (story, facts, weight) => facts.Rules.EvidenceOf(story, weight)) { InMustRead = RuleWeight },

        // Per doubling of the sources: independent editors who choose the same news say more than clicks do.
        new("coverage", static (story, _, weight) => CoverageEvidence.Of(story, weight)) { InPopular = 1, InMustRead = 2 },

        // Less than a second source gives: a feed that is nearly silent is heard, but below coverage.
        new("rare_feeds", static (story, facts, weight) => RareFeedEvidence.Of(story, facts.StoriesPerDay, weight)) { InMustRead = 1.5 },

        // Per doubling of the openings on this machine: what one reader did says little about what many talk about.
        new("views", static (story, _, weight) => ViewsEvidence.Of(story, weight)) { InPopular = 0.2 },

        new("comments", static (story, _, weight) => OwnCommentsEvidence.Of(story, weight))
        { InPopular = OwnCommentsWeight, InMustRead = OwnCommentsWeight },

        // Saved and not read yet: half of what a second source gives.
        new("saved", static (story, _, weight) => story.Status.IsSaved ? new Evidence(weight, "you saved it") : null) { InMustRead = 1 },

        new("interest", static (story, facts, weight) => facts.Interests.EvidenceOf(story, weight)) { InMustRead = InterestWeight },

        // The story of the day comes below all other evidence.
        new(null, static (story, facts, weight) => facts.StoryOfTheDay?.Id == story.Id
            ? new Evidence(weight, $"something else: you seldom open {story.Feed.Title}")
            : null)
        { InMustRead = 0.1 },
    ];
}
