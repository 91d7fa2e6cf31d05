namespace TermNews.Core.Clusters;

/// <summary>
/// A headline vector with IDF weights, computed once for all comparisons. An instance is reused from headline to headline.
/// </summary>
/// <param name="counts">Document frequencies of words.</param>
internal sealed class WeighedHeadline(TermCounts counts)
{
    private readonly WeighedWord[] _words = new WeighedWord[TitleTermReader.MostTerms];
    private readonly WeighedPair[] _pairs = new WeighedPair[TitleTermReader.MostTerms];
    private int _wordCount;
    private int _pairCount;

    /// <summary>Distinct words, ascending by hash.</summary>
    public ReadOnlySpan<WeighedWord> Words => _words.AsSpan(0, _wordCount);

    /// <summary>Distinct bigrams.</summary>
    public ReadOnlySpan<WeighedPair> Pairs => _pairs.AsSpan(0, _pairCount);

    /// <summary>Euclidean norm of the vector; above 0.</summary>
    public double Norm { get; private set; }

    /// <summary>Weighs a headline, replacing the previous one.</summary>
    public void Weigh(Headline headline)
    {
        (_wordCount, _pairCount) = (0, 0);
        foreach (var word in headline.Words)
            _words[_wordCount++] = WeighedWord.Of((int)word, counts);
        var (squares, words) = (0.0, 0);
        foreach (var feature in headline.Features)
            squares += Headline.IsWord(feature) ? _words[words++].Square : (_pairs[_pairCount++] = PairOf(feature, headline.Words)).Square;
        Norm = Math.Max(Math.Sqrt(squares), double.Epsilon);
    }

    private WeighedPair PairOf(long feature, ReadOnlySpan<long> words)
    {
        var (first, second) = Headline.WordsOf(feature);
        var (one, other) = (words.BinarySearch((long)(uint)first), words.BinarySearch((long)(uint)second));
        var (idf, weight) = ((_words[one].Idf + _words[other].Idf) / 2, Headline.WeightOf(feature));
        return new WeighedPair(feature, (1UL << one) | (1UL << other), weight * weight * idf * idf);
    }
}
