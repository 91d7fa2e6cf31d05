namespace TermNews.Core.Words;

/// <summary>Mutes in words for the reader.</summary>
public static class MuteWords
{
    /// <summary>
    /// "for ever", "until 25 Dec", "until 16 Mar 09:00" where it ends within two days, with the year where it is another one.
    /// </summary>
    public static string Until(DateTimeOffset? until, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (until is not { Year: < 9999 } end)   // The database has no later time for what never ends.
            return "for ever";
        if (end - now <= TimeSpan.FromDays(2))
            return $"until {Ages.OnTheClock(end, now, zone)}";
        var there = TimeZoneInfo.ConvertTime(end, zone);
        var isThisYear = there.Year == TimeZoneInfo.ConvertTime(now, zone).Year;
        return $"until {there.ToString(isThisYear ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture)}";
    }

    /// <summary>"muted for ever by the word 'election'", with all that cover a story.</summary>
    public static string By(Story story, IReadOnlyList<Mute> mutes, DateTimeOffset now, TimeZoneInfo zone)
    {
        var by = mutes.Count == 0 ? "" : $" by {string.Join(" and ", mutes.Select(mute => mute.Name))}";
        return $"muted {Until(story.MutedUntil, now, zone)}{by}";
    }
}
