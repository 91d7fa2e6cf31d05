namespace TermNews.Core.Ranking;

/// <summary>How long what was worked out is good for, where nothing was written since: age alone moves little in a minute.</summary>
internal static class Freshness
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    /// <summary>Whether it is still good: not in another day (UTC), which has another story from elsewhere.</summary>
    public static bool Lasts(DateTimeOffset from, DateTimeOffset now) =>
        now >= from && now - from < GoodFor && now.UtcDateTime.Date == from.UtcDateTime.Date;
}
