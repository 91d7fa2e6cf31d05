namespace TermNews.Core.Clusters;

/// <summary>A word of a headline or a pair of neighbouring words, and what it tells.</summary>
/// <param name="Feature">The word or pair.</param>
/// <param name="Mark">The bits that the mark of every headline with it has.</param>
/// <param name="Square">The square of its part in the headline as a vector.</param>
/// <param name="Headlines">How many headlines have the word; 0 for a pair.</param>
/// <param name="RarityOutsideOne">How seldom a headline outside of a cluster of one story has the word, as most clusters are of one; 0 for a pair.</param>
internal readonly record struct WeighedFeature(long Feature, ulong Mark, double Square, int Headlines, double RarityOutsideOne)
{
    /// <summary>Looks up how much a word or a pair tells.</summary>
    public static WeighedFeature Of(long feature, TermCounts counts)
    {
        var (tells, weight) = (counts.WeightOfFeature(feature), Headline.WeightOf(feature));
        var square = weight * weight * tells * tells;
        if (!Headline.IsWord(feature))
            return new WeighedFeature(feature, Headline.MarkOf(feature), square, Headlines: 0, RarityOutsideOne: 0);
        var headlines = counts.CountOf((int)feature);
        return new WeighedFeature(feature, Headline.MarkOf(feature), square, headlines, counts.RarityOutside(headlines, inside: 1, size: 1));
    }
}
