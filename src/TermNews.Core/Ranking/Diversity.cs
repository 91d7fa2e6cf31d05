using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>Keeps a list from being filled by one piece of news or one feed.</summary>
internal static class Diversity
{
    /// <summary>
    /// Rows that a feed may have in a ranked list. They are counted for each feed alone, over the whole list: where the rows of other
    /// feeds counted too, a flood from one feed would move them.
    /// </summary>
    public const int MostOfAFeed = 2;

    /// <summary>One row for a cluster and two of a feed. What has no place for its feed leaves its cluster to the next story of it.</summary>
    /// <param name="ranked">The rows, best first.</param>
    /// <param name="storyOf">The story of a row.</param>
    public static IReadOnlyList<T> Spread<T>(IEnumerable<T> ranked, Func<T, Candidate> storyOf)
    {
        var clusters = new HashSet<long>();
        var ofFeed = new Dictionary<long, int>();
        var kept = new List<T>();
        foreach (var row in ranked)
        {
            var story = storyOf(row);
            var count = ofFeed.GetValueOrDefault(story.Feed.Id);
            if (count == MostOfAFeed || !clusters.Add(story.Cluster.Id))
                continue;
            ofFeed[story.Feed.Id] = count + 1;
            kept.Add(row);
        }
        return kept;
    }
}
