namespace TermNews.Core.Stories;

/// <summary>How often a feed is worth a visit, according to its documents; kept for answers without one (304).</summary>
public sealed record FeedPace
{
    /// <summary>The pace of an unknown feed.</summary>
    public static FeedPace Unknown { get; } = new();

    /// <summary>The time between visits that suits the rate of its stories; null if they have no dates.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>The least time between fetches that the feed asks for (RSS <c>ttl</c>, the syndication module), or null.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The times at which the feed wants no visits.</summary>
    public SkippedTimes Skipped { get; init; }
}

/// <summary>The times at which a feed wants no visits, in GMT (RSS <c>skipHours</c> and <c>skipDays</c>).</summary>
/// <param name="Hours">Bit n: the hour from n o'clock.</param>
/// <param name="Days">Bit n: day n of the week, Sunday being 0.</param>
public readonly record struct SkippedTimes(int Hours, int Days)
{
    /// <summary>True if a time is among them.</summary>
    public bool Has(DateTimeOffset time) => (Hours >> time.UtcDateTime.Hour & 1) == 1 || (Days >> (int)time.UtcDateTime.DayOfWeek & 1) == 1;
}
