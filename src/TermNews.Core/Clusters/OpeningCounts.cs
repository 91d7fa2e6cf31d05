namespace TermNews.Core.Clusters;

/// <summary>
/// In how many openings of the days that are looked at each word occurs; about, as words that fall on the same place are counted together: they only
/// seem to tell less.
/// </summary>
internal sealed class OpeningCounts
{
    private const int Places = 1 << 19;

    /// <summary>As if so many stories had been seen before the first.</summary>
    private const double Before = 400;

    /// <summary>What a larger share of the stories has tells nothing.</summary>
    private const double Common = 0.05;

    private readonly int[] _counts = new int[Places];
    private int _stories;

    /// <summary>How much words tell, by how many stories have them: logarithms take long, and few of the counts differ. Null where it has to be worked out.</summary>
    private double[]? _weights;

    /// <summary>Counts the words of a story.</summary>
    public void Add(Opening opening)
    {
        (_stories, _weights) = (_stories + 1, null);
        foreach (var word in opening.Words)
            _counts[word & (Places - 1)]++;
    }

    /// <summary>How much a word tells: the logarithm of how much rarer it is than a common one.</summary>
    public double WeightOf(int word)
    {
        _weights ??= Weights(Common * (_stories + Before));
        var count = _counts[word & (Places - 1)];
        return count < _weights.Length ? _weights[count] : 0;
    }

    private static double[] Weights(double common)
    {
        var weights = new double[(int)common + 1];
        for (var count = 0; count < weights.Length; count++)
            weights[count] = Math.Max(0, Math.Log(common / Math.Max(1, count)));
        return weights;
    }
}
