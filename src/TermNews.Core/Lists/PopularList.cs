namespace TermNews.Core.Lists;

/// <summary>What many are talking about now: ranked by coverage, counters, views and comments.</summary>
internal static class PopularList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "popular",
        Title = "Popular",
        Keys = ["2"],
        KeyWords = "the list Popular",
        IsTab = true,
        Needs = StoryNeeds.Shown | StoryNeeds.Subscribed | StoryNeeds.Evidence,
        HasRowPerCluster = true,
        Ranking = ListRanking.Popular,
        WhenEmpty =
        [
            "Nothing is talked about yet.",
            "Popular lists what several feeds report, what publishers count (comments, points, views), and what you open and comment on.",
        ],
        DigestPlace = 2,
    };
}
