namespace TermNews.Core.Lists;

/// <summary>Every story, newest first; hidden and muted ones too.</summary>
internal static class AllList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "all",
        Title = "All",
        KeepsMuted = true,
        WhenEmpty = LatestList.Definition.WhenEmpty,
    };
}
