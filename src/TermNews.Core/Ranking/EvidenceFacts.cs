namespace TermNews.Core.Ranking;

/// <summary>What evidence is computed from besides the story itself; the same for all candidates of a ranking.</summary>
/// <param name="Scale">The counters of each feed, to compare those of a story with.</param>
internal sealed record EvidenceFacts(FeedScale Scale)
{
    private static readonly Dictionary<long, double> NoFeeds = [];

    /// <summary>Stories per day by feed id, over 30 days.</summary>
    public IReadOnlyDictionary<long, double> StoriesPerDay { get; init; } = NoFeeds;

    /// <summary>The reader's rules.</summary>
    public MustReadRules Rules { get; init; } = MustReadRules.None;

    /// <summary>The reader's interests.</summary>
    public Interests Interests { get; init; } = Interests.None;

    /// <summary>The percentile of its feed, 0 to 1, that a counter has to reach to count.</summary>
    public double LeastPercentile { get; init; }

    /// <summary>The story of the day (<see cref="Exploration"/>); null for none.</summary>
    public Candidate? StoryOfTheDay { get; init; }
}
