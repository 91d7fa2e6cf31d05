namespace TermNews.Cli.Commands.Shared;

/// <summary>Reads texts of stories for commands that go on past a damaged one.</summary>
internal static class DamagedTexts
{
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
            error.Write($"{ForeignText.CleanLine(story.Headline)}: {ex.Message}\n");
            return (new StoryText(null, null), ExitCodes.Partial);
        }
    }
}
