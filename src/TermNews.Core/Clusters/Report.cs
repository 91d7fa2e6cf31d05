namespace TermNews.Core.Clusters;

/// <summary>A story as the clusterer compares it.</summary>
/// <param name="Item">The story.</param>
/// <param name="Headline">Its title.</param>
/// <param name="Opening">Its title and lead; null where the lead tells nothing.</param>
/// <param name="Page">What the addresses of its page have in common; null for none.</param>
internal readonly record struct Report(ClusterItem Item, Headline Headline, Opening? Opening, string? Page);
