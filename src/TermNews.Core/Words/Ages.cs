namespace TermNews.Core.Words;

/// <summary>How long ago something was, short for a column and in words for a sentence.</summary>
public static class Ages
{
    private const int LongestNumber = 6;
    private const int MostDays = 365 * 1000;

    /// <summary><c>0m</c>…<c>59m</c>, <c>1h</c>…<c>23h</c>, <c>1d</c>…<c>6d</c>, then weeks; what lies ahead is <c>0m</c>.</summary>
    public static string InCells(DateTimeOffset at, DateTimeOffset now)
    {
        var (count, unit) = Split(at, now);
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }

    /// <summary>"12 min ago", "3 h ago", "1 day ago", "2 weeks ago"; "just now" below a minute.</summary>
    public static string InWords(DateTimeOffset at, DateTimeOffset now)
    {
        var (count, unit) = Split(at, now);
        if (unit == 'm' && count == 0)
            return "just now";
        return $"{Words(count, unit)} ago";
    }

    /// <summary>"in 12 min", "in 3 h"; "now" when it is due.</summary>
    public static string Until(DateTimeOffset at, DateTimeOffset now)
    {
        if (at <= now)
            return "now";
        var (count, unit) = Split(now, at);
        return $"in {Words(Math.Max(1, count), unit)}";
    }

    /// <summary>A span of time as readers write it: <c>90m</c>, <c>24h</c>, <c>7d</c>, <c>2w</c>; null where it is none.</summary>
    public static TimeSpan? Read(string text)
    {
        if (text.Length is < 2 or > LongestNumber + 1
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(Math.Min(number, MostDays)),
            'w' => TimeSpan.FromDays(Math.Min(7L * number, MostDays)),
            _ => null,
        };
    }

    /// <summary>"14:20", with the date where it is not today: "15 Mar 14:20".</summary>
    public static string OnTheClock(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        var isToday = there.Date == TimeZoneInfo.ConvertTime(now, zone).Date;
        return there.ToString(isToday ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Words(long count, char unit) => unit switch
    {
        'm' => Plural.Of(count, "min", "min"),
        'h' => Plural.Of(count, "h", "h"),
        'd' => Plural.Of(count, "day"),
        _ => Plural.Of(count, "week"),
    };

    private static (long Count, char Unit) Split(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now > at ? now - at : TimeSpan.Zero;
        if (age < TimeSpan.FromHours(1))
            return ((long)age.TotalMinutes, 'm');
        if (age < TimeSpan.FromDays(1))
            return ((long)age.TotalHours, 'h');
        return age < TimeSpan.FromDays(7) ? ((long)age.TotalDays, 'd') : ((long)age.TotalDays / 7, 'w');
    }
}
