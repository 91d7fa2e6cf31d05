using TermNews.Core.Stories;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The words of a list without rows, and those at the end of a list. Keys are written as <c>{key:name}</c>.</summary>
internal static class EmptyList
{
    /// <summary>Paragraphs for an empty list.</summary>
    public static IReadOnlyList<string> WordsFor(FrontPageState state)
    {
        if (state.Error is { } error)
            return [error];
        if (state.IsLoading)
            return ["Loading…"];
        if (state.Filter.Trim().Length > 0)
            return [$"No story here has '{state.Filter.Trim()}'.",
                "{key:cancel} shows the whole list again; {key:search} searches everything."];
        if (state.Search is { } search)
            return [$"Nothing found for '{search}'.",
                "Try fewer words; title:word and \"a phrase\" work too. {key:leave} goes back to the list."];
        if (state.ShowsMuted)
            return
            [
                "Nothing is muted.",
                "{key:mute} mutes a word, the author, the feed or the category of the selected story; {key:leave} goes back to the list.",
            ];
        if (state.OnlyFeed is { } feed)
            return
            [
                $"No story of {feed.Title} here.",
                "{key:refresh} fetches the feeds; {key:leave} shows all feeds again; {key:feeds} tells what is wrong with a feed.",
            ];
        return state.OnlyTag is { } tag ? [$"No story in {tag} here.", "{key:leave} shows all feeds again."] : WordsFor(state.List);
    }

    /// <summary>The words below the last row, or null.</summary>
    public static string? EndOf(FrontPageState state) =>
        state is { List: StoryList.MustRead, Search: null, Filter: "" } ? "You're all caught up." : null;

    private static IReadOnlyList<string> WordsFor(StoryList list) => list switch
    {
        StoryList.Latest or StoryList.All =>
        [
            "No stories yet.",
            "{key:refresh} fetches the feeds, {key:add-feed} adds a feed (paste any address), {key:feeds} shows the feeds.",
        ],
        StoryList.Unread => ["Everything is read.", "{key:refresh} fetches the feeds."],
        StoryList.Popular =>
        [
            "Nothing is talked about yet.",
            "Popular lists what several feeds report, what publishers count (comments, points, views), and what you open and comment on.",
        ],
        StoryList.MustRead =>
        [
            "You're all caught up.",
            "Pin a story with {key:toggle-pinned} or name words, feeds, categories or rules under [must_read] in the configuration, "
            + "and they come here.",
        ],
        StoryList.Saved => ["Nothing saved yet.", "{key:toggle-saved} keeps the selected story here."],
        StoryList.Commented => ["You have not commented on anything yet.", "{key:comment} writes a comment under the selected story."],
    };
}
