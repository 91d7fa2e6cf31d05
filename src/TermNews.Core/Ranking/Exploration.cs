namespace TermNews.Core.Ranking;

/// <summary>Feeds that publish enough and are seldom opened.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="WereVisitedToday">Whether the reader did something with a story of theirs today (UTC).</param>
internal sealed record SeldomFeeds(IReadOnlySet<long> Ids, bool WereVisitedToday)
{
    /// <summary>No feeds.</summary>
    public static SeldomFeeds None { get; } = new(new HashSet<long>(), WereVisitedToday: false);
}

/// <summary>
/// Exploration: one story a day from a seldom opened feed, so that learnt interests do not narrow Must-Read to themselves.
/// </summary>
internal static class Exploration
{
    /// <summary>The age of its stories at most: as the half-life of Must-Read, so that the story is still news.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);

    /// <summary>
    /// The story of the day (UTC), drawn at random with the day as the seed: the same candidates give the same story all day. Null if
    /// there is none, or if the reader visited one of these feeds today.
    /// </summary>
    public static Candidate? StoryOfTheDay(IEnumerable<Candidate> candidates, Interests interests, DateTimeOffset now)
    {
        if (interests.Seldom is not { WereVisitedToday: false, Ids: { Count: > 0 } seldom })
            return null;
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return candidates
            .Where(story => seldom.Contains(story.Feed.Id) && story.Status is { IsRead: false, IsHidden: false }
                && AgeDecay.When(story) is var at && at >= today - Oldest)
            .MinBy(story => (Lot(today, story.Feed.Id), Lot(today, story.Id), story.Id));
    }

    private static int Lot(DateTimeOffset day, long id) =>
        Clusters.TitleTerms.HashOf(string.Create(CultureInfo.InvariantCulture, $"{day.ToUnixTimeSeconds()} {id}"));
}
