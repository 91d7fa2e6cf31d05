namespace TermNews.Core.Ranking;

/// <summary>A candidate with its score and evidence; the shown rows are <see cref="RankedStory"/>.</summary>
/// <param name="Story">The story.</param>
/// <param name="Score">The list is ordered by it, highest first; scores of two lists cannot be compared.</param>
/// <param name="Reason">The strongest evidence in words; empty until the row has a place.</param>
internal sealed record RankedCandidate(Candidate Story, double Score, string Reason)
{
    /// <summary>The pieces of the score, strongest first.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
