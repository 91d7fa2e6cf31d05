namespace TermNews.Core.Listing;

/// <summary>How long a ranking, a count or learnt interests stay valid if nothing is written.</summary>
internal static class Freshness
{
    /// <summary>In a minute, age changes a score by 0.1 % at most (half-life of 12 h), which moves hardly any row.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    /// <summary>Whether a value of that time is still valid. Never on another day (UTC), which has another story of the day.</summary>
    public static bool Lasts(DateTimeOffset from, DateTimeOffset now) =>
        now >= from && now - from < GoodFor && now.UtcDateTime.Date == from.UtcDateTime.Date;
}
