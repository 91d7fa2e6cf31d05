namespace TermNews.Core.Stories;

/// <summary>How often a feed is worth a visit, as its documents told; kept for answers that have none (304).</summary>
public sealed record FeedPace
{
    /// <summary>Nothing is known.</summary>
    public static FeedPace Unknown { get; } = new();

    /// <summary>The time between visits that goes with how often its stories come; null where they have no dates.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>How long the feed asks not to be fetched again (RSS <c>ttl</c>, the syndication module), or null.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>When the feed wants no visits.</summary>
    public SkippedTimes Skipped { get; init; }
}

/// <summary>When a feed wants no visits, in GMT (RSS <c>skipHours</c> and <c>skipDays</c>).</summary>
/// <param name="Hours">Bit n: the hour from n o'clock.</param>
/// <param name="Days">Bit n: day n of the week, Sunday being 0.</param>
public readonly record struct SkippedTimes(int Hours, int Days)
{
    /// <summary>Whether a time is among them.</summary>
    public bool Has(DateTimeOffset time) =>
        (Hours >> time.UtcDateTime.Hour & 1) == 1 || (Days >> (int)time.UtcDateTime.DayOfWeek & 1) == 1;
}
