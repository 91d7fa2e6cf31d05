using TermNews.Core.Lists;

namespace TermNews.Core.Stories;

/// <summary>Finds stories by their words. Every method throws <see cref="NewsException"/> when the database cannot be read.</summary>
public interface IStorySearch
{
    /// <summary>
    /// Full-text search, best match first. Words must all occur; <c>"a phrase"</c>, <c>OR</c>, <c>-not</c> and
    /// <c>title:word</c>, <c>author:word</c>, <c>category:word</c>, <c>feed:word</c> work; anything else is taken as words, so no text is an error.
    /// Hidden stories are found only in <see cref="StoryList.All"/>, muted ones always: who searches asks for them.
    /// </summary>
    Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>Stories near this one by text, nearest first, one of a cluster; not itself, not its cluster, not read, not hidden, not muted.</summary>
    Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stories that share categories with this one, those with the most of them first, then the newest; not itself, not its cluster, not read,
    /// not hidden, not muted.
    /// </summary>
    Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken);
}

/// <summary>A story near another by its words.</summary>
/// <param name="Story">The story.</param>
/// <param name="Words">The words that both have as the other has them, those that tell the most first.</param>
public sealed record RelatedStory(Story Story, IReadOnlyList<string> Words);
