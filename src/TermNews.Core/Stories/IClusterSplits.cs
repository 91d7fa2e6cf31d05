namespace TermNews.Core.Stories;

/// <summary>
/// Splits stories from their clusters by hand, and rejoins them. Every method throws <see cref="NewsException"/> when the database cannot
/// be read or written.
/// </summary>
public interface IClusterSplits
{
    /// <summary>All stories of the cluster of a story, itself and hidden ones included, oldest first.</summary>
    Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Splits a story from its cluster for good.</summary>
    /// <returns>The split; null if the story is alone already.</returns>
    Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Rejoins a story with its former cluster, and lets it share clusters with these stories again.</summary>
    Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken);

    /// <summary>The split of a story; null if there is none.</summary>
    Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken);
}

/// <summary>A story that was split from its cluster.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Others">The stories of its former cluster, with which it never shares a cluster again; at least one.</param>
public sealed record ClusterSplit(long StoryId, IReadOnlyList<long> Others);
