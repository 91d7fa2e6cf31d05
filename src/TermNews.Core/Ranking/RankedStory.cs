namespace TermNews.Core.Ranking;

/// <summary>A row of a list: a story with its score and reason.</summary>
/// <param name="Story">The story.</param>
/// <param name="Score">The list is ordered by it, highest first; scores of two lists cannot be compared.</param>
/// <param name="Reason">The reason for its place, in words ("120 points, more than 95 % of Hacker News").</param>
public sealed record RankedStory(Story Story, double Score, string Reason)
{
    /// <summary>The mutes of the story, the one that ends last first; empty if it is not muted.</summary>
    public IReadOnlyList<Mute> MutedBy { get; init; } = [];

    /// <summary>The pieces of the score, strongest first; empty in a list that is not ranked.</summary>
    internal IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
