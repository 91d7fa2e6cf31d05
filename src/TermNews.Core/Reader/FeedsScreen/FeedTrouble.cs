namespace TermNews.Core.Reader.FeedsScreen;

/// <summary>The failure or the pause of a feed, in words for lists of feeds.</summary>
public static class FeedTrouble
{
    /// <summary>"paused until 14:20"; null where its host did not ask for a pause, or it is over.</summary>
    public static string? PauseOf(Feed feed, DateTimeOffset now, TimeZoneInfo zone) =>
        feed.PausedUntil is { } until && until > now ? $"paused until {Ages.OnTheClock(until, now, zone)}" : null;

    /// <summary>The pause and the failure; null if there is neither.</summary>
    public static string? Of(Feed feed, DateTimeOffset now, TimeZoneInfo zone) => (PauseOf(feed, now, zone), feed.Error) switch
    {
        (null, var error) => error,
        ({ } pause, null) => pause,
        ({ } pause, { } error) => $"{pause}; {error}",
    };
}
