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

    /// <summary>Counts the words of a story.</summary>
    public void Add(Opening opening)
    {
        _stories++;
        foreach (var word in opening.Words)
            _counts[word & (Places - 1)]++;
    }

    /// <summary>How much a word tells: the logarithm of how much rarer it is than a common one.</summary>
    public double WeightOf(int word) =>
        Math.Max(0, Math.Log(Common * (_stories + Before) / Math.Max(1, _counts[word & (Places - 1)])));
}
