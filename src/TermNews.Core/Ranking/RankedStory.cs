using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>A story in a list, with why it stands there.</summary>
/// <param name="Story">The story.</param>
/// <param name="Score">What the list is ordered by, highest first; its scale is the list's own.</param>
/// <param name="Reason">Why it is there, in words for the reader ("120 points, more than 95 % of Hacker News").</param>
public sealed record RankedStory(Story Story, double Score, string Reason)
{
    /// <summary>The mutes that keep it out of other lists, the one that ends last first; empty where it is not muted.</summary>
    public IReadOnlyList<Mute> MutedBy { get; init; } = [];

    /// <summary>What the score is made of, strongest first; empty in a list that is not ranked.</summary>
    internal IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
