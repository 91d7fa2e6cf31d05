namespace TermNews.Core.Reader.Keys;

/// <summary>Everything a key can ask for.</summary>
public enum ReaderCommand
{
    /// <summary>Move or scroll down.</summary>
    MoveDown,

    /// <summary>Move or scroll up.</summary>
    MoveUp,

    /// <summary>A page down; at the end of an article the next unread story.</summary>
    Onward,

    /// <summary>A page down.</summary>
    PageDown,

    /// <summary>A page up.</summary>
    PageUp,

    /// <summary>Half a page down.</summary>
    HalfPageDown,

    /// <summary>Half a page up.</summary>
    HalfPageUp,

    /// <summary>To the top.</summary>
    GoToTop,

    /// <summary>To the bottom.</summary>
    GoToBottom,

    /// <summary>Open the story; follow the selected link.</summary>
    Open,

    /// <summary>Back; at the front page leave the program.</summary>
    Leave,

    /// <summary>Back.</summary>
    Back,

    /// <summary>Close a prompt or menu; never leaves the program.</summary>
    Cancel,

    /// <summary>Leave now, drafts are kept.</summary>
    Quit,

    /// <summary>The list Latest.</summary>
    ShowLatest,

    /// <summary>The list Popular.</summary>
    ShowPopular,

    /// <summary>The list Must-Read.</summary>
    ShowMustRead,

    /// <summary>The list Saved.</summary>
    ShowSaved,

    /// <summary>The stories you commented on.</summary>
    ShowCommented,

    /// <summary>The next list.</summary>
    NextTab,

    /// <summary>The previous list.</summary>
    PreviousTab,

    /// <summary>The next link; digits choose one by its number.</summary>
    NextLink,

    /// <summary>The previous link.</summary>
    PreviousLink,

    /// <summary>A digit of a number is typed.</summary>
    Digit,

    /// <summary>The next unread story.</summary>
    NextUnread,

    /// <summary>The previous unread story.</summary>
    PreviousUnread,

    /// <summary>The next match.</summary>
    NextMatch,

    /// <summary>The previous match.</summary>
    PreviousMatch,

    /// <summary>Mark as read or unread.</summary>
    ToggleRead,

    /// <summary>Keep in Saved, or take out.</summary>
    ToggleSaved,

    /// <summary>Pin as Must-Read, or take the pin off.</summary>
    TogglePinned,

    /// <summary>Hide the story, or bring it back.</summary>
    ToggleHidden,

    /// <summary>Mute a word, the author, the feed or a category.</summary>
    Mute,

    /// <summary>What is muted.</summary>
    ShowMuted,

    /// <summary>Mark the whole list as read.</summary>
    MarkListRead,

    /// <summary>Take the last change back.</summary>
    Undo,

    /// <summary>Make it again.</summary>
    Redo,

    /// <summary>Write a comment.</summary>
    WriteComment,

    /// <summary>To the comments.</summary>
    GoToComments,

    /// <summary>Change the selected comment, or the last one.</summary>
    EditComment,

    /// <summary>Delete the selected comment, or the last one.</summary>
    DeleteComment,

    /// <summary>The feed's text, or the full text of the page.</summary>
    FullText,

    /// <summary>Open the publisher's own discussion.</summary>
    OpenDiscussion,

    /// <summary>Open in the browser.</summary>
    OpenInBrowser,

    /// <summary>Copy the link.</summary>
    CopyLink,

    /// <summary>Copy title and link.</summary>
    CopyTitleAndLink,

    /// <summary>Share: copy, open, mail.</summary>
    Share,

    /// <summary>Why is this story here.</summary>
    ShowWhy,

    /// <summary>The other sources of the news.</summary>
    ShowSources,

    /// <summary>Take the selected source out of the cluster: it is other news.</summary>
    Split,

    /// <summary>Filter the list as you type.</summary>
    Filter,

    /// <summary>Search everything.</summary>
    SearchEverything,

    /// <summary>Search in the text.</summary>
    SearchText,

    /// <summary>The headings of the text.</summary>
    ShowOutline,

    /// <summary>Bring the file of the story onto this machine.</summary>
    Download,

    /// <summary>Show the pictures of the text, or captions only.</summary>
    TogglePictures,

    /// <summary>Another width of the text.</summary>
    ChangeWidth,

    /// <summary>More or less room between the lines.</summary>
    ChangeSpacing,

    /// <summary>Give the article to a program.</summary>
    Pipe,

    /// <summary>Write the article into a file.</summary>
    WriteFile,

    /// <summary>Fetch the feeds.</summary>
    Refresh,

    /// <summary>Fetch the story's feed again; where the full text is shown, its page.</summary>
    FetchAgain,

    /// <summary>Bring new stories into the list.</summary>
    ShowArrivals,

    /// <summary>Add a feed: paste any address.</summary>
    AddFeed,

    /// <summary>The feeds, and what is wrong with them.</summary>
    ShowFeeds,

    /// <summary>Rename the feed.</summary>
    RenameFeed,

    /// <summary>Put the feed into folders.</summary>
    TagFeed,

    /// <summary>Remove the feed.</summary>
    RemoveFeed,

    /// <summary>Show only this feed or folder.</summary>
    ShowOnlyFeed,

    /// <summary>Fetch this feed or folder now.</summary>
    RefreshFeed,

    /// <summary>Close or open the folder.</summary>
    ToggleFolder,

    /// <summary>This help.</summary>
    ShowHelp,

    /// <summary>Draw the screen anew.</summary>
    Redraw,

    /// <summary>Suspend; fg comes back.</summary>
    Suspend,

    /// <summary>Send the comment.</summary>
    SendComment,

    /// <summary>Take what was typed.</summary>
    Accept,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
