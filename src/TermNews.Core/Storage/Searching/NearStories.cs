namespace TermNews.Core.Storage.Searching;

/// <summary>Sums the weights of the words that other stories share with one story.</summary>
internal sealed class NearStories
{
    /// <summary>Factor for a word in the title of the other story.</summary>
    private const double InTitle = 2;

    /// <summary>Least sum, as a share of the weight that the most informative word has in a title; less is taken for chance.</summary>
    private const double Enough = 0.5;

    private readonly List<TellingWord> _words = [];
    private readonly Dictionary<long, (double Weight, uint Words)> _shared = [];

    /// <summary>Adds the stories that share a word.</summary>
    /// <param name="word">The word; at most 32 of them.</param>
    /// <param name="anywhere">The stories that have the word anywhere.</param>
    /// <param name="inTitle">The stories that have it in the title.</param>
    public void Add(TellingWord word, IEnumerable<long> anywhere, IEnumerable<long> inTitle)
    {
        _words.Add(word);
        Add(word.Weight, anywhere);
        Add(word.Weight * InTitle, inTitle);
    }

    /// <summary>The ids of the stories that share enough, nearest first; of equally near ones the newer first.</summary>
    public IReadOnlyList<long> NearestFirst()
    {
        var least = Enough * (1 + InTitle) * _words.Select(word => word.Weight).DefaultIfEmpty().Max();
        return [.. _shared.Where(pair => pair.Value.Weight >= least)
            .OrderByDescending(pair => pair.Value.Weight).ThenByDescending(pair => pair.Key).Select(pair => pair.Key)];
    }

    /// <summary>The words that a story shares, heaviest first.</summary>
    public IReadOnlyList<string> WordsOf(long story) =>
        TellingWords.Joined(_words.Where((_, at) => (_shared[story].Words & (1u << at)) != 0));

    private void Add(double weight, IEnumerable<long> stories)
    {
        var word = 1u << (_words.Count - 1);
        foreach (var story in stories)
        {
            ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(_shared, story, out _);
            shared = (shared.Weight + weight, shared.Words | word);
        }
    }
}
