namespace TermNews.Core.Ranking;

/// <summary>Keeps a list from being filled by one piece of news or one feed.</summary>
internal static class Diversity
{
    private const int Stretch = 10;
    private const int MostOfAFeed = 2;

    /// <summary>The first of each cluster.</summary>
    public static IEnumerable<RankedStory> OnePerCluster(IEnumerable<RankedStory> ranked) =>
        ranked.DistinctBy(row => row.Story.Cluster.Id);

    /// <summary>
    /// At most two rows of a feed in each ten; rows that have no place move to the next ten. Where too few feeds are left to fill
    /// a stretch the list ends: a flood from one feed never gets a third row among the first ten.
    /// </summary>
    public static IReadOnlyList<RankedStory> TwoOfAFeedInTen(IEnumerable<RankedStory> ranked)
    {
        var kept = new List<RankedStory>();
        var waiting = ranked.ToList();
        while (waiting.Count > 0)
        {
            var ofFeed = new Dictionary<long, int>();
            var before = kept.Count;
            var later = new List<RankedStory>();
            foreach (var row in waiting)
            {
                var count = ofFeed.GetValueOrDefault(row.Story.Feed.Id);
                if (kept.Count - before == Stretch || count == MostOfAFeed)
                {
                    later.Add(row);
                    continue;
                }
                ofFeed[row.Story.Feed.Id] = count + 1;
                kept.Add(row);
            }
            if (kept.Count - before < Stretch)
                break;
            waiting = later;
        }
        return kept;
    }
}
