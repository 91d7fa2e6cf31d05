using TermNews.Core.Stories;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>What a list says where it has no rows, and at its end: what is so, and what to do next.</summary>
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
            return [$"No story here has '{state.Filter.Trim()}'.", "Esc shows the whole list again; g / searches everything."];
        if (state.Search is { } search)
            return [$"Nothing found for '{search}'.", "Try fewer words; title:word and \"a phrase\" work too. q goes back to the list."];
        if (state.ShowsMuted)
            return ["Nothing is muted.", "m mutes a word, the author, the feed or the category of the selected story; q goes back to the list."];
        if (state.OnlyFeed is { } feed)
            return [$"No story of {feed.Title} here.", "R fetches the feeds; q shows all feeds again; L tells what is wrong with a feed."];
        return state.OnlyTag is { } tag ? [$"No story in {tag} here.", "q shows all feeds again."] : WordsFor(state.List);
    }

    /// <summary>What stands below the last row, or null.</summary>
    public static string? EndOf(FrontPageState state) =>
        state is { List: StoryList.MustRead, Search: null, Filter: "" } ? "You're all caught up." : null;

    private static IReadOnlyList<string> WordsFor(StoryList list) => list switch
    {
        StoryList.Latest or StoryList.All =>
            ["No stories yet.", "R fetches the feeds, a adds a feed (paste any address), L shows the feeds."],
        StoryList.Unread => ["Everything is read.", "R fetches the feeds."],
        StoryList.Popular =>
        [
            "Nothing is talked about yet.",
            "Popular lists what several feeds report, what publishers count (comments, points, views), and what you open and comment on.",
        ],
        StoryList.MustRead =>
        [
            "You're all caught up.",
            "Pin a story with ! or name words, feeds, categories or rules under [must_read] in the configuration, and they come here.",
        ],
        StoryList.Saved => ["Nothing saved yet.", "s keeps the selected story here."],
        StoryList.Commented => ["You have not commented on anything yet.", "c writes a comment under the selected story."],
    };
}
