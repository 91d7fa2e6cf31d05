namespace TermNews.Core.Stories;

/// <summary>
/// The part of a story that rankings use. Thousands are read for a list; only those that are shown are read whole (<see cref="Story"/>).
/// </summary>
public record Candidate
{
    /// <summary>The id; stable for the life of the database and never reused.</summary>
    public required long Id { get; init; }

    /// <summary>Its feed.</summary>
    public required FeedReference Feed { get; init; }

    /// <summary>Plain text of one line, or null if the entry has none.</summary>
    public string? Title { get; init; }

    /// <summary>The author's name, several joined with ", "; null if unknown.</summary>
    public string? Author { get; init; }

    /// <summary>The beginning of the text, plain, at most 300 characters; null if there is no text.</summary>
    public string? Lead { get; init; }

    /// <summary>Plain text; labels where the feed has them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The time this database first saw it.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>
    /// The sort time: publication date, else update date, as the feed gave them at first; <see cref="FirstSeenAt"/> if unknown or in the
    /// future.
    /// </summary>
    public required DateTimeOffset SortAt { get; init; }

    /// <summary>
    /// True if its age is unknown: it has no date and was in the feed when the subscription began, so it may be from yesterday or years
    /// ago.
    /// </summary>
    public bool IsOfUnknownAge
    {
        get => Facts.HasFlag(StoryFacts.UnknownAge);
        init => Facts = value ? Facts | StoryFacts.UnknownAge : Facts & ~StoryFacts.UnknownAge;
    }

    /// <summary>Further facts that rankings use, a bit each.</summary>
    public StoryFacts Facts { get; init; }

    /// <summary>The counters that the feed publishes.</summary>
    public PublishedCounters Counters { get; init; } = PublishedCounters.None;

    /// <summary>The reader's status.</summary>
    public StoryStatus Status { get; init; } = StoryStatus.New;

    /// <summary>The number of the reader's comments.</summary>
    public int CommentCount { get; init; }

    /// <summary>The cluster of stories that report the same news.</summary>
    public required ClusterReference Cluster { get; init; }
}

/// <summary>The texts of a candidate that are read; others count as missing.</summary>
public enum CandidateText
{
    /// <summary>None of it.</summary>
    None,

    /// <summary>The headline and the categories.</summary>
    Headline,

    /// <summary>The author and the lead too.</summary>
    All,
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
