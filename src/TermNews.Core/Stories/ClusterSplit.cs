namespace TermNews.Core.Stories;

/// <summary>A story that was taken out of its cluster.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Others">The stories it was with, which it never shares a cluster with again; at least one.</param>
public sealed record ClusterSplit(long StoryId, IReadOnlyList<long> Others);
