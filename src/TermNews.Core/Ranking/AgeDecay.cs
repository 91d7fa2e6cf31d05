using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>How much of the evidence is left at an age: all of it at 0, half at the half-life, never nothing.</summary>
internal static class AgeDecay
{
    /// <summary>The share of a story's evidence that counts now. A date in the future counts as the time of first sight.</summary>
    public static double Of(Candidate story, DateTimeOffset now, TimeSpan halfLife)
    {
        var halfLives = (now - When(story)) / halfLife;
        return halfLives <= 0 ? 1 : 1 / (1 + (halfLives * Math.Sqrt(halfLives)));   // To the power of 1.5, the same on every machine.
    }

    /// <summary>
    /// Where a story stands in time, for ranking: never after it was first seen, and so nowhere else at another time. One of unknown age stands
    /// behind all that is known to be new.
    /// </summary>
    public static DateTimeOffset When(Candidate story) =>
        story.IsOfUnknownAge ? story.FirstSeenAt - Weights.Window : story.SortAt <= story.FirstSeenAt ? story.SortAt : story.FirstSeenAt;
}
