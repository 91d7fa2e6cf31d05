namespace TermNews.Cli.Commands.Shared;

/// <summary>Reads the ids that lists print.</summary>
internal static class StoryIds
{
    /// <summary>The id.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: the word is not an id.</exception>
    public static long Parse(string? word, string what = "story", string command = "list") => TryParse(word)
        ?? throw new NewsException(NewsFault.WrongUse,
            $"\"{word}\" is no id of a {what}; ids are the numbers that termnews {command} prints.");

    /// <summary>The id; null if the word is not one.</summary>
    public static long? TryParse(string? word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The story with an id.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such story.</exception>
    public static async Task<Story> FindAsync(IStoryReader stories, string? word, CancellationToken cancellationToken) =>
        await stories.FindAsync(Parse(word), cancellationToken) ?? throw Missing(word);

    /// <summary>The error for an id that no story has.</summary>
    public static NewsException Missing(string? word) =>
        new(NewsFault.WrongUse, $"There is no story {word}; termnews list prints the ids.");
}
