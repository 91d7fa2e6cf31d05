namespace TermNews.Core.Clusters;

/// <summary>A story as the clusterer compares it. The text that it was read from is forgotten, so that a hundred thousand of them fit into memory.</summary>
/// <param name="item">The story.</param>
/// <param name="headline">Its title.</param>
/// <param name="opening">Its title and lead; null where the lead tells nothing.</param>
internal sealed class Report(ClusterItem item, Headline headline, Opening? opening)
{
    /// <summary>The story's id.</summary>
    public long Id { get; } = item.Id;

    /// <summary>Its feed.</summary>
    public long FeedId { get; } = item.FeedId;

    /// <summary>Where it stands in time, in Unix seconds.</summary>
    public long At { get; } = item.At;

    /// <summary>Whether <see cref="At"/> says no more than when it was found.</summary>
    public bool IsOfUnknownAge { get; } = item.IsOfUnknownAge;

    /// <summary>The same for the same text; null where there is too little of it to tell.</summary>
    public long? Text { get; } = item.TextFingerprint;

    /// <summary>Stories that the reader took it away from.</summary>
    public IReadOnlyList<long> ApartFrom { get; } = item.ApartFrom;

    /// <summary>Its title.</summary>
    public Headline Headline { get; } = headline;

    /// <summary>Its title and lead; null where the lead tells nothing.</summary>
    public Opening? Opening { get; } = opening;

    /// <summary>The same for all addresses of its page; null where it has none.</summary>
    public long? Page { get; init; }

    /// <summary>The first part of its language tag, in small letters; null where it has none.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was put, or what took that in; null until then.</summary>
    public Cluster? Cluster
    {
        get => field?.Whole;
        set;
    }
}
