namespace TermNews.Core.Clusters;

/// <summary>A story in the form that is compared, without its text, so that a hundred thousand of them fit into memory.</summary>
/// <param name="item">The story.</param>
/// <param name="headline">The title as a vector.</param>
/// <param name="opening">Title and lead; null if the lead is missing or too short.</param>
internal sealed class Report(ClusterItem item, Headline headline, Opening? opening)
{
    /// <summary>Id of the story.</summary>
    public long Id { get; } = item.Id;

    /// <summary>Id of the feed.</summary>
    public long FeedId { get; } = item.FeedId;

    /// <summary>Sort date of the story, in Unix seconds.</summary>
    public long At { get; } = item.At;

    /// <summary>Whether <see cref="At"/> is only the time of the first visit.</summary>
    public bool IsOfUnknownAge { get; } = item.IsOfUnknownAge;

    /// <summary>Hash of title and text; null if the text is too short to identify a story.</summary>
    public long? Text { get; } = item.TextFingerprint;

    /// <summary>Ids of stories that the reader separated from this one.</summary>
    public IReadOnlyList<long> ApartFrom { get; } = item.ApartFrom;

    /// <summary>The title as a vector.</summary>
    public Headline Headline { get; } = headline;

    /// <summary>Title and lead; null if the lead is missing or too short.</summary>
    public Opening? Opening { get; } = opening;

    /// <summary>Hash of the key of the page (<see cref="PageAddresses"/>); null for none.</summary>
    public long? Page { get; init; }

    /// <summary>Primary subtag of the language in lower case ("en"); null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The present cluster, after all merges; null until one is assigned.</summary>
    public Cluster? Cluster
    {
        get => field?.Whole;
        set;
    }
}
