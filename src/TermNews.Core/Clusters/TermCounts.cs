using System.Runtime.InteropServices;

namespace TermNews.Core.Clusters;

/// <summary>In how many headlines each term was seen: what is in few of them tells much.</summary>
public sealed class TermCounts
{
    /// <summary>As if so many headlines had been seen before the first, so that the first ones do not take every word for a rare one.</summary>
    private const double Before = 2000;

    /// <summary>Fewer headlines do not show a word to be common: as if so many had been seen.</summary>
    private const double Enough = 100;

    /// <summary>Most terms are in fewer headlines: what they tell is looked up, as logarithms take long.</summary>
    private const int Few = 1000;

    private readonly Dictionary<int, (int Count, bool IsChanged)> _counts = [];

    /// <summary>How much terms tell, by how many headlines have them; null where it has to be worked out.</summary>
    private double[]? _weights;

    /// <summary>How many headlines were seen.</summary>
    public int Headlines
    {
        get;
        private set => (field, _weights) = (value, null);
    }

    /// <summary>The terms, by their hashes, that were counted since this object was made, with their counts.</summary>
    public IEnumerable<(int Term, int Count)> Changed => _counts.Where(pair => pair.Value.IsChanged).Select(pair => (pair.Key, pair.Value.Count));

    /// <summary>Takes over what was counted before.</summary>
    public void Load(int headlines, IEnumerable<(int Term, int Count)> counts)
    {
        Headlines = headlines;
        foreach (var (term, count) in counts)
            _counts[term] = (count, IsChanged: false);
    }

    /// <summary>Counts the words of a headline.</summary>
    internal void Add(Headline headline)
    {
        Headlines++;
        foreach (var word in headline.Words)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (int)word, out _);
            known = (known.Count + 1, IsChanged: true);
        }
    }

    /// <summary>How many headlines have a term.</summary>
    internal int CountOf(int term) => _counts.GetValueOrDefault(term).Count;

    /// <summary>How much a term tells that some headlines have: the logarithm of how rare it is.</summary>
    internal double WeightOf(int headlines)
    {
        _weights ??= [.. Enumerable.Range(0, Few).Select(Logarithm)];
        return headlines < Few ? _weights[headlines] : Logarithm(headlines);
    }

    /// <summary>How seldom a headline outside of a cluster has a word: the negative logarithm of the share of those that have it.</summary>
    /// <param name="headlines">How many headlines have it.</param>
    /// <param name="inside">How many headlines of the cluster have it.</param>
    /// <param name="size">How many headlines the cluster has.</param>
    internal double RarityOutside(int headlines, double inside, int size) =>
        Math.Max(0, Math.Log(Math.Max(Headlines - size, Enough) / Math.Max(1, headlines - inside)));

    /// <summary>How much a word or a pair of words tells.</summary>
    internal double WeightOfFeature(long feature)
    {
        var (first, second) = Headline.WordsOf(feature);
        var weight = WeightOf(CountOf(first));
        return first == second ? weight : (weight + WeightOf(CountOf(second))) / 2;
    }

    private double Logarithm(int headlines) => Math.Log((Headlines + Before) / (headlines + 1.0));
}
