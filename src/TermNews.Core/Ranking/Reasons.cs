using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>Makes a score and a reason of evidence.</summary>
internal static class Reasons
{
    private const int Told = 2;

    /// <summary>A row of a ranked list, or null where nothing speaks for the story.</summary>
    public static RankedStory? Rank(Story story, IEnumerable<Evidence> evidence, double decay)
    {
        List<Evidence> strongestFirst = [.. evidence.OrderByDescending(piece => piece.Points)];
        if (strongestFirst.Count == 0)
            return null;
        var reason = string.Join("; ", strongestFirst.Take(Told).Select(piece => piece.Words));
        return new RankedStory(story, strongestFirst.Sum(piece => piece.Points) * decay, reason);
    }

    /// <summary>Best first, ties by id.</summary>
    public static IEnumerable<RankedStory> Order(IEnumerable<RankedStory> rows) =>
        rows.OrderByDescending(row => row.Score).ThenBy(row => row.Story.Id);

    /// <summary>Why a story stands where it does in a list that is ordered by time.</summary>
    public static string OfTime(Story story, DateTimeOffset now)
    {
        if (story.PublishedAt is null)
            return $"no date: first seen {Ages.InWords(story.FirstSeenAt, now)}";
        return story.PublishedAt > story.SortAt
            ? $"dated in the future: first seen {Ages.InWords(story.FirstSeenAt, now)}"
            : $"published {Ages.InWords(story.SortAt, now)}";
    }
}
