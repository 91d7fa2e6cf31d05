namespace TermNews.Core.Reader.Keys;

/// <summary>A command with its keys: a line of the table that key map, help screen, status row and manual page are made of.</summary>
/// <param name="Command">The command.</param>
/// <param name="Name">What <c>[keys]</c> in the configuration calls it.</param>
/// <param name="Scope">Where its keys work.</param>
/// <param name="Keys">Its default keys; a sequence has spaces between its keys.</param>
/// <param name="Words">What it does, for the help screen.</param>
/// <param name="Hint">One word for the status row, or null where it is not shown there.</param>
public sealed record CommandKeys(
    ReaderCommand Command, string Name, KeyScope Scope, IReadOnlyList<string> Keys, string Words, string? Hint = null);

/// <summary>The table of all commands, in the order of the help screen.</summary>
public static class ReaderCommands
{
    private const KeyScope Pages = KeyScope.Screens | KeyScope.Menu;

    /// <summary>The default keys.</summary>
    public static IReadOnlyList<CommandKeys> Table { get; } =
    [
        new(ReaderCommand.MoveDown, "down", Pages, ["j", "Down"], "move or scroll down"),
        new(ReaderCommand.MoveUp, "up", Pages, ["k", "Up"], "move or scroll up"),
        new(ReaderCommand.Onward, "onward", Pages, ["Space"], "a page down; at the end of an article the next unread story"),
        new(ReaderCommand.PageDown, "page-down", Pages, ["PgDn"], "a page down"),
        new(ReaderCommand.PageUp, "page-up", Pages, ["b", "PgUp"], "a page up"),
        new(ReaderCommand.HalfPageDown, "half-page-down", Pages, ["Ctrl-D"], "half a page down"),
        new(ReaderCommand.HalfPageUp, "half-page-up", Pages, ["Ctrl-U"], "half a page up"),
        new(ReaderCommand.GoToTop, "top", Pages, ["g g", "Home"], "to the top"),
        new(ReaderCommand.GoToBottom, "bottom", Pages, ["G", "End"], "to the bottom"),
        new(ReaderCommand.Open, "open", KeyScope.Stories | KeyScope.Menu, ["Enter", "l", "Right"],
            "open the story; follow the selected link"),
        new(ReaderCommand.Leave, "leave", Pages, ["q"], "back; at the front page leave the program"),
        new(ReaderCommand.Back, "back", Pages, ["h", "Left", "Backspace"], "back"),
        new(ReaderCommand.Cancel, "cancel", KeyScope.All, ["Esc"], "close a prompt or menu; never leaves the program"),
        new(ReaderCommand.Quit, "quit", KeyScope.All & ~(KeyScope.Comment | KeyScope.Prompt), ["Q"], "leave now, drafts are kept"),
        new(ReaderCommand.Quit, "quit-anywhere", KeyScope.All, ["Ctrl-C"], "leave now, drafts are kept"),
        new(ReaderCommand.ShowLatest, "latest", KeyScope.List, ["1"], "the list Latest"),
        new(ReaderCommand.ShowPopular, "popular", KeyScope.List, ["2"], "the list Popular"),
        new(ReaderCommand.ShowMustRead, "must-read", KeyScope.List, ["3"], "the list Must-Read"),
        new(ReaderCommand.ShowSaved, "saved", KeyScope.List, ["4"], "the list Saved"),
        new(ReaderCommand.ShowCommented, "commented", KeyScope.List, ["5"], "the stories you commented on"),
        new(ReaderCommand.NextTab, "next-list", KeyScope.List, ["Tab"], "the next list"),
        new(ReaderCommand.PreviousTab, "previous-list", KeyScope.List, ["Shift-Tab"], "the previous list"),
        new(ReaderCommand.NextLink, "next-link", KeyScope.Article, ["Tab"], "the next link; digits choose one by its number"),
        new(ReaderCommand.PreviousLink, "previous-link", KeyScope.Article, ["Shift-Tab"], "the previous link"),
        new(ReaderCommand.NextUnread, "next-unread", KeyScope.Stories, ["J"], "the next unread story"),
        new(ReaderCommand.PreviousUnread, "previous-unread", KeyScope.Stories, ["K"], "the previous unread story"),
        new(ReaderCommand.NextMatch, "next-match", KeyScope.Stories, ["n"], "the next match"),
        new(ReaderCommand.PreviousMatch, "previous-match", KeyScope.Stories, ["N"], "the previous match"),
        new(ReaderCommand.ToggleRead, "toggle-read", KeyScope.Stories, ["r"], "mark as read or unread", "read"),
        new(ReaderCommand.ToggleSaved, "toggle-saved", KeyScope.Stories, ["s"], "keep in Saved, or take out", "save"),
        new(ReaderCommand.WriteComment, "comment", KeyScope.Stories, ["c"], "write a comment", "comment"),
        new(ReaderCommand.TogglePinned, "toggle-pinned", KeyScope.Stories, ["!"], "pin as Must-Read, or take the pin off"),
        new(ReaderCommand.ToggleHidden, "toggle-hidden", KeyScope.Stories, ["d"], "hide the story, or bring it back"),
        new(ReaderCommand.Mute, "mute", KeyScope.Stories, ["m"], "mute a word, the author, the feed or a category"),
        new(ReaderCommand.ShowMuted, "muted", KeyScope.Stories, ["M"], "what is muted, to show or to take back"),
        new(ReaderCommand.MarkListRead, "mark-list-read", KeyScope.List, ["A"], "mark the whole list as read"),
        new(ReaderCommand.Undo, "undo", KeyScope.Stories | KeyScope.Feeds, ["u"], "take the last change back"),
        new(ReaderCommand.Redo, "redo", KeyScope.Stories | KeyScope.Feeds, ["Ctrl-R"], "make it again"),
        new(ReaderCommand.GoToComments, "comments", KeyScope.Stories, ["C"], "to the comments"),
        new(ReaderCommand.EditComment, "edit-comment", KeyScope.Article, ["E"], "change the selected comment, or the last one"),
        new(ReaderCommand.DeleteComment, "delete-comment", KeyScope.Article, ["X", "Delete"],
            "delete the selected comment, or the last one"),
        new(ReaderCommand.FullText, "full-text", KeyScope.Article, ["f"], "the feed's text, or the full text of the page"),
        new(ReaderCommand.OpenDiscussion, "discussion", KeyScope.Stories, ["D"], "open the publisher's own discussion"),
        new(ReaderCommand.OpenInBrowser, "browser", KeyScope.Stories, ["o"], "open in the browser"),
        new(ReaderCommand.CopyLink, "copy-link", KeyScope.Stories, ["y"], "copy the link"),
        new(ReaderCommand.CopyTitleAndLink, "copy-title", KeyScope.Stories, ["Y"], "copy title and link"),
        new(ReaderCommand.Share, "share", KeyScope.Stories, ["S"], "share: copy, open, mail"),
        new(ReaderCommand.ShowWhy, "why", KeyScope.Stories | KeyScope.Menu, ["w"], "why is this story here"),
        new(ReaderCommand.ShowSources, "sources", KeyScope.Stories, ["="], "who else reports this"),
        new(ReaderCommand.Split, "split", KeyScope.Menu, ["x"], "among those who report: this is other news, take it out"),
        new(ReaderCommand.Filter, "filter", KeyScope.List, ["/"], "filter the list as you type", "filter"),
        new(ReaderCommand.SearchText, "search-text", KeyScope.Article, ["/"], "search in the text", "search"),
        new(ReaderCommand.ShowOutline, "outline", KeyScope.Article, ["t"], "the headings of the text"),
        new(ReaderCommand.Download, "download", KeyScope.Article, ["g d"], "download the story's file: an episode, a picture"),
        new(ReaderCommand.TogglePictures, "pictures", KeyScope.Article, ["i"], "the pictures of the text, or captions only"),
        new(ReaderCommand.ChangeWidth, "text-width", KeyScope.Article, ["z"], "another width of the text"),
        new(ReaderCommand.ChangeSpacing, "line-spacing", KeyScope.Article, ["Z"], "more or less room between the lines"),
        new(ReaderCommand.Pipe, "pipe", KeyScope.Article, ["|"], "give the article to a program"),
        new(ReaderCommand.WriteFile, "write", KeyScope.Article, ["W"], "write the article into a file"),
        new(ReaderCommand.SearchEverything, "search", KeyScope.Stories, ["g /"], "search everything, muted stories too"),
        new(ReaderCommand.Refresh, "refresh", KeyScope.List, ["R"], "fetch the feeds"),
        new(ReaderCommand.FetchAgain, "fetch-again", KeyScope.Article, ["R"], "fetch again: the story's feed, or the page of its full text"),
        new(ReaderCommand.ShowArrivals, "arrivals", KeyScope.Stories, ["."], "bring new stories into the list"),
        new(ReaderCommand.AddFeed, "add-feed", KeyScope.List | KeyScope.Feeds, ["a"], "add a feed: paste any address", "add"),
        new(ReaderCommand.ShowFeeds, "feeds", KeyScope.Stories, ["L"], "the feeds, and what is wrong with them"),
        new(ReaderCommand.ShowOnlyFeed, "only-feed", KeyScope.Feeds, ["Enter", "l", "Right"], "show only this feed or folder", "show"),
        new(ReaderCommand.ToggleFolder, "folder", KeyScope.Feeds, ["Tab"], "close or open the folder"),
        new(ReaderCommand.RenameFeed, "rename-feed", KeyScope.Feeds, ["e"], "rename the feed", "rename"),
        new(ReaderCommand.TagFeed, "tag-feed", KeyScope.Feeds, ["t"], "put the feed into folders", "tag"),
        new(ReaderCommand.RemoveFeed, "remove-feed", KeyScope.Feeds, ["x", "Delete"], "remove the feed", "remove"),
        new(ReaderCommand.RefreshFeed, "refresh-feed", KeyScope.Feeds, ["R"], "fetch this feed or folder now", "fetch"),
        new(ReaderCommand.ShowHelp, "help", KeyScope.Screens & ~KeyScope.Help, ["?", "F1"], "this help", "help"),
        new(ReaderCommand.Redraw, "redraw", KeyScope.All, ["Ctrl-L"], "draw the screen anew"),
        new(ReaderCommand.Suspend, "suspend", KeyScope.All, ["Ctrl-Z"], "suspend; fg comes back"),
        new(ReaderCommand.SendComment, "send", KeyScope.Comment, ["Ctrl-S", "Alt-Enter"], "send the comment", "send"),
        new(ReaderCommand.Accept, "accept", KeyScope.Prompt, ["Enter"], "take what was typed"),
        new(ReaderCommand.Yes, "yes", KeyScope.Question, ["y", "Y"], "yes", "yes"),
        new(ReaderCommand.No, "no", KeyScope.Question, ["n", "N", "q"], "no", "no"),
    ];
}
