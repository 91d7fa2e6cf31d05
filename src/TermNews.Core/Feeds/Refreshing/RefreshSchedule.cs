namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// The adaptive schedule of visits. The interval is a quarter of the mean time between stories, within 15 minutes and a day, and half an
/// hour while that is unknown. HTTP freshness and the feed's own wish (<c>ttl</c>, else its update period) lengthen it up to a day, the
/// longer one winning; they shorten it only while the rhythm is unknown. Failures are followed by exponential back-off, up to a day.
/// Finally, a visit within the feed's <c>skipHours</c> or <c>skipDays</c> moves to the next free hour.
/// </summary>
internal static class RefreshSchedule
{
    /// <summary>The interval while nothing is known and nothing is asked for.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>The shortest interval.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>The longest interval, also for a feed that keeps failing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Visits per story: a new story is seen after an eighth of the usual gap on average.</summary>
    private const int VisitsForAStory = 4;

    /// <summary>Stories whose dates determine the rhythm, by choice: enough for a mean, few enough to follow a change.</summary>
    private const int RecentStories = 20;

    /// <summary>Fewer distinct dates never make visits more frequent than usual.</summary>
    private const int FewTimes = 3;
    private const int HoursOfAWeek = 7 * 24;

    /// <summary>Tolerance for early visits: cron starts a job every half hour, but never on the second.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>Whether a feed is due by its own schedule and pause.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="now">The time.</param>
    /// <param name="isNamed">The reader names this feed, which includes one that is gone (410).</param>
    public static bool IsDue(Feed feed, DateTimeOffset now, bool isNamed = false) =>
        !IsPaused(feed, now) && (feed.GoneAt is null ? !(feed.NextFetchAt > now + Slack) || WasSetBack(feed, now) : isNamed);

    /// <summary>Whether the host of a feed asked not to be visited for a while.</summary>
    public static bool IsPaused(Feed feed, DateTimeOffset now) => feed.PausedUntil > now && !WasSetBack(feed, now);

    /// <summary>
    /// A feed that was visited in the future: the clock was wrong then and was set back since. What was planned by it would keep the feed
    /// from being visited for years; the visit plans anew.
    /// </summary>
    private static bool WasSetBack(Feed feed, DateTimeOffset now) => feed.FetchedAt > now + Slack;

    /// <summary>The next visit after a success.</summary>
    /// <param name="now">When the refresh began.</param>
    /// <param name="freshFor">The freshness lifetime by HTTP, or null.</param>
    /// <param name="pace">The known rhythm and wishes of the feed.</param>
    public static DateTimeOffset AfterSuccess(DateTimeOffset now, TimeSpan? freshFor, FeedPace pace)
    {
        var wish = Longer(freshFor, pace.TimeToLive);
        return Allowed(now + Clamp((pace.Rhythm is null ? wish : Longer(pace.Rhythm, wish)) ?? Usual), pace.Skipped);
    }

    /// <summary>
    /// The interval by the rhythm of stories; null where none has a date. The time since the newest story counts, so that a silent feed is
    /// soon visited less often. The oldest quarter is left out, as feeds keep single stories of years ago, and so are dates in the future.
    /// Fewer than three distinct dates (some feeds give all stories the time of the visit) never make visits more frequent than usual.
    /// </summary>
    /// <param name="times">The dates of the stories in a document.</param>
    /// <param name="now">The time of the visit.</param>
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
    /// The rhythm after a 304: the known one, lengthened as <see cref="RhythmOf"/> would find for the same stories. Otherwise a feed that
    /// fell silent would be visited every quarter of an hour for ever.
    /// </summary>
    /// <param name="rhythm">The known rhythm, or null.</param>
    /// <param name="silence">The time since the previous visit.</param>
    public static TimeSpan? RhythmAfter(TimeSpan? rhythm, TimeSpan silence)
    {
        const int counted = RecentStories - (RecentStories / 4);
        return rhythm is { } known ? Clamp(silence > TimeSpan.Zero ? known + (silence / counted / VisitsForAStory) : known) : null;
    }

    /// <summary>
    /// The next visit after a failure: exponential back-off that doubles with each failure in a row, with jitter, so that feeds do not
    /// retry in step.
    /// </summary>
    /// <param name="now">When the refresh began.</param>
    /// <param name="failures">Failures in a row, this one counted.</param>
    /// <param name="retryAfter">The time of <c>Retry-After</c>, or null.</param>
    /// <param name="chance">The jitter, from 0 to 1.</param>
    public static DateTimeOffset AfterFailure(DateTimeOffset now, int failures, DateTimeOffset? retryAfter, double chance)
    {
        var doubled = Shortest.TotalMinutes * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        var minutes = Math.Min(doubled * (0.8 + (0.4 * chance)), Longest.TotalMinutes);
        var next = now + TimeSpan.FromMinutes(minutes);
        return retryAfter > next ? retryAfter.Value : next;
    }

    /// <summary>
    /// The first allowed time at or after the given one: that time, or the start of an hour that the feed does not skip. A feed that skips
    /// the whole week is not believed.
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
