namespace TermNews.Core.Stories;

/// <summary>When a feed wants no visits, in GMT (RSS <c>skipHours</c> and <c>skipDays</c>).</summary>
/// <param name="Hours">Bit n: the hour from n o'clock.</param>
/// <param name="Days">Bit n: day n of the week, Sunday being 0.</param>
public readonly record struct SkippedTimes(int Hours, int Days)
{
    /// <summary>Whether a time is among them.</summary>
    public bool Has(DateTimeOffset time) =>
        (Hours >> time.UtcDateTime.Hour & 1) == 1 || (Days >> (int)time.UtcDateTime.DayOfWeek & 1) == 1;
}
