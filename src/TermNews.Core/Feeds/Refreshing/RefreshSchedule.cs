using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// When feeds are due. A feed that works is visited about four times as often as its stories come, but at most every quarter of an hour
/// and at least once a day; every half hour while that is not known. What the HTTP headers and the feed itself (<c>ttl</c>, else its
/// update period) ask for makes the time longer, up to a day, and never shorter; the longer wish counts. Only where nothing is known
/// of its stories a wish may also make it shorter than half an hour. A feed that fails is asked less and less, at least once a day.
/// Last, a visit at an hour or on a day that the feed wants to be left alone waits for the first hour that is free.
/// </summary>
internal static class RefreshSchedule
{
    /// <summary>The time between visits where nothing is known and nothing is asked for.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>The least time between visits.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>The most time between visits, also to a feed that keeps failing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private const int VisitsForAStory = 4;
    private const int RecentStories = 20;
    private const int FewTimes = 3;
    private const int HoursOfAWeek = 7 * 24;

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
    /// <param name="pace">What is known of the feed.</param>
    public static DateTimeOffset AfterSuccess(DateTimeOffset now, TimeSpan? freshFor, FeedPace pace)
    {
        var wish = Longer(freshFor, pace.TimeToLive);
        return Allowed(now + Clamp((pace.Rhythm is null ? wish : Longer(pace.Rhythm, wish)) ?? Usual), pace.Skipped);
    }

    /// <summary>
    /// The time between visits that goes with how often stories come; null where none has a date. The time since the last ones counts,
    /// so that a feed which falls silent is soon visited less. The oldest quarter does not, as feeds keep single stories of years ago;
    /// nor does what is dated ahead. Fewer than three different dates are little to go by (some feeds give all stories the time of the
    /// visit) and never make visits more frequent than usual.
    /// </summary>
    /// <param name="times">When the stories of a document came.</param>
    /// <param name="now">When the document came.</param>
    public static TimeSpan? RhythmOf(IEnumerable<DateTimeOffset> times, DateTimeOffset now)
    {
        List<DateTimeOffset> recent = [.. times.Where(time => time <= now).OrderDescending().Take(RecentStories)];
        if (recent.Count == 0)
            return null;
        var counted = recent.Count - (recent.Count / 4);
        var rhythm = Clamp((now - recent[counted - 1]) / counted / VisitsForAStory);
        return rhythm < Usual && recent.Distinct().Count() < FewTimes ? Usual : rhythm;
    }

    /// <summary>
    /// The rhythm after an answer without a document (304): what was learnt before, and a little longer, as <see cref="RhythmOf"/> would
    /// find if the same stories came again. Without that, a feed that fell silent would be visited every quarter of an hour for ever.
    /// </summary>
    /// <param name="rhythm">The rhythm learnt before, or null.</param>
    /// <param name="silence">The time since the visit before.</param>
    public static TimeSpan? RhythmAfter(TimeSpan? rhythm, TimeSpan silence)
    {
        const int counted = RecentStories - (RecentStories / 4);
        return rhythm is { } known ? Clamp(silence > TimeSpan.Zero ? known + (silence / counted / VisitsForAStory) : known) : null;
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

    /// <summary>
    /// The first time from a given one at which a feed may be visited: that itself, or the beginning of an hour. A feed that skips the
    /// whole week does not mean it.
    /// </summary>
    public static DateTimeOffset Allowed(DateTimeOffset at, SkippedTimes skipped)
    {
        if (!skipped.Has(at))
            return at;
        var hour = new DateTimeOffset(at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour), TimeSpan.Zero);
        return Enumerable.Range(1, HoursOfAWeek).Select(hours => hour.AddHours(hours)).Where(free => !skipped.Has(free))
            .Append(at).First();
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;

    private static TimeSpan Clamp(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}
