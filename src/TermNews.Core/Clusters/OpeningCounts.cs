namespace TermNews.Core.Clusters;

/// <summary>
/// Document frequencies of words in the openings of the days compared, with smoothing by <see cref="PseudoCount"/>. Words share hash
/// buckets: a collision only lowers the IDF of both.
/// </summary>
internal sealed class OpeningCounts
{
    private const int Buckets = 1 << 19;

    /// <summary>Pseudo-count of stories before the first. In the tests 0 to 1,600 give the same pairs.</summary>
    private const double PseudoCount = 400;

    /// <summary>Share of the stories from which on a word has an IDF of 0. In the tests 0.02 to 0.2 give the same pairs.</summary>
    private const double Common = 0.05;

    private readonly int[] _counts = new int[Buckets];
    private int _stories;

    /// <summary>IDF by document frequency, as logarithms are slow; null until computed.</summary>
    private double[]? _idf;

    /// <summary>Counts the words of an opening.</summary>
    public void Add(Opening opening)
    {
        (_stories, _idf) = (_stories + 1, null);
        foreach (var word in opening.Words)
            _counts[word & (Buckets - 1)]++;
    }

    /// <summary>IDF of a word: the natural logarithm of the frequency of a common word over its own; 0 and more.</summary>
    public double IdfOf(int word)
    {
        _idf ??= Idf(Common * (_stories + PseudoCount));
        var count = _counts[word & (Buckets - 1)];
        return count < _idf.Length ? _idf[count] : 0;
    }

    private static double[] Idf(double common)
    {
        var idf = new double[(int)common + 1];
        for (var count = 0; count < idf.Length; count++)
            idf[count] = Math.Max(0, Math.Log(common / Math.Max(1, count)));
        return idf;
    }
}
