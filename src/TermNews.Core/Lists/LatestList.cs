namespace TermNews.Core.Lists;

/// <summary>All stories, newest first; one row per cluster.</summary>
internal static class LatestList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "latest",
        Title = "Latest",
        Keys = ["1"],
        KeyWords = "the list Latest",
        IsTab = true,
        Needs = StoryNeeds.Shown | StoryNeeds.Subscribed,
        HasRowPerCluster = true,
        WhenEmpty =
        [
            "No stories yet.",
            "{key:refresh} fetches the feeds, {key:add-feed} adds a feed (paste any address), {key:feeds} shows the feeds.",
        ],
        DigestPlace = 3,
        DigestRows = 10,   // Twice the rows of a ranking: the stories that the sections before name are left out.
    };
}
