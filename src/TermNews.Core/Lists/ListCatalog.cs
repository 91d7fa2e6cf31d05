namespace TermNews.Core.Lists;

/// <summary>All lists. A new list is a file in this folder and an entry here.</summary>
public static class ListCatalog
{
    /// <summary>The lists, in the order of tabs and of the command line's help.</summary>
    public static IReadOnlyList<StoryList> All { get; } =
    [
        LatestList.Definition, PopularList.Definition, MustReadList.Definition, UnreadList.Definition, SavedList.Definition,
        CommentedList.Definition, AllList.Definition,
    ];

    /// <summary>The lists with a tab, in order.</summary>
    public static IReadOnlyList<StoryList> Tabs { get; } = [.. All.Where(static list => list.IsTab)];

    /// <summary>The words of all lists, for help and errors: "latest, popular, …".</summary>
    public static string Words { get; } = string.Join(", ", All.Select(static list => list.Word));

    /// <summary>The list that a word of the command line names; null: Latest.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: no list has this word.</exception>
    public static StoryList Parse(string? word) => word is null ? StoryList.Latest : All.FirstOrDefault(list => list.Word == word)
        ?? throw new NewsException(NewsFault.WrongUse, $"There is no list \"{word}\"; the lists are {Words}.");
}
