using TermNews.Core;
using TermNews.Core.Stories;

namespace TermNews.Cli.Commands.Shared;

/// <summary>The words for lists on the command line.</summary>
internal static class StoryListWords
{
    private static readonly (string Word, StoryList List, string Title)[] Table =
    [
        ("latest", StoryList.Latest, "Latest"), ("popular", StoryList.Popular, "Popular"), ("must-read", StoryList.MustRead, "Must-Read"),
        ("unread", StoryList.Unread, "Unread"), ("saved", StoryList.Saved, "Saved"), ("commented", StoryList.Commented, "Comments"),
        ("all", StoryList.All, "All"),
    ];

    /// <summary>All the words.</summary>
    public static string All { get; } = string.Join(", ", Table.Select(row => row.Word));

    /// <summary>The list that a word names; Latest for null.</summary>
    public static StoryList Parse(string? word)
    {
        if (word is null)
            return StoryList.Latest;
        foreach (var row in Table)
        {
            if (row.Word == word)
                return row.List;
        }
        throw new NewsException(NewsFault.WrongUse, $"There is no list \"{word}\"; the lists are {All}.");
    }

    /// <summary>The title of a list.</summary>
    public static string TitleOf(StoryList list) => Table.First(row => row.List == list).Title;
}
