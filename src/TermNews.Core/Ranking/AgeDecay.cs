namespace TermNews.Core.Ranking;

/// <summary>
/// The decay of evidence with age: 1 at age 0, 1/2 at the half-life, never 0. Its tail is a power of the age (exponent 1.5), longer than
/// that of exponential decay, so that silent weeks still have an order.
/// </summary>
internal static class AgeDecay
{
    /// <summary>The factor of a story's age, above 0 to 1. A date in the future counts as the time the story was first seen.</summary>
    public static double Of(Candidate story, DateTimeOffset now, TimeSpan halfLife)
    {
        var halfLives = (now - When(story)) / halfLife;
        // x^1.5 by the square root, which is exact everywhere; the last bits of Math.Pow differ between machines.
        return halfLives <= 0 ? 1 : 1 / (1 + (halfLives * Math.Sqrt(halfLives)));
    }

    /// <summary>
    /// The date of a story for ranking: never later than it was first seen. A story of unknown age is as old as the window, behind all
    /// that is known to be new.
    /// </summary>
    public static DateTimeOffset When(Candidate story) =>
        story.IsOfUnknownAge ? story.FirstSeenAt - Weights.Window : story.SortAt <= story.FirstSeenAt ? story.SortAt : story.FirstSeenAt;
}
