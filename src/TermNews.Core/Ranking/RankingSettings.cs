namespace TermNews.Core.Ranking;

/// <summary>The numbers of both rankings.</summary>
public sealed record RankingSettings
{
    /// <summary>The defaults.</summary>
    public static RankingSettings Default { get; } = new();

    /// <summary><c>[popular]</c>.</summary>
    public PopularWeights Popular { get; init; } = PopularWeights.Default;

    /// <summary>The numbers of <c>[must_read]</c>; its words, feeds, categories and searches are <see cref="MustReadRules"/>.</summary>
    public MustReadWeights MustRead { get; init; } = MustReadWeights.Default;
}

/// <summary>The numbers of Popular. The quota of a feed is not among them: no setting may let a flood win.</summary>
public sealed record PopularWeights
{
    /// <summary>The defaults.</summary>
    public static PopularWeights Default { get; } = new();

    /// <summary>The age at which evidence counts half.</summary>
    public TimeSpan HalfLife { get; init; } = Weights.PopularHalfLife;

    /// <summary>The age up to which stories are candidates.</summary>
    public TimeSpan Window { get; init; } = Weights.Window;

    /// <summary>The weight of each kind of evidence.</summary>
    public EvidenceWeights Evidence { get; init; } = EvidenceWeights.Popular;
}

/// <summary>The numbers of Must-Read. The weight of a pin is not among them: it is above all else.</summary>
public sealed record MustReadWeights
{
    /// <summary>The defaults.</summary>
    public static MustReadWeights Default { get; } = new();

    /// <summary>The age at which evidence counts half.</summary>
    public TimeSpan HalfLife { get; init; } = Weights.MustReadHalfLife;

    /// <summary>The age up to which stories are candidates; pinned ones are at any age.</summary>
    public TimeSpan Window { get; init; } = Weights.Window;

    /// <summary>Rows at most, 1 or more, besides pinned stories.</summary>
    public int Longest { get; init; } = MustReadRanking.Longest;

    /// <summary>The weight of each kind of evidence; without interest no place is reserved for it either.</summary>
    public EvidenceWeights Evidence { get; init; } = EvidenceWeights.MustRead;
}
