using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The lists of the front page: their tabs, names and keys.</summary>
public static class ListCommands
{
    public static readonly ReaderCommand ShowLatest = Showing(StoryList.Latest, "latest", "1", "the list Latest");

    public static readonly ReaderCommand ShowPopular = Showing(StoryList.Popular, "popular", "2", "the list Popular");

    public static readonly ReaderCommand ShowMustRead = Showing(StoryList.MustRead, "must-read", "3", "the list Must-Read");

    public static readonly ReaderCommand ShowSaved = Showing(StoryList.Saved, "saved", "4", "the list Saved");

    public static readonly ReaderCommand ShowCommented = Showing(StoryList.Commented, "commented", "5", "the stories you commented on");

    /// <summary>The tabs, in order.</summary>
    public static IReadOnlyList<StoryList> Tabs { get; } =
        [StoryList.Latest, StoryList.Popular, StoryList.MustRead, StoryList.Saved, StoryList.Commented];

    /// <summary>The name of a list, as tabs show it.</summary>
    public static string NameOf(StoryList list) => list switch
    {
        StoryList.Latest => "Latest",
        StoryList.Popular => "Popular",
        StoryList.MustRead => "Must-Read",
        StoryList.Unread => "Unread",
        StoryList.Saved => "Saved",
        StoryList.Commented => "Comments",
        StoryList.All => "All",
    };

    private static ReaderCommand Showing(StoryList list, string name, string key, string words) => ReaderCommand.On<FrontPageScreen>(
        name, KeyScope.List, [key], words, (page, token) => page.ShowListAsync(list, token));
}
