namespace TermNews.Core.Clusters;

/// <summary>Similarity of a headline and a cluster.</summary>
/// <param name="Cosine">Cosine similarity of the headline vector and the centroid, 0 to 1.</param>
/// <param name="Words">Number of informative words they share; a pair of characters of a script without spaces is half a word.</param>
/// <param name="Rarity">
/// Self-information of the shared words: the negative natural logarithm of the probability that another headline has all of them, if words
/// were independent.
/// </param>
internal readonly record struct Likeness(double Cosine, double Words, double Rarity);
