using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Tui.Plain;

/// <summary>The table of all commands, in the order of the help. A number alone opens a story; an empty line goes on.</summary>
internal static class PlainCommands
{
    private const string OneStory = "[NUMBER]";
    private const string SomeStories = "[NUMBER...]";
    private const string Feed = "FEED";

    /// <summary>The commands.</summary>
    public static IReadOnlyList<PlainCommand> Table { get; } =
    [
        .. Listing(), .. Reading(), .. Narrowing(), .. Marking(), .. Muting(), .. Asking(), .. Commenting(), .. Sharing(),
        .. Following(), .. Around(),
    ];

    /// <summary>The command that a name, its beginning or a key means.</summary>
    /// <exception cref="NewsException">There is none, or several begin so.</exception>
    public static PlainCommand Find(string name, KeyMap keys)
    {
        var begun = Table.Where(command => command.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (Table.FirstOrDefault(command => command.KeyIn(keys) == name) is { } byKey)
            return byKey;
        if (begun.Find(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named)
            return named;
        return begun switch
        {
            [var only] => only,
            [] => throw PlainWords.Wrong($"There is no command '{name}'; help lists them all."),
            _ => throw PlainWords.Wrong($"'{name}' could be {string.Join(", ", begun.Select(static command => command.Name))}."),
        };
    }

    /// <summary>The name of the counterpart of a full-screen command, for sentences that name one.</summary>
    public static string WordFor(string keyName) => Table.FirstOrDefault(command => command.KeyName == keyName)?.Name
        ?? (keyName == "cancel" ? "filter" : keyName);   // Only the filter's hint names Cancel; here `filter` alone ends the filter.

    private static IEnumerable<PlainCommand> Listing() =>
    [
        .. ListCommands.All.Select(static row => PlainCommand.Like(
            row, "", (reader, _, token) => reader.Lists.ShowAsync(ListCatalog.Parse(row.Name), token))),
        new("list", "", "back to the list, its page once more",
            static (reader, _, token) => reader.Lists.ShowAgainAsync(token), MovingCommands.Back),
        new("next", "", "goes on: more of the list or of the text; so does an empty line",
            static (reader, _, token) => reader.Lists.NextAsync(reader.Articles, token)),
        new("previous", "", "the page before", static (reader, _, token) => reader.Lists.PreviousAsync(token), MovingCommands.PageUp),
    ];

    private static IEnumerable<PlainCommand> Reading() =>
    [
        new("open", "NUMBER", "opens a story; so does its number alone",
            static (reader, rest, token) => reader.Articles.OpenAsync(rest, token)),
        PlainCommand.Like(FrontPageCommands.NextUnread, "",
            static (reader, _, token) => reader.Articles.OpenUnreadAsync(1, token), "opens the next unread story"),
        PlainCommand.Like(FrontPageCommands.PreviousUnread, "",
            static (reader, _, token) => reader.Articles.OpenUnreadAsync(-1, token), "opens the unread story before"),
        new("text", "", "the open story from its beginning", static (reader, _, _) => reader.Articles.Show()),
        new("full", "", "the full text of the page, or the feed's again",
            static (reader, _, token) => reader.Articles.ToggleFullTextAsync(token), ArticleCommands.FullText),
        PlainCommand.Like(ArticleCommands.FetchAgain, "", static (reader, _, token) => reader.Articles.FetchAgainAsync(token),
            "fetches again: the feed of the open story, or the page of its full text"),
        new("find", "WORDS", "goes on where the text has the words", static (reader, rest, _) => reader.Articles.Find(rest)),
        new("links", "", "the links of the open story", static (reader, _, _) => reader.Links.Show()),
        new("link", "NUMBER [open|copy|show]", "opens a link, copies it or shows it",
            static (reader, rest, token) => reader.Links.FollowAsync(rest, token)),
        new("files", "", "the files of the open story: episodes, pictures", static (reader, _, _) => reader.Links.ShowFiles()),
        new("file", "NUMBER [download|open|copy|show]", "downloads a file, opens it in the browser, copies its address or shows it",
            static (reader, rest, token) => reader.Links.FollowFileAsync(rest, token), ArticleCommands.Download),
        new("related", "", "stories like the open one, popular ones and must-reads",
            static (reader, _, token) => reader.Lists.ShowRelatedAsync(token)),
    ];

    private static IEnumerable<PlainCommand> Narrowing() =>
    [
        PlainCommand.Like(FrontPageCommands.SearchEverything, "WORDS",
            static (reader, rest, token) => reader.Lists.SearchAsync(rest, token), "searches all stories, muted ones too"),
        PlainCommand.Like(FrontPageCommands.Filter, "[WORDS]", static (reader, rest, token) => reader.Lists.FilterAsync(rest, token),
            "narrows the list to stories that have the words; without words it ends"),
        PlainCommand.Like(FrontPageCommands.ShowArrivals, "",
            static (reader, _, token) => reader.Lists.ShowArrivalsAsync(token), "brings new stories into the list"),
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
    ];

    private static IEnumerable<PlainCommand> Muting() =>
    [
        PlainCommand.Like(StoryCommands.Mute, "word|author|feed|category [TEXT] [1d|30d]",
            static (reader, rest, token) => reader.Mutes.MuteAsync(rest, token),
            "keeps stories out of the lists, for ever or for so long; without a text the author, feed or category of the open story"),
        new("unmute", "word|author|feed|category TEXT", "takes a mute back",
            static (reader, rest, token) => reader.Mutes.UnmuteAsync(rest, token)),
        PlainCommand.Like(StoryCommands.ShowMuted, "",
            static (reader, _, token) => reader.Mutes.ShowAsync(token), "what is muted, and its stories"),
    ];

    private static IEnumerable<PlainCommand> Asking() =>
    [
        new("mark-all-read", "", "marks the whole list as read",
            static (reader, _, token) => reader.Marks.MarkAllReadAsync(token), FrontPageCommands.MarkListRead),
        PlainCommand.Like(StoryCommands.Undo, "", static (reader, _, token) => reader.Marks.UndoAsync(token), "takes the last change back"),
        PlainCommand.Like(StoryCommands.Redo, "", static (reader, _, token) => reader.Marks.RedoAsync(token), "makes it again"),
        PlainCommand.Like(StoryCommands.ShowSources, OneStory, static (reader, rest, token) => reader.Lists.ShowSourcesAsync(rest, token)),
        PlainCommand.Like(OverlayCommands.Split, OneStory, static (reader, rest, token) => reader.Marks.SplitAsync(rest, token),
            "takes a story out of those that report the same: it is other news"),
        PlainCommand.Like(StoryCommands.ShowWhy, $"{OneStory} [numbers]",
            static (reader, rest, token) => reader.Marks.ShowWhyAsync(rest, token),
            "why the story is here, also with its places, scores and points"),
    ];

    private static IEnumerable<PlainCommand> Commenting() =>
    [
        PlainCommand.Like(ArticleCommands.GoToComments, OneStory,
            static (reader, rest, token) => reader.Comments.ShowAsync(rest, token), "the comments of a story"),
        PlainCommand.Like(ArticleCommands.WriteComment, "[NUMBER] [TEXT]",
            static (reader, rest, token) => reader.Comments.WriteAsync(rest, token),
            "writes a comment of at most 300 characters; without a text it asks for one"),
        new("reply", "COMMENT [TEXT]", "answers a comment of the open story, by its number",
            static (reader, rest, token) => reader.Comments.AnswerAsync(rest, token), ArticleCommands.Reply),
        new("edit", "COMMENT [TEXT]", "changes a comment of the open story, by its number",
            static (reader, rest, token) => reader.Comments.EditAsync(rest, token), ArticleCommands.EditComment),
        new("delete", "COMMENT", "deletes a comment of the open story",
            static (reader, rest, token) => reader.Comments.DeleteAsync(rest, token), ArticleCommands.DeleteComment),
    ];

    private static IEnumerable<PlainCommand> Sharing() =>
    [
        Share("browser", "opens in the browser", static async (share, story, token) => await share.OpenPageAsync(story, token),
            StoryCommands.OpenInBrowser),
        Share("copy", "copies the link", static (share, story, token) => share.CopyLinkAsync(story, token), StoryCommands.CopyLink),
        Share("copy-title", "copies title and link", static (share, story, token) => share.CopyTitleAndLinkAsync(story, token),
            StoryCommands.CopyTitleAndLink),
        Share("discussion", "opens the publisher's own discussion",
            static async (share, story, token) => await share.OpenDiscussionAsync(story, token), StoryCommands.OpenDiscussion),
        new("address", OneStory, "shows the link", static (reader, rest, _) => reader.Links.ShowAddress(rest)),
        Share("mail", "sends the link by mail", static async (share, story, token) => await share.MailAsync(story, token)),
    ];

    private static IEnumerable<PlainCommand> Following() =>
    [
        PlainCommand.Like(FeedsCommands.ShowFeeds, "", static (reader, _, token) => reader.Feeds.ShowAsync(token)),
        new("add", "ADDRESS", "adds a feed, by its address or that of a site",
            static (reader, rest, token) => reader.Feeds.AddAsync(rest, token), FeedsCommands.AddFeed),
        new("remove", Feed, "removes a feed; FEED is its number in the feeds, or a word of its title",
            static (reader, rest, token) => reader.Feeds.RemoveAsync(rest, token)),
        new("rename", "FEED [TITLE]", "renames a feed; without a title it has its own again",
            static (reader, rest, token) => reader.Feeds.RenameAsync(rest, token)),
        new("tag", "FEED [FOLDERS]", "puts a feed into folders, with commas between",
            static (reader, rest, token) => reader.Feeds.TagAsync(rest, token)),
        new("only", "FEED|FOLDER", "shows only this feed or folder",
            static (reader, rest, token) => reader.Feeds.ShowOnlyAsync(rest, token)),
        new("all", "", "shows all feeds again, without filter or search", static (reader, _, token) => reader.Lists.ShowAllAsync(token)),
        PlainCommand.Like(FeedsCommands.Refresh, "[FEED]",
            static (reader, rest, token) => reader.Feeds.RefreshAsync(rest, token), "fetches the feeds, or one of them"),
    ];

    private static IEnumerable<PlainCommand> Around() =>
    [
        new("wrap", "[COLUMNS|on|off]", "breaks long lines of articles at a column, at the terminal's, or not at all",
            static (reader, rest, _) => reader.Articles.SetWrap(rest)),
        new("page", "[LINES|on|off]", "sets the length of a page, takes the terminal's, or writes everything at once",
            static (reader, rest, _) => reader.Articles.SetPage(rest)),
        PlainCommand.Like(HelpCommands.ShowHelp, "[COMMAND]", static (reader, rest, _) => reader.Help.Show(rest)),
        PlainCommand.Like(MovingCommands.Leave, "", static (reader, _, token) => reader.LeaveAsync(token),
            "back to the list, and from there out of the program"),
        PlainCommand.Like(SessionCommands.Quit, "", static (reader, _, token) => reader.QuitAsync(token),
            "leaves now, drafts are kept; so does the end of the input"),
    ];

    private static PlainCommand Mark(string name, StatusChange change, string words, ReaderCommand? key = null) =>
        new(name, SomeStories, words, (reader, rest, token) => reader.Marks.MarkAsync(change, rest, token), key);

    private static PlainCommand Share(
        string name, string words, Func<ShareStory, Story, CancellationToken, Task<Outcome>> how, ReaderCommand? key = null) =>
        new(name, OneStory, words, (reader, rest, token) => reader.Links.ShareAsync(how, rest, token), key);
}
