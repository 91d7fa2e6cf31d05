namespace TermNews.Core.Ranking;

/// <summary>Quotas per cluster and feed, so that one piece of news or one feed cannot fill a list (diversification by caps).</summary>
internal static class Diversity
{
    /// <summary>
    /// Rows of a feed in a ranked list, counted over the whole list. A quota per ten rows, as it was first, let the rows of a flood move
    /// those of other feeds (commit b38adcb).
    /// </summary>
    public const int MostOfAFeed = 2;

    /// <summary>
    /// The rows within the quotas, in the same order. A row over the quota of its feed leaves its cluster to the next story of it.
    /// </summary>
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
