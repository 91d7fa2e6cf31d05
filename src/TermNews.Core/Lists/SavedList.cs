namespace TermNews.Core.Lists;

/// <summary>Stories that the reader saved, newest first; muted ones and those of removed feeds too.</summary>
internal static class SavedList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "saved",
        Title = "Saved",
        Keys = ["4"],
        KeyWords = "the list Saved",
        IsTab = true,
        Needs = StoryNeeds.Shown | StoryNeeds.Saved,
        KeepsMuted = true,
        CountsArrivals = false,
        WhenEmpty = ["Nothing saved yet.", "{key:toggle-saved} keeps the selected story here."],
    };
}
