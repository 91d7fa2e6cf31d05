namespace TermNews.Core.Text;

/// <summary>Formats points in time as RFC 3339 in UTC, to the second: <c>2024-11-18T09:30:00Z</c>.</summary>
public static class Rfc3339
{
    /// <summary>Formats a point in time.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Formats a point in time; null for null.</summary>
    public static string? Format(DateTimeOffset? time) => time is { } known ? Format(known) : null;
}
