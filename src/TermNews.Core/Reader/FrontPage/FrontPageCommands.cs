using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The commands of the front page, also those that an article beside it has.</summary>
public static class FrontPageCommands
{
    public static readonly ReaderCommand NextTab = ReaderCommand.On<FrontPageScreen>("next-list", KeyScope.List, ["Tab"],
        "the next list", static (page, token) => page.ShowNeighbourAsync(1, token));

    public static readonly ReaderCommand PreviousTab = ReaderCommand.On<FrontPageScreen>("previous-list", KeyScope.List, ["Shift-Tab"],
        "the previous list", static (page, token) => page.ShowNeighbourAsync(-1, token));

    public static readonly ReaderCommand NextUnread = ReaderCommand.On<FrontPageScreen>("next-unread", KeyScope.Stories, ["J"],
        "the next unread story", static (page, token) => page.NextUnreadAsync(1, token));

    public static readonly ReaderCommand PreviousUnread = ReaderCommand.On<FrontPageScreen>("previous-unread", KeyScope.Stories, ["K"],
        "the previous unread story", static (page, token) => page.NextUnreadAsync(-1, token));

    public static readonly ReaderCommand NextMatch = ReaderCommand.On<IMatches>("next-match", KeyScope.Stories, ["n"],
        "the next match", static (screen, token) => screen.GoToMatchAsync(1, token));

    public static readonly ReaderCommand PreviousMatch = ReaderCommand.On<IMatches>("previous-match", KeyScope.Stories, ["N"],
        "the previous match", static (screen, token) => screen.GoToMatchAsync(-1, token));

    public static readonly ReaderCommand MarkListRead = ReaderCommand.On<FrontPageScreen>("mark-list-read", KeyScope.List, ["A"],
        "mark the whole list as read", static (page, token) => page.MarkListReadAsync(token));

    public static readonly ReaderCommand Filter = ReaderCommand.On<FrontPageScreen>("filter", KeyScope.List, ["/"],
        "filter the list as you type", static page => page.AskForFilter(), "filter");

    public static readonly ReaderCommand SearchEverything = ReaderCommand.On<FrontPageScreen>("search", KeyScope.Stories, ["g /"],
        "search everything, muted stories too", static page => page.AskForSearch());

    public static readonly ReaderCommand ShowArrivals = ReaderCommand.On<FrontPageScreen>("arrivals", KeyScope.Stories, ["."],
        "bring new stories into the list", static (page, token) => page.ShowArrivalsAsync(token));
}
