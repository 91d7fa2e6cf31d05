namespace TermNews.Core.Clusters;

/// <summary>
/// A headline with what its words tell, worked out once for all clusters that it is compared with. Used for one headline after the other.
/// </summary>
/// <param name="counts">How often words were seen.</param>
internal sealed class WeighedHeadline(TermCounts counts)
{
    private readonly WeighedWord[] _words = new WeighedWord[TitleTermReader.MostTerms];
    private readonly WeighedPair[] _pairs = new WeighedPair[TitleTermReader.MostTerms];
    private int _wordCount;
    private int _pairCount;

    /// <summary>Its words.</summary>
    public ReadOnlySpan<WeighedWord> Words => _words.AsSpan(0, _wordCount);

    /// <summary>Its pairs of neighbouring words.</summary>
    public ReadOnlySpan<WeighedPair> Pairs => _pairs.AsSpan(0, _pairCount);

    /// <summary>Its length as a vector.</summary>
    public double Length { get; private set; }

    /// <summary>Looks up how much the words of a headline tell, in place of the one before.</summary>
    public void Weigh(Headline headline)
    {
        (_wordCount, _pairCount) = (0, 0);
        foreach (var word in headline.Words)
            _words[_wordCount++] = WeighedWord.Of((int)word, counts);
        var (squares, words) = (0.0, 0);
        foreach (var feature in headline.Features)
            squares += Headline.IsWord(feature) ? _words[words++].Square : (_pairs[_pairCount++] = PairOf(feature, headline.Words)).Square;
        Length = Math.Max(Math.Sqrt(squares), double.Epsilon);
    }

    private WeighedPair PairOf(long feature, ReadOnlySpan<long> words)
    {
        var (first, second) = Headline.WordsOf(feature);
        var (one, other) = (words.BinarySearch((long)(uint)first), words.BinarySearch((long)(uint)second));
        var (tells, weight) = ((_words[one].Tells + _words[other].Tells) / 2, Headline.WeightOf(feature));
        return new WeighedPair(feature, (1UL << one) | (1UL << other), weight * weight * tells * tells);
    }
}
