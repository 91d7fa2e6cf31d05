namespace TermNews.Core.Storage.Values;

/// <summary>Points in time as columns have them: Unix seconds.</summary>
internal static class UnixTime
{
    /// <summary>
    /// The first and the last time that are read: a day within the range of <see cref="DateTimeOffset"/>, so that adding a time zone does
    /// not leave it. What lies beyond is damaged, and read as the nearer of both.
    /// </summary>
    public const long First = -62_135_510_400, Last = 253_402_214_400;

    public static DateTimeOffset Read(long seconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, First, Last));

    public static DateTimeOffset? Read(long? seconds) => seconds is { } known ? Read(known) : null;

    /// <summary>True if a column has a time, or none.</summary>
    public static bool IsTime(long? seconds) => seconds is null or (>= First and <= Last);

    /// <summary>A length of time; a negative one is read as none, one of more than ten thousand years as that.</summary>
    public static TimeSpan? ReadSpan(long? seconds) => seconds is { } some ? TimeSpan.FromSeconds(Math.Clamp(some, 0, Last)) : null;
}
