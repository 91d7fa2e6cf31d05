namespace TermNews.Core.Clusters;

/// <summary>What the clusterer knows of a story.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="FeedId">Its feed.</param>
/// <param name="At">Where it stands in time, in Unix seconds.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record ClusterItem(long Id, long FeedId, long At, string? Title)
{
    /// <summary>The beginning of its text, or null.</summary>
    public string? Lead { get; init; }

    /// <summary>The address of its page, or null.</summary>
    public string? Link { get; init; }

    /// <summary>BCP 47 tag, or null where the feed does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The same for the same title and text; null where there is too little text to tell.</summary>
    public long? TextFingerprint { get; init; }

    /// <summary>Stories that the reader took it away from: it shares a cluster with none of them.</summary>
    public IReadOnlyList<long> ApartFrom { get; init; } = [];

    /// <summary>
    /// Whether <see cref="At"/> says no more than when it was found: what stood in a feed without dates may be years older than the headlines
    /// it was found with, so only the same page and the same text tell.
    /// </summary>
    public bool IsOfUnknownAge { get; init; }

    /// <summary>The cluster that it was put into before; null for none.</summary>
    public long? ClusterId { get; init; }
}
