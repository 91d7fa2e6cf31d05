using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.FeedsScreen;

/// <summary>The commands of the feeds, and those of other screens that lead to them.</summary>
public static class FeedsCommands
{
    public static readonly ReaderCommand Refresh = ReaderCommand.On<Refreshing>("refresh", KeyScope.List, ["R"],
        "fetch the feeds", static (feeds, token) => feeds.RefreshByHandAsync(new RefreshRequest { Force = true }, token));

    public static readonly ReaderCommand AddFeed = ReaderCommand.On<FeedsPage>("add-feed", KeyScope.List | KeyScope.Feeds, ["a"],
        "add a feed: paste any address", static page => page.AskForAddress(), "add");

    public static readonly ReaderCommand ShowFeeds = ReaderCommand.On<FeedsPage>("feeds", KeyScope.Stories, ["L"],
        "the feeds, and what is wrong with them", static (page, token) => page.ShowAsync(token));

    public static readonly ReaderCommand ShowOnlyFeed = ReaderCommand.On<FeedsPage>("only-feed", KeyScope.Feeds,
        ["Enter", "l", "Right"], "show only this feed or folder", static (page, token) => page.ShowOnlyAsync(token), "show");

    public static readonly ReaderCommand ToggleFolder = ReaderCommand.On<FeedsPage>("folder", KeyScope.Feeds, ["Tab"],
        "close or open the folder", static page => page.ToggleFolder());

    public static readonly ReaderCommand RenameFeed = ReaderCommand.On<FeedsPage>("rename-feed", KeyScope.Feeds, ["e"],
        "rename the feed", static page => page.AskForTitle(), "rename");

    public static readonly ReaderCommand TagFeed = ReaderCommand.On<FeedsPage>("tag-feed", KeyScope.Feeds, ["t"],
        "put the feed into folders", static page => page.AskForFolders(), "tag");

    public static readonly ReaderCommand RemoveFeed = ReaderCommand.On<FeedsPage>("remove-feed", KeyScope.Feeds, ["x", "Delete"],
        "remove the feed", static (page, token) => page.RemoveAsync(token), "remove");

    public static readonly ReaderCommand RefreshFeed = ReaderCommand.On<FeedsPage>("refresh-feed", KeyScope.Feeds, ["R"],
        "fetch this feed or folder now", static (page, token) => page.RefreshAsync(token), "fetch");
}
