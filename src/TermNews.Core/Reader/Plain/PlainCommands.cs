using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Plain;

/// <summary>The table of all commands, in the order of the help. A number alone opens a story; an empty line goes on.</summary>
internal static class PlainCommands
{
    private const string Story = "[NUMBER]";
    private const string Stories = "[NUMBER...]";
    private const string Feed = "FEED";

    /// <summary>The commands.</summary>
    public static IReadOnlyList<PlainCommand> Table { get; } = [.. Reading(), .. Marking(), .. Commenting(), .. Following(), .. Around()];

    private static IEnumerable<PlainCommand> Reading() =>
    [
        new("latest", "", "the list Latest", (reader, _, token) => reader.ShowListAsync(ListCommands.ShowLatest, token)),
        new("popular", "", "the list Popular", (reader, _, token) => reader.ShowListAsync(ListCommands.ShowPopular, token)),
        new("must-read", "", "the list Must-Read", (reader, _, token) => reader.ShowListAsync(ListCommands.ShowMustRead, token)),
        new("saved", "", "the list Saved", (reader, _, token) => reader.ShowListAsync(ListCommands.ShowSaved, token)),
        new("commented", "", "the stories you commented on", (reader, _, token) => reader.ShowListAsync(ListCommands.ShowCommented, token)),
        new("list", "", "back to the list, its page once more", (reader, _, token) => reader.ShowListAgainAsync(token), MovingCommands.Back),
        new("next", "", "goes on: more of the list or of the text; so does an empty line",
            (reader, _, token) => reader.NextAsync(token)),
        new("previous", "", "the page before", (reader, _, token) => reader.PreviousAsync(token), MovingCommands.PageUp),
        new("open", "NUMBER", "opens a story; so does its number alone", (reader, rest, token) => reader.OpenAsync(rest, token)),
        new("next-unread", "", "opens the next unread story", (reader, _, token) => reader.OpenUnreadAsync(1, token), FrontPageCommands.NextUnread),
        new("previous-unread", "", "opens the unread story before", (reader, _, token) => reader.OpenUnreadAsync(-1, token),
            FrontPageCommands.PreviousUnread),
        new("text", "", "the open story from its beginning", (reader, _, _) => reader.ShowArticle()),
        new("full", "", "the full text of the page, or the feed's again", (reader, _, token) => reader.ToggleFullTextAsync(token),
            ArticleCommands.FullText),
        new("fetch-again", "", "fetches again: the feed of the open story, or the page of its full text",
            (reader, _, token) => reader.FetchAgainAsync(token), ArticleCommands.FetchAgain),
        new("find", "WORDS", "goes on where the text has the words", (reader, rest, _) => reader.Find(rest)),
        new("links", "", "the links of the open story", (reader, _, _) => reader.ShowLinks()),
        new("link", "NUMBER [open|copy|show]", "opens a link, copies it or shows it",
            (reader, rest, token) => reader.FollowLinkAsync(rest, token)),
        new("files", "", "the files of the open story: episodes, pictures", (reader, _, _) => reader.ShowFiles()),
        new("file", "NUMBER [download|open|copy|show]", "downloads a file, opens it in the browser, copies its address or shows it",
            (reader, rest, token) => reader.FollowFileAsync(rest, token), ArticleCommands.Download),
        new("related", "", "stories like the open one, popular ones and must-reads", (reader, _, token) => reader.ShowRelatedAsync(token)),
        new("search", "WORDS", "searches all stories, muted ones too", (reader, rest, token) => reader.SearchAsync(rest, token), FrontPageCommands.SearchEverything),
        new("filter", "[WORDS]", "narrows the list to stories that have the words; without words it ends",
            (reader, rest, token) => reader.FilterAsync(rest, token), FrontPageCommands.Filter),
        new("arrivals", "", "brings new stories into the list", (reader, _, token) => reader.ShowListAsync(FrontPageCommands.ShowArrivals, token),
            FrontPageCommands.ShowArrivals),
    ];

    private static IEnumerable<PlainCommand> Marking() =>
    [
        Mark("read", StatusChange.Read, "marks as read", StoryCommands.ToggleRead),
        Mark("unread", StatusChange.Unread, "marks as unread"),
        Mark("save", StatusChange.Saved, "keeps in Saved", StoryCommands.ToggleSaved),
        Mark("unsave", StatusChange.Unsaved, "takes out of Saved"),
        Mark("pin", StatusChange.Pinned, "pins as Must-Read", StoryCommands.TogglePinned),
        Mark("unpin", StatusChange.Unpinned, "takes the pin off"),
        Mark("hide", StatusChange.Hidden, "hides", StoryCommands.ToggleHidden),
        Mark("unhide", StatusChange.Shown, "brings a hidden story back"),
        new("mute", "word|author|feed|category [TEXT] [1d|30d]",
            "keeps stories out of the lists, for ever or for so long; without a text the author, feed or category of the open story",
            (reader, rest, token) => reader.MuteAsync(rest, token), StoryCommands.Mute),
        new("unmute", "word|author|feed|category TEXT", "takes a mute back", (reader, rest, token) => reader.UnmuteAsync(rest, token)),
        new("muted", "", "what is muted, and its stories", (reader, _, token) => reader.ShowMutedAsync(token), StoryCommands.ShowMuted),
        new("mark-all-read", "", "marks the whole list as read", (reader, _, token) => reader.MarkAllReadAsync(token), FrontPageCommands.MarkListRead),
        new("undo", "", "takes the last change back", (reader, _, token) => reader.TurnAsync(StoryCommands.Undo, token), StoryCommands.Undo),
        new("redo", "", "makes it again", (reader, _, token) => reader.TurnAsync(StoryCommands.Redo, token), StoryCommands.Redo),
        new("sources", Story, "who else reports this", (reader, rest, token) => reader.ShowSourcesAsync(rest, token), StoryCommands.ShowSources),
        new("split", Story, "takes a story out of those that report the same: it is other news", (reader, rest, token) =>
            reader.SplitAsync(rest, token), OverlayCommands.Split),
        new("why", $"{Story} [numbers]", "why the story is here, also with its places, scores and points",
            (reader, rest, token) => reader.ShowWhyAsync(rest, token), StoryCommands.ShowWhy),
    ];

