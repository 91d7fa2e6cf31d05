using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.OnStories;

/// <summary>The commands on the chosen story, in a list or in an article.</summary>
public static class StoryCommands
{
    public static readonly ReaderCommand ToggleRead = Marking("toggle-read", "r", "mark as read or unread",
        static status => status.IsRead ? StatusChange.Unread : StatusChange.Read, "read");

    public static readonly ReaderCommand ToggleSaved = Marking("toggle-saved", "s", "keep in Saved, or take out",
        static status => status.IsSaved ? StatusChange.Unsaved : StatusChange.Saved, "save");

    public static readonly ReaderCommand TogglePinned = Marking("toggle-pinned", "!", "pin as Must-Read, or take the pin off",
        static status => status.IsPinned ? StatusChange.Unpinned : StatusChange.Pinned);

    public static readonly ReaderCommand ToggleHidden = Marking("toggle-hidden", "d", "hide the story, or bring it back",
        static status => status.IsHidden ? StatusChange.Shown : StatusChange.Hidden);

    public static readonly ReaderCommand Mute = On<Muting>("mute", "m", "mute a word, the author, the feed or a category",
        static (muting, place, token) => muting.AskWhatToMuteAsync(place.Story!, token));

    public static readonly ReaderCommand ShowMuted = ReaderCommand.On<Muting>("muted", KeyScope.Stories, ["M"],
        "what is muted, to show or to take back", static (muting, token) => muting.ShowMenuAsync(token));

    public static readonly ReaderCommand Undo = ReaderCommand.On<StoryActions>("undo", KeyScope.Stories | KeyScope.Feeds, ["u"],
        "take the last change back", static (actions, token) => actions.UndoAsync(token));

    public static readonly ReaderCommand Redo = ReaderCommand.On<StoryActions>("redo", KeyScope.Stories | KeyScope.Feeds, ["Ctrl-R"],
        "make it again", static (actions, token) => actions.RedoAsync(token));

    public static readonly ReaderCommand OpenDiscussion = On<StoryActions>("discussion", "D", "open the publisher's own discussion",
        static (actions, place, token) => actions.OpenDiscussionAsync(place.Story!, token));

    public static readonly ReaderCommand OpenInBrowser = On<StoryActions>("browser", "o", "open in the browser",
        static (actions, place, token) => actions.OpenInBrowserAsync(place.Story!, place.SelectedUrl, token));

    public static readonly ReaderCommand CopyLink = On<StoryActions>("copy-link", "y", "copy the link",
        static (actions, place, token) => actions.CopyLinkAsync(place.Story!, place.SelectedUrl, token));

    public static readonly ReaderCommand CopyTitleAndLink = On<StoryActions>("copy-title", "Y", "copy title and link",
        static (actions, place, token) => actions.CopyTitleAndLinkAsync(place.Story!, token));

    public static readonly ReaderCommand Share = On<StoryActions>("share", "S", "share: copy, open, mail",
        static (actions, place, _) =>
        {
            actions.ShowShareMenu(place.Story!);
            return Task.CompletedTask;
        });

    public static readonly ReaderCommand ShowWhy = On<StoryActions>("why", "w", "why is this story here",
        static (actions, place, token) => actions.ShowWhyAsync(place.Story!, isAgain: false, token), again: KeyScope.Menu);

    public static readonly ReaderCommand ShowSources = On<Sources>("sources", "=", "who else reports this",
        static (sources, place, token) => sources.ShowAsync(place.Story!, token));

    private static ReaderCommand Marking(
        string name, string key, string words, Func<StoryStatus, StatusChange> change, string? hint = null) => On<StoryActions>(
        name, key, words, (actions, place, token) => actions.MarkAsync(place.Story!, change(place.Story!.Status), token), hint);

    /// <summary>A row that runs on the chosen story; without one there is nothing to run on.</summary>
    internal static ReaderCommand On<TRoom>(string name, string key, string words,
        Func<TRoom, IStoryPlace, CancellationToken, Task> run, string? hint = null, KeyScope again = KeyScope.None)
        where TRoom : class => new(name, KeyScope.Stories | again, [key], words, (rooms, token) =>
    {
        if (again != KeyScope.None && rooms.Room<IPlace>() is MenuOverlay menu)
            return menu.AgainAsync(token);
        var place = rooms.Room<IStoryPlace>();
        return place.Story is null ? Task.CompletedTask : run(rooms.Room<TRoom>(), place, token);
    }, hint);
}
