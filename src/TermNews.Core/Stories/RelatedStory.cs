namespace TermNews.Core.Stories;

/// <summary>A story near another by its words.</summary>
/// <param name="Story">The story.</param>
/// <param name="Words">The words that both have as the other has them, those that tell the most first.</param>
public sealed record RelatedStory(Story Story, IReadOnlyList<string> Words);
