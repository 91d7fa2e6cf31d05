namespace TermNews.Core.Clusters;

/// <summary>A story as input of the clusterer.</summary>
/// <param name="Id">Id of the story.</param>
/// <param name="FeedId">Id of its feed.</param>
/// <param name="At">Sort date of the story, in Unix seconds.</param>
/// <param name="Title">Title; null for none.</param>
public sealed record ClusterItem(long Id, long FeedId, long At, string? Title)
{
    /// <summary>Beginning of the text, without markup; null for none.</summary>
    public string? Lead { get; init; }

    /// <summary>Address of the page; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>BCP 47 language tag; null if the feed declares none.</summary>
    public string? Language { get; init; }

    /// <summary>Hash of title and text; null if the text is too short to identify a story.</summary>
    public long? TextFingerprint { get; init; }

    /// <summary>Ids of stories that the reader separated from this one: they never share a cluster.</summary>
    public IReadOnlyList<long> ApartFrom { get; init; } = [];

    /// <summary>
    /// Whether <see cref="At"/> is only the time of the first visit. Such a story may be years old, so its headline is not compared; only
    /// an equal page or text joins it to a cluster.
    /// </summary>
    public bool IsOfUnknownAge { get; init; }

    /// <summary>Cluster assigned by an earlier run; null for none.</summary>
    public long? ClusterId { get; init; }
}
