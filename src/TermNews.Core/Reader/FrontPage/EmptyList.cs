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
        return state.OnlyTag is { } tag ? [$"No story in {tag} here.", "{key:leave} shows all feeds again."] : state.List.WhenEmpty;
    }

    /// <summary>The words below the last row, or null.</summary>
    public static string? EndOf(FrontPageState state) =>
        state is { Search: null, Filter: "" } ? state.List.AtEnd : null;
}
