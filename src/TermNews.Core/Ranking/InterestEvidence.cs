namespace TermNews.Core.Ranking;

/// <summary>The reader often acts on stories like it. However strong, it counts no more than a second source does.</summary>
/// <param name="Strength">The strengths of what is of interest in it, added up; above 0.</param>
/// <param name="Interests">What is of interest, in words.</param>
internal sealed record InterestEvidence(double Strength, string Interests)
    : Evidence(Weights.Interest * Strength / (Strength + Weights.HalfOfInterest), Interests);

/// <summary>It is from a feed that the reader seldom opens: one such row a day, so that the list does not close in on itself.</summary>
internal sealed record ExplorationEvidence(string Feed) : Evidence(Weights.Exploration, $"something else: you seldom open {Feed}");
