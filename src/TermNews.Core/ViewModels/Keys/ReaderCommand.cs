#pragma warning disable CS1591 // The words for each are in ReaderCommands, where the help screen takes them from.
namespace TermNews.Core.ViewModels.Keys;

/// <summary>Everything a key can ask for.</summary>
public enum ReaderCommand
{
    MoveDown, MoveUp, Onward, PageDown, PageUp, HalfPageDown, HalfPageUp, GoToTop, GoToBottom,
    Open, Leave, Back, Cancel, Quit,
    ShowLatest, ShowPopular, ShowMustRead, ShowSaved, ShowCommented, NextTab, PreviousTab,
    NextLink, PreviousLink, Digit, NextUnread, PreviousUnread, NextMatch, PreviousMatch,
    ToggleRead, ToggleSaved, TogglePinned, ToggleHidden, MarkListRead, Undo, Redo,
    WriteComment, GoToComments, EditComment, DeleteComment, OpenDiscussion,
    OpenInBrowser, CopyLink, CopyTitleAndLink, Share, ShowWhy,
    Filter, SearchEverything, SearchText, Refresh, FetchAgain, ShowArrivals,
    AddFeed, ShowFeeds, RenameFeed, TagFeed, RemoveFeed, ShowOnlyFeed, RefreshFeed, ToggleFolder,
    ShowHelp, Redraw, Suspend,
    SendComment, Accept, Yes, No,
}
