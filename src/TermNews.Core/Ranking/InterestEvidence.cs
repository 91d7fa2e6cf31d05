namespace TermNews.Core.Ranking;

/// <summary>The reader often acts on stories like it. However strong, it counts no more than its weight: unless set otherwise, as much as a second source.</summary>
/// <param name="Strength">The strengths of what is of interest in it, added up; above 0.</param>
/// <param name="Interests">What is of interest, in words.</param>
/// <param name="Weight">What it counts at most.</param>
internal sealed record InterestEvidence(double Strength, string Interests, double Weight)
    : Evidence(Weight * Strength / (Strength + Weights.HalfOfInterest), Interests);

/// <summary>It is from a feed that the reader seldom opens: one such row a day, so that the list does not close in on itself.</summary>
internal sealed record ExplorationEvidence(string Feed) : Evidence(Weights.Exploration, $"something else: you seldom open {Feed}");
