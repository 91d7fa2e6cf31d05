using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Composition;

/// <summary>The table of all commands.</summary>
public static class ReaderCommands
{
    /// <summary>All commands, in the order of the help screen.</summary>
    public static IReadOnlyList<ReaderCommand> Table { get; } =
    [
        MovingCommands.MoveDown, MovingCommands.MoveUp, MovingCommands.Onward, MovingCommands.PageDown, MovingCommands.PageUp,
        MovingCommands.HalfPageDown, MovingCommands.HalfPageUp, MovingCommands.GoToTop, MovingCommands.GoToBottom, MovingCommands.Open,
        MovingCommands.Leave, MovingCommands.Back, MovingCommands.Cancel, SessionCommands.Quit, SessionCommands.QuitAnywhere,
        .. ListCommands.All,
        FrontPageCommands.NextTab, FrontPageCommands.PreviousTab, ArticleCommands.NextLink, ArticleCommands.PreviousLink,
        FrontPageCommands.NextUnread, FrontPageCommands.PreviousUnread, FrontPageCommands.NextMatch, FrontPageCommands.PreviousMatch,
        StoryCommands.ToggleRead, StoryCommands.ToggleSaved, ArticleCommands.WriteComment, StoryCommands.TogglePinned,
        StoryCommands.ToggleHidden, StoryCommands.Mute, StoryCommands.ShowMuted, FrontPageCommands.MarkListRead, StoryCommands.Undo,
        StoryCommands.Redo, ArticleCommands.GoToComments, ArticleCommands.Reply, ArticleCommands.EditComment,
        ArticleCommands.DeleteComment, ArticleCommands.FullText, StoryCommands.OpenDiscussion, StoryCommands.OpenInBrowser,
        StoryCommands.CopyLink,
        StoryCommands.CopyTitleAndLink, StoryCommands.Share, StoryCommands.ShowWhy, StoryCommands.ShowSources, OverlayCommands.Split,
        FrontPageCommands.Filter, ArticleCommands.SearchText, ArticleCommands.ShowOutline, ArticleCommands.Download,
        ArticleCommands.TogglePictures, ArticleCommands.ChangeWidth, ArticleCommands.ChangeSpacing, ArticleCommands.Pipe,
        ArticleCommands.WriteFile, FrontPageCommands.SearchEverything, FeedsCommands.Refresh, ArticleCommands.FetchAgain,
        FrontPageCommands.ShowArrivals, FeedsCommands.AddFeed, FeedsCommands.ShowFeeds, FeedsCommands.ShowOnlyFeed,
        FeedsCommands.ToggleFolder, FeedsCommands.RenameFeed, FeedsCommands.TagFeed, FeedsCommands.RemoveFeed, FeedsCommands.RefreshFeed,
        HelpCommands.ShowHelp, SessionCommands.Redraw, SessionCommands.Suspend, ArticleCommands.SendComment, OverlayCommands.Accept,
        OverlayCommands.Yes, OverlayCommands.No,
    ];
}

/// <summary>The key maps of the table of all commands.</summary>
public static class ReaderKeys
{
    /// <summary>The default keys.</summary>
    public static KeyMap Default { get; } = Create(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The default keys with the reader's changes: command name to keys. A list without keys unbinds a command.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: a name or key is unknown, or keys clash.</exception>
    public static KeyMap Create(IReadOnlyDictionary<string, IReadOnlyList<string>> changes) => KeyMap.Create(ReaderCommands.Table, changes);
}
