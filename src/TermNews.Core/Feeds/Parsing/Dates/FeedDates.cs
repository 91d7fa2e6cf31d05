namespace TermNews.Core.Feeds.Parsing.Dates;

/// <summary>Reads the dates of feeds: RFC 822 and its variants, ISO 8601, W3CDTF, asctime, and month names in other languages.</summary>
public static class FeedDates
{
    // Longer text is prose; bounds the time of the regular expressions.
    private const int LongestDate = 120;

    /// <summary>The point in time; null if the text is no date. Without a zone it is UTC.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestDate)
            return null;
        var trimmed = text.Trim();
        return IsoDates.Parse(trimmed) ?? WordedDates.Parse(trimmed);
    }

    /// <summary>Combines the parts; null if the day, time or zone does not exist.</summary>
    internal static DateTimeOffset? Make(DateParts parts)
    {
        if (parts.Month is < 1 or > 12 || parts.Year is < 1 or > 9999 || parts.Day < 1
            || parts.Day > DateTime.DaysInMonth(parts.Year, parts.Month))
            return null;
        var isMidnight = parts is { Hour: 24, Minute: 0, Second: 0 };
        if ((parts.Hour > 23 && !isMidnight) || parts.Minute > 59 || parts.Second > 60 || Math.Abs(parts.Offset.TotalHours) > 15)
            return null;
        var day = new DateTime(parts.Year, parts.Month, parts.Day, 0, 0, 0, DateTimeKind.Utc);
        try
        {
            var utc = day.AddHours(parts.Hour).AddMinutes(parts.Minute).AddSeconds(Math.Min(parts.Second, 59))
                .AddTicks(parts.Ticks) - parts.Offset;
            return new DateTimeOffset(utc, TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Expands a year of two digits: 70 to 99 are 19xx (POSIX uses 69).</summary>
    internal static int FullYear(int year, int digits) => digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;

    /// <summary>A number of ASCII digits.</summary>
    internal static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>A date in parts, not yet validated.</summary>
internal readonly record struct DateParts(int Year, int Month, int Day, int Hour = 0, int Minute = 0, int Second = 0, long Ticks = 0)
{
    /// <summary>The offset from UTC, positive east of Greenwich.</summary>
    public TimeSpan Offset { get; init; }
}
