using TermNews.Core.Stories;

namespace TermNews.Core.Feeds;

/// <summary>When feeds are due.</summary>
internal static class RefreshSchedule
{
    /// <summary>The time between visits where a feed asks for none.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>The least time between visits.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>The most time between visits, also to a feed that keeps failing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How much too early a visit may be: a job that starts every half hour is never on the second.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>Whether a feed is to be visited, as far as it goes by its own schedule and pause.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="now">The time.</param>
    /// <param name="isNamed">The reader asks for this very feed, which is how one that is gone is visited.</param>
    public static bool IsDue(Feed feed, DateTimeOffset now, bool isNamed = false) =>
        !(feed.PausedUntil > now) && (feed.GoneAt is null ? !(feed.NextFetchAt > now + Slack) : isNamed);

    /// <summary>When a feed is due after a visit that went well.</summary>
    /// <param name="now">When the refresh began.</param>
    /// <param name="freshFor">How long HTTP says the answer stays fresh, or null.</param>
    /// <param name="timeToLive">How long the feed asks not to be fetched again, or null.</param>
    public static DateTimeOffset AfterSuccess(DateTimeOffset now, TimeSpan? freshFor, TimeSpan? timeToLive)
    {
        var wish = freshFor > timeToLive || timeToLive is null ? freshFor : timeToLive;
        return now + TimeSpan.FromTicks(Math.Clamp((wish ?? Usual).Ticks, Shortest.Ticks, Longest.Ticks));
    }

    /// <summary>
    /// When a feed is due after it failed: the time doubles with each failure in a row, and varies, so that feeds do not come in step.
    /// </summary>
    /// <param name="now">When the refresh began.</param>
    /// <param name="failures">Failures in a row, this one counted.</param>
    /// <param name="retryAfter">When its host wants to be asked again, or null.</param>
    /// <param name="chance">A number from 0 to 1 that the variation is made of.</param>
    public static DateTimeOffset AfterFailure(DateTimeOffset now, int failures, DateTimeOffset? retryAfter, double chance)
    {
        var doubled = Shortest.TotalMinutes * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        var minutes = Math.Min(doubled * (0.8 + (0.4 * chance)), Longest.TotalMinutes);
        var next = now + TimeSpan.FromMinutes(minutes);
        return retryAfter > next ? retryAfter.Value : next;
    }
}
