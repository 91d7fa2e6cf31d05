namespace TermNews.Core.Feeds.Refreshing;

/// <summary>The last few durations of something.</summary>
internal sealed class RecentTimes
{
    private const int Most = 64;

    private readonly TimeSpan[] _times = new TimeSpan[Most];
    private int _count;

    /// <summary>Adds one; the oldest is forgotten.</summary>
    public void Add(TimeSpan time) => _times[_count++ % Most] = time;

    /// <summary>The one in the middle; null where there is none yet.</summary>
    public TimeSpan? Median()
    {
        var known = Math.Min(_count, Most);
        if (known == 0)
            return null;
        Span<TimeSpan> sorted = stackalloc TimeSpan[Most];
        sorted = sorted[..known];
        _times.AsSpan(0, known).CopyTo(sorted);
        sorted.Sort();
        return sorted[known / 2];
    }
}
