using System.Numerics;

namespace TermNews.Core.Clusters;

/// <summary>A headline as the clusterer compares it: numbers instead of words, so that a hundred thousand of them fit into memory.</summary>
internal sealed class Headline
{
    /// <summary>No headline has more features.</summary>
    private const int MostFeatures = 2 * TitleTermReader.MostTerms;

    /// <summary>What a pair of neighbouring words counts against a word.</summary>
    private const float PairWeight = 0.25f;

    private readonly ArraySegment<int> _terms;
    private readonly (int Word, int Number)[] _numbered = [];
    private readonly int _firstWord;
    private readonly int _words;

    private Headline(string? title, Slab<int> numbers, Slab<long> features)
    {
        Span<int> terms = stackalloc int[TitleTermReader.MostTerms], blocks = stackalloc int[TitleTermReader.MostTerms];
        var (read, words, followsWord) = (0, 0, false);
        for (var reader = new TitleTermReader(title); reader.Read(); read++)
        {
            var (term, isNumber) = (TitleTerms.HashOf(reader.Current), TitleTerms.IsNumber(reader.Current));
            terms[read] = term;
            (Series, Numbers) = isNumber ? (Series, Together(Numbers, term)) : (Together(Series, term), Numbers);
            if (!isNumber)
                blocks[words++] = BlockOf(TitleTerms.FirstOf(reader.Current).Value);
            else if (followsWord)
                _numbered = [.. _numbered, (terms[read - 1], term)];
            followsWord = !isNumber;
        }
        _terms = numbers.Keep(terms[..read]);
        Features = FeaturesOf(_terms, features);
        (_firstWord, _words) = WordsAmong(Features);
        foreach (var word in Words)
            Mark |= MarkOf((int)word);
        Label = LabelOf(title);
        Script = MostFrequent(blocks[..words]);
    }

    /// <summary>Words and pairs of neighbouring words, each once and in ascending order.</summary>
    public ArraySegment<long> Features { get; }

    /// <summary>The features that are words: their hashes, each once.</summary>
    public ReadOnlySpan<long> Words => Features.AsSpan(_firstWord, _words);

    /// <summary>A bit for each word, a few words sharing one: a word whose bit is missing is surely not in it.</summary>
    public ulong Mark { get; }

    /// <summary>Stands for its words without numbers: the same for the issues of a series.</summary>
    public int Series { get; }

    /// <summary>Stands for its numbers; 0 where it has none.</summary>
    public int Numbers { get; }

    /// <summary>Stands for what it has before a colon, without numbers, as a column or an author of a feed of many: 0 where there is none.</summary>
    public int Label { get; }

    /// <summary>The script of most of it, as the first code point of a block of letters.</summary>
    public int Script { get; }

    /// <summary>Reads a title.</summary>
    /// <param name="title">The title.</param>
    /// <param name="numbers">Where its words are kept.</param>
    /// <param name="features">Where its features are kept.</param>
    public static Headline Of(string? title, Slab<int> numbers, Slab<long> features) => new(title, numbers, features);

    /// <summary>Whether a feature is a word and no pair.</summary>
    public static bool IsWord(long feature) => feature is >= 0 and <= uint.MaxValue;

    /// <summary>What a feature counts, however much it tells.</summary>
    public static float WeightOf(long feature) => IsWord(feature) ? 1 : PairWeight;

    /// <summary>What a term counts as a word: two characters of a script that parts no words share one with the next two.</summary>
    public static double WordsIn(int term) => TitleTerms.IsOfScriptWithoutSpaces(term) ? 0.5 : 1;

    /// <summary>The two words of a pair; the same word twice for a word alone.</summary>
    public static (int First, int Second) WordsOf(long feature) =>
        IsWord(feature) ? ((int)(uint)feature, (int)(uint)feature) : ((int)(feature >> 32), (int)(uint)feature);

    /// <summary>The bit that is in the <see cref="Mark"/> of every headline with a word.</summary>
    public static ulong MarkOf(int word) => 1UL << (int)(((uint)word * 0x9E3779B1) >> 26);

    /// <summary>Whether it is another issue of a series, where both are of the same feed; the same headline again is none.</summary>
    public bool IsOtherIssueThan(Headline other) =>
        DiffersInOneTermFrom(other)
        || (!_terms.AsSpan().SequenceEqual(other._terms) && ((Label != 0 && Label == other.Label) || IsNumberedOtherwiseThan(other)));

    /// <summary>Whether one term of it stands in the place of another, and all others are equal.</summary>
    public bool DiffersInOneTermFrom(Headline other) =>
        _terms.Count == other._terms.Count && _terms.Zip(other._terms).Count(pair => pair.First != pair.Second) == 1;

    /// <summary>Whether a word has one number after it here and another there, and none in both: "Part 1" and "Part 2", "Jan. 5" and "Jan. 6".</summary>
    public bool IsNumberedOtherwiseThan(Headline other) =>
        Array.Exists(_numbered, own => Array.Exists(other._numbered, theirs => theirs.Word == own.Word))
        && !Array.Exists(_numbered, own => Array.Exists(other._numbered, theirs => theirs == own));

    private static ArraySegment<long> FeaturesOf(ReadOnlySpan<int> terms, Slab<long> slab)
    {
        Span<long> features = stackalloc long[MostFeatures];
        var found = 0;
        for (var at = 0; at < terms.Length; at++)
        {
            features[found++] = (uint)terms[at];
            if (at > 0)
                features[found++] = PairOf(terms[at - 1], terms[at]);
        }
        return slab.Keep(SortedSet.Of(features[..found]));
    }

    /// <summary>Where the words are among features, and how many: one after the other, as they are in order.</summary>
    private static (int First, int Count) WordsAmong(ReadOnlySpan<long> features)
    {
        var first = 0;
        while (first < features.Length && !IsWord(features[first]))
            first++;
        var end = first;
        while (end < features.Length && IsWord(features[end]))
            end++;
        return (first, end - first);
    }

    private static int LabelOf(string? title)
    {
        var label = 0;
        for (var reader = new TitleTermReader(TitleTerms.LabelOf(title)); reader.Read();)
            label = TitleTerms.IsNumber(reader.Current) ? label : Together(label, TitleTerms.HashOf(reader.Current));
        return label;
    }

    private static long PairOf(int first, int second) => ((long)first << 32) | (uint)second;

    /// <summary>Stands for terms and one more, in whatever order; never 0.</summary>
    private static int Together(int terms, int one)
    {
        const uint spread = 0x9E3779B1;
        var all = unchecked(terms + (int)(BitOperations.RotateLeft((uint)one * spread, 13) * spread));
        return all == 0 ? 1 : all;
    }

    /// <summary>Latin, Cyrillic, Greek, Arabic… by blocks of 256 code points; Han with kana, and Hangul, each count as one.</summary>
    private static int BlockOf(int code) => code < 0x250 ? 0
        : code is >= 0x3040 and < 0x3100 or >= 0x3400 and < 0xA000 ? 0x3400
        : code is >= 0xAC00 and < 0xD7B0 ? 0xAC00 : code & ~0xFF;

    /// <summary>The block of most words, the first of several; -1 where there are none.</summary>
    private static int MostFrequent(Span<int> blocks)
    {
        SortedSet.Sort(blocks);
        var (most, times) = (-1, 0);
        for (int at = 0, same = 1; at < blocks.Length; at++)
        {
            same = at > 0 && blocks[at] == blocks[at - 1] ? same + 1 : 1;
            (most, times) = same > times ? (blocks[at], same) : (most, times);
        }
        return most;
    }
}
