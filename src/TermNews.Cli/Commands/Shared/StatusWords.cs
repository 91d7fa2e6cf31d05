namespace TermNews.Cli.Commands.Shared;

/// <summary>The words for changes of status on the command line.</summary>
internal static class StatusWords
{
    private static readonly (string Word, StatusChange Change)[] Table =
    [
        ("read", StatusChange.Read), ("unread", StatusChange.Unread), ("saved", StatusChange.Saved), ("unsaved", StatusChange.Unsaved),
        ("pinned", StatusChange.Pinned), ("unpinned", StatusChange.Unpinned),
        ("hidden", StatusChange.Hidden), ("shown", StatusChange.Shown),
    ];

    /// <summary>All the words.</summary>
    public static string All { get; } = string.Join(", ", Table.Select(row => row.Word));

    /// <summary>The change that a word names.</summary>
    public static StatusChange Parse(string? word)
    {
        foreach (var row in Table)
        {
            if (row.Word == word)
                return row.Change;
        }
        throw new NewsException(NewsFault.WrongUse, $"Stories cannot be marked \"{word}\"; the words are {All}.");
    }
}
