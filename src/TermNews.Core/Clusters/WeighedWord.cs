namespace TermNews.Core.Clusters;

/// <summary>A word of a headline with its weights.</summary>
/// <param name="Word">Hash of the word.</param>
/// <param name="BloomBit">Its bit in <see cref="Headline.BloomBits"/>.</param>
/// <param name="Idf">Inverse document frequency, a natural logarithm.</param>
/// <param name="Headlines">Document frequency: the number of headlines with it.</param>
/// <param name="RarityOutsideOne">Rarity outside a cluster of one story, precomputed as most clusters have one.</param>
internal readonly record struct WeighedWord(int Word, ulong BloomBit, double Idf, int Headlines, double RarityOutsideOne)
{
    /// <summary>Square of its coordinate in the headline vector.</summary>
    public double Square => Idf * Idf;

    /// <summary>Looks up the weights of a word.</summary>
    public static WeighedWord Of(int word, TermCounts counts)
    {
        var headlines = counts.CountOf(word);
        var rarity = counts.RarityOutside(headlines, inside: 1, size: 1);
        return new WeighedWord(word, Headline.BloomBitOf(word), counts.IdfOf(headlines), headlines, rarity);
    }
}

/// <summary>A bigram of a headline with its weight.</summary>
/// <param name="Feature">The bigram as a feature.</param>
/// <param name="Words">Bit mask of its two words, by their index in <see cref="WeighedHeadline.Words"/>.</param>
/// <param name="Square">Square of its coordinate in the headline vector.</param>
internal readonly record struct WeighedPair(long Feature, ulong Words, double Square);
