namespace TermNews.Core.Clusters;

/// <summary>A word of a headline, and what it tells.</summary>
/// <param name="Word">The word.</param>
/// <param name="Mark">The bit that the mark of every headline with it has.</param>
/// <param name="Tells">How much it tells.</param>
/// <param name="Headlines">How many headlines have it.</param>
/// <param name="RarityOutsideOne">How seldom a headline outside of a cluster of one story has it, as most clusters are of one.</param>
internal readonly record struct WeighedWord(int Word, ulong Mark, double Tells, int Headlines, double RarityOutsideOne)
{
    /// <summary>The square of its part in the headline as a vector.</summary>
    public double Square => Tells * Tells;

    /// <summary>Looks up how much a word tells.</summary>
    public static WeighedWord Of(int word, TermCounts counts)
    {
        var headlines = counts.CountOf(word);
        return new WeighedWord(word, Headline.MarkOf(word), counts.WeightOf(headlines), headlines, counts.RarityOutside(headlines, inside: 1, size: 1));
    }
}

/// <summary>A pair of neighbouring words of a headline, and what it tells.</summary>
/// <param name="Feature">The pair.</param>
/// <param name="Words">A bit for each of the headline's words that is one of the two.</param>
/// <param name="Square">The square of its part in the headline as a vector.</param>
internal readonly record struct WeighedPair(long Feature, ulong Words, double Square);
