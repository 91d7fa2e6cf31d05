namespace TermNews.Core.Lists;

/// <summary>Stories that the reader commented on, latest comment first; muted ones and those of removed feeds too.</summary>
internal static class CommentedList
{
    public static StoryList Definition { get; } = new()
    {
        Word = "commented",
        Title = "Comments",
        Keys = ["5"],
        KeyWords = "the stories you commented on",
        IsTab = true,
        Needs = StoryNeeds.Shown,
        KeepsMuted = true,
        Order = ListOrder.LatestCommentFirst,
        CountsArrivals = false,
        WhenEmpty = ["You have not commented on anything yet.", "{key:comment} writes a comment under the selected story."],
    };
}
