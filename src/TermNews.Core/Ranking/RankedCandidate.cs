using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>A story that is looked at, with why it stands where it does; where it is shown it is a <see cref="RankedStory"/>.</summary>
/// <param name="Story">The story.</param>
/// <param name="Score">What the list is ordered by, highest first; its scale is the list's own.</param>
/// <param name="Reason">Why it is there, in words for the reader; empty as long as they are not asked for.</param>
internal sealed record RankedCandidate(Candidate Story, double Score, string Reason)
{
    /// <summary>What the score is made of, strongest first.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