    private static IEnumerable<PlainCommand> Commenting() =>
    [
        new("comments", Story, "the comments of a story", (reader, rest, token) => reader.ShowCommentsAsync(rest, token),
            ArticleCommands.GoToComments),
        new("comment", "[NUMBER] [TEXT]", "writes a comment of at most 300 characters; without a text it asks for one",
            (reader, rest, token) => reader.WriteCommentAsync(rest, token), ArticleCommands.WriteComment),
        new("edit", "COMMENT [TEXT]", "changes a comment of the open story, by its number",
            (reader, rest, token) => reader.EditCommentAsync(rest, token), ArticleCommands.EditComment),
        new("delete", "COMMENT", "deletes a comment of the open story", (reader, rest, token) => reader.DeleteCommentAsync(rest, token),
            ArticleCommands.DeleteComment),
        On("browser", StoryCommands.OpenInBrowser, "opens in the browser"),
        On("copy", StoryCommands.CopyLink, "copies the link"),
        On("copy-title", StoryCommands.CopyTitleAndLink, "copies title and link"),
        On("discussion", StoryCommands.OpenDiscussion, "opens the publisher's own discussion"),
        new("address", Story, "shows the link", (reader, rest, token) => reader.ShowAddressAsync(rest, token)),
        new("mail", Story, "sends the link by mail", (reader, rest, token) => reader.MailAsync(rest, token)),
    ];

    private static IEnumerable<PlainCommand> Following() =>
    [
        new("feeds", "", "the feeds, and what is wrong with them", (reader, _, token) => reader.ShowFeedsAsync(token), FeedsCommands.ShowFeeds),
        new("add", "ADDRESS", "adds a feed, by its address or that of a site", (reader, rest, token) => reader.AddFeedAsync(rest, token),
            FeedsCommands.AddFeed),
        new("remove", Feed, "removes a feed; FEED is its number in the feeds, or a word of its title",
            (reader, rest, token) => reader.OnFeedAsync(FeedsCommands.RemoveFeed, rest, token)),
        new("rename", "FEED [TITLE]", "renames a feed; without a title it has its own again",
            (reader, rest, token) => reader.OnFeedAsync(FeedsCommands.RenameFeed, rest, token)),
        new("tag", "FEED [FOLDERS]", "puts a feed into folders, with commas between",
            (reader, rest, token) => reader.OnFeedAsync(FeedsCommands.TagFeed, rest, token)),
        new("only", "FEED|FOLDER", "shows only this feed or folder", (reader, rest, token) => reader.ShowOnlyAsync(rest, token)),
        new("all", "", "shows all feeds again, without filter or search", (reader, _, token) => reader.ShowAllAsync(token)),
        new("refresh", "[FEED]", "fetches the feeds, or one of them", (reader, rest, token) => reader.RefreshAsync(rest, token),
            FeedsCommands.Refresh),
    ];

    private static IEnumerable<PlainCommand> Around() =>
    [
        new("wrap", "[COLUMNS|on|off]", "breaks long lines of articles at a column, at the terminal's, or not at all",
            (reader, rest, _) => reader.SetWrap(rest)),
        new("page", "[LINES|on|off]", "sets the length of a page, takes the terminal's, or writes everything at once",
            (reader, rest, _) => reader.SetPage(rest)),
        new("help", "[COMMAND]", "this help", (reader, rest, _) => reader.ShowHelp(rest), HelpCommands.ShowHelp),
        new("leave", "", "back to the list, and from there out of the program", (reader, _, token) => reader.LeaveAsync(token),
            MovingCommands.Leave),
        new("quit", "", "leaves now, drafts are kept; so does the end of the input",
            (reader, _, token) => reader.ExecuteAsync(SessionCommands.Quit, token), SessionCommands.Quit),
    ];

    private static PlainCommand Mark(string name, StatusChange change, string words, ReaderCommand? key = null) =>
        new(name, Stories, words, (reader, rest, token) => reader.MarkAsync(change, rest, token), key);

    private static PlainCommand On(string name, ReaderCommand command, string words) =>
        new(name, Story, words, (reader, rest, token) => reader.OnStoryAsync(command, rest, token), command);
}
