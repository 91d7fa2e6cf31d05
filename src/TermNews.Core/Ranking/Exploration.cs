using System.Globalization;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>Feeds that bring much and are seldom opened.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="WereVisitedToday">The reader did something with a story of theirs since the day (UTC) began.</param>
internal sealed record SeldomFeeds(IReadOnlySet<long> Ids, bool WereVisitedToday)
{
    /// <summary>There are none.</summary>
    public static SeldomFeeds None { get; } = new(new HashSet<long>(), WereVisitedToday: false);
}

/// <summary>Chooses what Must-Read has from outside the reader's habits.</summary>
internal static class Exploration
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);

    /// <summary>
    /// The story of the day (UTC), by lot; null where there is none, or it was looked at. The same stories give the same one all day.
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
