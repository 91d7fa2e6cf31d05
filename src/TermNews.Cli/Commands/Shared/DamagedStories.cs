namespace TermNews.Cli.Commands.Shared;

/// <summary>Names damaged stories for commands that go on past them.</summary>
internal static class DamagedStories
{
    /// <summary>Names a story whose times or lists are damaged.</summary>
    /// <param name="story">The story.</param>
    /// <param name="error">Where it is named.</param>
    /// <returns>The exit status: 1 if it is damaged.</returns>
    public static int Tell(Story story, TextWriter error)
    {
        if (!story.IsDamaged)
            return ExitCodes.Success;
        error.Write($"{NameOf(story)}: A time or a list of story {story.Id} is damaged; `termnews db check --repair` sets it aside.\n");
        return ExitCodes.Partial;
    }

    /// <summary>Reads a text; a damaged one is named and counts as none.</summary>
    /// <param name="news">The database.</param>
    /// <param name="story">The story.</param>
    /// <param name="error">Where it is named.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The text, and the exit status: 1 if it is damaged.</returns>
    public static async Task<(StoryText Text, int ExitStatus)> ReadAsync(
        Newsroom news, Story story, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            return (await news.Stories.ReadTextAsync(story.Id, cancellationToken), ExitCodes.Success);
        }
        catch (NewsException ex) when (ex.Fault == NewsFault.DamagedText)
        {
            error.Write($"{NameOf(story)}: {ex.Message}\n");
            return (new StoryText(null, null), ExitCodes.Partial);
        }
    }

    private static string NameOf(Story story) => ForeignText.CleanLine(story.Headline);
}
