namespace TermNews.Core.Stories;

/// <summary>Takes stories out of their clusters by hand, and puts them back. Every method throws <see cref="NewsException"/> when the database cannot be read or written.</summary>
public interface IClusterSplits
{
    /// <summary>All stories of a story's cluster, itself included, oldest first; hidden ones too.</summary>
    Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Takes a story out of its cluster: it is other news than the rest, and stays so.</summary>
    /// <returns>What was done; null where the story is alone already.</returns>
    Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Puts a story back to those it was with, and lets it share clusters with them again.</summary>
    Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken);

    /// <summary>What a story was taken out of; null for nothing.</summary>
    Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken);
}

/// <summary>A story that was taken out of its cluster.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Others">The stories it was with, which it never shares a cluster with again; at least one.</param>
public sealed record ClusterSplit(long StoryId, IReadOnlyList<long> Others);
