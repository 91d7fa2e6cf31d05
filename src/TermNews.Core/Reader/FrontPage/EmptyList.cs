using TermNews.Core.Reader.Keys;

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
        return state.OnlyTag is { } tag ? [$"No story in {tag} here.", "q shows all feeds again."] : [.. state.List.WhenEmpty.Select(WithKeys)];
    }

    /// <summary>What stands below the last row, or null.</summary>
    public static string? EndOf(FrontPageState state) =>
        state is { Search: null, Filter: "" } ? state.List.AtEnd : null;

    /// <summary>A paragraph with the default keys of the commands it names.</summary>
    private static string WithKeys(string words)
    {
        var (from, to) = (words.IndexOf("{key:", StringComparison.Ordinal), words.IndexOf('}', StringComparison.Ordinal));
        return from < 0 ? words : WithKeys($"{words[..from]}{KeyOf(words[(from + 5)..to])}{words[(to + 1)..]}");
    }

    private static string KeyOf(string command) => ReaderCommands.Table.First(line => line.Name == command).Keys[0];
}
