using System.Runtime.InteropServices;

namespace TermNews.Core.Storage.Searching;

/// <summary>Adds up what stories share with one.</summary>
internal sealed class NearStories
{
    /// <summary>What a word counts more where the title of the other story has it.</summary>
    private const double InTitle = 2;

    /// <summary>What is shared counts at least this share of what the word that tells the most counts in a title; less is chance.</summary>
    private const double Enough = 0.5;

    private readonly List<TellingWord> _words = [];
    private readonly Dictionary<long, (double Weight, uint Words)> _shared = [];

    /// <summary>Notes the stories that share a word.</summary>
    /// <param name="word">The word; at most 32 of them.</param>
    /// <param name="anywhere">The stories that have it.</param>
    /// <param name="inTitle">Those whose titles have it.</param>
    public void Add(TellingWord word, IEnumerable<long> anywhere, IEnumerable<long> inTitle)
    {
        _words.Add(word);
        Add(word.Weight, anywhere);
        Add(word.Weight * InTitle, inTitle);
    }

    /// <summary>The ids of those that share enough: the nearest first, and of two as near the newer one.</summary>
    public IReadOnlyList<long> NearestFirst()
    {
        var least = Enough * (1 + InTitle) * _words.Select(word => word.Weight).DefaultIfEmpty().Max();
        return [.. _shared.Where(pair => pair.Value.Weight >= least)
            .OrderByDescending(pair => pair.Value.Weight).ThenByDescending(pair => pair.Key).Select(pair => pair.Key)];
    }

    /// <summary>The words that a story shares, those that weigh most first.</summary>
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
