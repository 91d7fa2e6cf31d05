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
    public static IReadOnlyList<RankedCandidate> Spread(IEnumerable<RankedCandidate> ranked)
    {
        var clusters = new HashSet<long>();
        var ofFeed = new Dictionary<long, int>();
        var kept = new List<RankedCandidate>();
        foreach (var row in ranked)
        {
            var count = ofFeed.GetValueOrDefault(row.Story.Feed.Id);
            if (count == MostOfAFeed || !clusters.Add(row.Story.Cluster.Id))
                continue;
            ofFeed[row.Story.Feed.Id] = count + 1;
            kept.Add(row);
        }
        return kept;
    }
}
