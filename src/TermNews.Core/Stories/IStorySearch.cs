namespace TermNews.Core.Stories;

/// <summary>Finds stories by their words. Every method throws <see cref="NewsException"/> when the database cannot be read.</summary>
public interface IStorySearch
{
    /// <summary>
    /// Full-text search, best match first. All words must occur; <c>"a phrase"</c>, <c>OR</c>, <c>-not</c> and <c>title:word</c>,
    /// <c>author:word</c>, <c>category:word</c>, <c>feed:word</c> work; anything else is words, so no input is an error. Hidden stories
    /// are found only in <see cref="StoryList.All"/>, muted ones always.
    /// </summary>
    Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stories with a similar text, nearest first, one of each cluster; without itself, its cluster, read, hidden and muted ones.
    /// </summary>
    Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stories that share categories with this one, those with most of them first, then the newest; without itself, its cluster, read,
    /// hidden and muted ones.
    /// </summary>
    Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken);
}

/// <summary>A story related to another by its words.</summary>
/// <param name="Story">The story.</param>
/// <param name="Words">The shared words as written in the other story, most informative first.</param>
public sealed record RelatedStory(Story Story, IReadOnlyList<string> Words);
