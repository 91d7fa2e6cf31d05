namespace TermNews.Cli.Commands.Shared;

/// <summary>Reads points in time: an RFC 3339 date or time, or an age such as <c>90m</c>, <c>24h</c>, <c>7d</c>.</summary>
internal static class When
{
    private static readonly string[] Times =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>The point in time; without a time zone it is in UTC.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it is neither.</exception>
    public static DateTimeOffset Parse(string text, string option, DateTimeOffset now)
    {
        if (Ages.Read(text) is { } age)
            return now - age;
        return ParseDate(text) ?? throw new NewsException(NewsFault.WrongUse,
            $"{option} takes a date (2024-11-18), a time (2024-11-18T09:30:00Z) or an age (90m, 24h, 7d), not \"{text}\".");
    }

    /// <summary>A date or a time, in UTC without a time zone; null if the text is neither.</summary>
    public static DateTimeOffset? ParseDate(string text)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isTime = DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Times, CultureInfo.InvariantCulture, styles, out var time);
        return isTime ? time : null;
    }

    /// <summary>A duration.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it is not a positive duration.</exception>
    public static TimeSpan ParseSpan(string text, string option) => Ages.Read(text) is { Ticks: > 0 } span
        ? span
        : throw new NewsException(NewsFault.WrongUse, $"{option} takes a span such as 90m, 12h, 30d or 4w, not \"{text}\".");
}
