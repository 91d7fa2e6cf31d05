namespace TermNews.Core.Feeds.Refreshing;

/// <summary>A sliding window of durations, for their median.</summary>
internal sealed class RecentTimes
{
    /// <summary>Durations in the window: enough for a steady median, few enough to follow a changing network.</summary>
    private const int Most = 64;

    private readonly TimeSpan[] _times = new TimeSpan[Most];
    private int _count;

    /// <summary>Adds a duration, replacing the oldest.</summary>
    public void Add(TimeSpan time) => _times[_count++ % Most] = time;

    /// <summary>The median; null while the window is empty.</summary>
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
