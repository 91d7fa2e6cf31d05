namespace TermNews.Core.Lists;

/// <summary>Unread stories, newest first; one row per cluster.</summary>
internal static class UnreadList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "unread",
        Title = "Unread",
        Needs = StoryNeeds.Shown | StoryNeeds.Unread | StoryNeeds.Subscribed,
        HasRowPerCluster = true,
        WhenEmpty = ["Everything is read.", "{key:refresh} fetches the feeds."],
    };
}
