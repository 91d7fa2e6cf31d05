using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>How much of the evidence is left at an age: all of it at 0, half at the half-life, never nothing.</summary>
internal static class AgeDecay
{
    /// <summary>The share of a story's evidence that counts now. A date in the future counts as the time of first sight.</summary>
    public static double Of(Story story, DateTimeOffset now, TimeSpan halfLife)
    {
        var age = now - When(story, now);
        return age <= TimeSpan.Zero ? 1 : 1 / (1 + Math.Pow(age / halfLife, 1.5));
    }

    /// <summary>Where a story stands in time, for ranking.</summary>
    public static DateTimeOffset When(Story story, DateTimeOffset now) => story.SortAt <= now ? story.SortAt : story.FirstSeenAt;
}
