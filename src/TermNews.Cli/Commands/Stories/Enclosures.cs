namespace TermNews.Cli.Commands.Stories;

/// <summary>Finds enclosures by their numbers.</summary>
internal static class Enclosures
{
    /// <summary>The enclosure of a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="number">The number of the enclosure, from 1.</param>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it has no such enclosure.</exception>
    public static Enclosure Find(Story story, int number) => number >= 1 && number <= story.Enclosures.Count
        ? story.Enclosures[number - 1]
        : throw new NewsException(NewsFault.WrongUse, story.Enclosures.Count switch
        {
            0 => $"No file belongs to story {story.Id}.",
            1 => $"Story {story.Id} has one file: --enclosure 1.",
            var count => $"Story {story.Id} has {count} files: --enclosure takes 1 to {count}.",
        });
}
