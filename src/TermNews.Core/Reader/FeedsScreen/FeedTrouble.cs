namespace TermNews.Core.Reader.FeedsScreen;

/// <summary>What lists of feeds say of one that is not well, or not visited for a while.</summary>
public static class FeedTrouble
{
    /// <summary>"paused until 14:20"; null where its host did not ask for a pause, or it is over.</summary>
    public static string? PauseOf(Feed feed, DateTimeOffset now, TimeZoneInfo zone) =>
        feed.PausedUntil is { } until && until > now ? $"paused until {Ages.OnTheClock(until, now, zone)}" : null;

    /// <summary>The pause and what is wrong; null where all is well.</summary>
    public static string? Of(Feed feed, DateTimeOffset now, TimeZoneInfo zone) => (PauseOf(feed, now, zone), feed.Error) switch
    {
        (null, var error) => error,
        ({ } pause, null) => pause,
        ({ } pause, { } error) => $"{pause}; {error}",
    };
}
