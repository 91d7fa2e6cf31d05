namespace TermNews.Core.Lists;

/// <summary>What the reader would regret to have missed: a short ranking of unread stories.</summary>
internal static class MustReadList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "must-read",
        Title = "Must-Read",
        Keys = ["3"],
        KeyWords = "the list Must-Read",
        IsTab = true,
        Needs = StoryNeeds.Shown | StoryNeeds.Unread | StoryNeeds.Subscribed,
        KeepsPinned = true,
        HasRowPerCluster = true,
        Ranking = ListRanking.MustRead,
        WhenEmpty =
        [
            "You're all caught up.",
            "Pin a story with {key:toggle-pinned} or name words, feeds, categories or rules under [must_read] in the configuration, "
                + "and they come here.",
        ],
        AtEnd = "You're all caught up.",
        DigestPlace = 1,
    };
}
