namespace TermNews.Core.Clusters;

/// <summary>What a headline has in common with those of a cluster.</summary>
/// <param name="Nearness">How near it is to their middle, 0 to 1.</param>
/// <param name="Words">How many words they share that tell something.</param>
/// <param name="Rarity">How seldom chance brings together what they share: the negative logarithm of the share of headlines with all of it.</param>
internal readonly record struct Likeness(double Nearness, double Words, double Rarity);
