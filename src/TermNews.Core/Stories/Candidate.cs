namespace TermNews.Core.Stories;

/// <summary>
/// A story as rankings see it. Thousands are read for a ranking; the few that are shown are read whole (<see cref="Story"/>).
/// </summary>
public record Candidate
{
    /// <summary>Stable for the life of the database, and never used again.</summary>
    public required long Id { get; init; }

    /// <summary>The feed it came from.</summary>
    public required FeedReference Feed { get; init; }

    /// <summary>Plain text of one line, or null where the entry has none.</summary>
    public string? Title { get; init; }

    /// <summary>The author's name, several joined with ", "; null where unknown.</summary>
    public string? Author { get; init; }

    /// <summary>The beginning of the text, plain, at most 300 characters; null where there is no text.</summary>
    public string? Lead { get; init; }

    /// <summary>Plain text; labels where the feed has them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>When this database first saw it.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>
    /// Where it stands in time: when it was published, or else updated, as its feed said when it came; <see cref="FirstSeenAt"/> where
    /// that is unknown or lay in the future.
    /// </summary>
    public required DateTimeOffset SortAt { get; init; }

    /// <summary>
    /// Whether nobody knows how old it is: it has no date and stood in the feed when the subscription began, so it may be from yesterday or
    /// from years ago.
    /// </summary>
    public bool IsOfUnknownAge
    {
        get => Facts.HasFlag(StoryFacts.UnknownAge);
        init => Facts = value ? Facts | StoryFacts.UnknownAge : Facts & ~StoryFacts.UnknownAge;
    }

    /// <summary>Further facts that rankings use, a bit each.</summary>
    public StoryFacts Facts { get; init; }

    /// <summary>What the publisher counted.</summary>
    public PublishedCounters Counters { get; init; } = PublishedCounters.None;

    /// <summary>What the reader did with it.</summary>
    public StoryStatus Status { get; init; } = StoryStatus.New;

    /// <summary>How many comments the reader wrote.</summary>
    public int CommentCount { get; init; }

    /// <summary>The cluster of stories that report the same news.</summary>
    public required ClusterReference Cluster { get; init; }
}

/// <summary>Facts about a story that storage computes with each candidate, a bit each; their SQL is <c>StoryFactBits</c>.</summary>
[Flags]
public enum StoryFacts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>See <see cref="Candidate.IsOfUnknownAge"/>.</summary>
    UnknownAge = 1,
}
