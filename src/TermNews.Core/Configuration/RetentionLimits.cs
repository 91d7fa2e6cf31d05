namespace TermNews.Core.Configuration;

/// <summary>The largest values of <c>[retention]</c>; whoever wants more wants 0, which is no limit.</summary>
internal static class RetentionLimits
{
    /// <summary>A century.</summary>
    public const int Days = 36_500;

    /// <summary>Ten times the stories of the largest database in the benchmarks.</summary>
    public const int Stories = 1_000_000;
}
