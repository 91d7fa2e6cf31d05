namespace TermNews.Core.Ranking;

/// <summary>How the lists are ranked; the defaults, and the thought behind them, are those of <see cref="Weights"/>.</summary>
public sealed record RankingSettings
{
    /// <summary>As it is where nothing is configured.</summary>
    public static RankingSettings Default { get; } = new();

    /// <summary><c>[popular]</c>.</summary>
    public PopularWeights Popular { get; init; } = PopularWeights.Default;

    /// <summary>The numbers of <c>[must_read]</c>; its words, feeds, categories and rules are <see cref="MustReadRules"/>.</summary>
    public MustReadWeights MustRead { get; init; } = MustReadWeights.Default;
}

/// <summary>What evidence is worth in Popular, 0 or more; 0 leaves it out. How many rows a feed may have is fixed: no flood may win.</summary>
public sealed record PopularWeights
{
    /// <summary>As it is where nothing is configured.</summary>
    public static PopularWeights Default { get; } = new();

    /// <summary>The age at which evidence is worth half.</summary>
    public TimeSpan HalfLife { get; init; } = Weights.PopularHalfLife;

    /// <summary>The age up to which stories are looked at.</summary>
    public TimeSpan Window { get; init; } = Weights.Window;

    /// <summary>Per doubling of the feeds that report it.</summary>
    public double Coverage { get; init; } = Weights.Coverage;

    /// <summary>The strongest counter that the feed publishes.</summary>
    public double Counters { get; init; } = Weights.Counter;

    /// <summary>Per doubling of the openings on this machine.</summary>
    public double Views { get; init; } = Weights.Views;

    /// <summary>Per doubling of the reader's comments.</summary>
    public double Comments { get; init; } = Weights.OwnComments;
}

/// <summary>What evidence is worth in Must-Read, 0 or more; 0 leaves it out. A pin is above all and fixed.</summary>
public sealed record MustReadWeights
{
    /// <summary>As it is where nothing is configured.</summary>
    public static MustReadWeights Default { get; } = new();

    /// <summary>The age at which evidence is worth half.</summary>
    public TimeSpan HalfLife { get; init; } = Weights.MustReadHalfLife;

    /// <summary>The age up to which stories are looked at.</summary>
    public TimeSpan Window { get; init; } = Weights.Window;

    /// <summary>Rows at most, 1 or more; what is pinned comes besides.</summary>
    public int Longest { get; init; } = MustReadRanking.Longest;

    /// <summary>Asked for by a rule.</summary>
    public double Rules { get; init; } = Weights.Rule;

    /// <summary>Per doubling of the feeds that report it.</summary>
    public double Coverage { get; init; } = Weights.MustReadCoverage;

    /// <summary>The strongest counter that the feed publishes, where it is remarkable.</summary>
    public double Counters { get; init; } = Weights.Counter;

    /// <summary>A feed that is all but silent.</summary>
    public double RareFeeds { get; init; } = Weights.RareFeed;

    /// <summary>What the reader cares for, at most; with 0 no place is kept for it either.</summary>
    public double Interest { get; init; } = Weights.Interest;

    /// <summary>Kept in Saved and not read yet.</summary>
    public double Saved { get; init; } = Weights.Saved;

    /// <summary>Per doubling of the reader's comments.</summary>
    public double Comments { get; init; } = Weights.OwnComments;
}
