using System.Numerics;

namespace TermNews.Core.Clusters;

/// <summary>A headline as a sparse vector of hashed words and bigrams, so that a hundred thousand of them fit into memory.</summary>
internal sealed class Headline
{
    /// <summary>Upper bound of the features of a headline.</summary>
    private const int MostFeatures = 2 * TitleTermReader.MostTerms;

    /// <summary>
    /// Weight of a bigram, where a word has 1. On the UCI headlines 0.2 gains 0.002 of recall and loses 0.001 of precision; 0.3 loses 0.005
    /// of recall and gains 0.002 of precision.
    /// </summary>
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
            BloomBits |= BloomBitOf((int)word);
        Label = LabelOf(title);
        Script = MostFrequent(blocks[..words]);
    }

    /// <summary>Distinct words and bigrams, ascending: a word is its hash, a bigram has two hashes in 64 bits.</summary>
    public ArraySegment<long> Features { get; }

    /// <summary>The features that are words.</summary>
    public ReadOnlySpan<long> Words => Features.AsSpan(_firstWord, _words);

    /// <summary>Bloom filter of the words, with one of 64 bits for each: a word whose bit is missing is not in the headline.</summary>
    public ulong BloomBits { get; }

    /// <summary>Hash of the words without numbers: equal for all issues of a series.</summary>
    public int Series { get; }

    /// <summary>Hash of the numbers; 0 for none.</summary>
    public int Numbers { get; }

    /// <summary>Hash of the words before a colon, without numbers, such as a column or an author; 0 for none.</summary>
    public int Label { get; }

    /// <summary>Script of most words, as the first code point of a block of letters; -1 without words.</summary>
    public int Script { get; }

    /// <summary>Reads a title.</summary>
    /// <param name="title">The title; null for none.</param>
    /// <param name="numbers">Memory for the words.</param>
    /// <param name="features">Memory for the features.</param>
    public static Headline Of(string? title, Slab<int> numbers, Slab<long> features) => new(title, numbers, features);

    /// <summary>Whether a feature is a word rather than a bigram.</summary>
    public static bool IsWord(long feature) => feature is >= 0 and <= uint.MaxValue;

    /// <summary>Weight of a feature before IDF.</summary>
    public static float WeightOf(long feature) => IsWord(feature) ? 1 : PairWeight;

    /// <summary>
    /// Share of a word that a term stands for: pairs of characters of a script without spaces overlap, so each counts half.
    /// </summary>
    public static double WordsIn(int term) => TitleTerms.IsOfScriptWithoutSpaces(term) ? 0.5 : 1;

    /// <summary>The two words of a bigram; a single word twice.</summary>
    public static (int First, int Second) WordsOf(long feature) =>
        IsWord(feature) ? ((int)(uint)feature, (int)(uint)feature) : ((int)(feature >> 32), (int)(uint)feature);

    /// <summary>The bit of a word in <see cref="BloomBits"/>.</summary>
    public static ulong BloomBitOf(int word) => 1UL << (int)(((uint)word * 0x9E3779B1) >> 26);

    /// <summary>Whether two headlines of one feed are different issues of a series. A repeated headline is not.</summary>
    public bool IsOtherIssueThan(Headline other) =>
        DiffersInOneTermFrom(other)
        || (!_terms.AsSpan().SequenceEqual(other._terms) && ((Label != 0 && Label == other.Label) || IsNumberedOtherwiseThan(other)));

    /// <summary>Whether the headlines differ in exactly one term, at the same position.</summary>
    public bool DiffersInOneTermFrom(Headline other) =>
        _terms.Count == other._terms.Count && _terms.Zip(other._terms).Count(pair => pair.First != pair.Second) == 1;

    /// <summary>
    /// Whether a word is followed by different numbers, as in "Part 1" and "Part 2" or "Jan. 5" and "Jan. 6", and no word by the same.
    /// </summary>
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

    /// <summary>Index of the first word among sorted features, and the number of words: they are contiguous.</summary>
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

    /// <summary>Hash of a set of terms with one more, independent of their order; never 0.</summary>
    private static int Together(int terms, int one)
    {
        const uint spread = 0x9E3779B1;
        var all = unchecked(terms + (int)(BitOperations.RotateLeft((uint)one * spread, 13) * spread));
        return all == 0 ? 1 : all;
    }

    /// <summary>Latin, Cyrillic, Greek, Arabic… by blocks of 256 code points; Han with kana is one block, Hangul another.</summary>
    private static int BlockOf(int code) => code < 0x250 ? 0
        : code is >= 0x3040 and < 0x3100 or >= 0x3400 and < 0xA000 ? 0x3400
        : code is >= 0xAC00 and < 0xD7B0 ? 0xAC00 : code & ~0xFF;

    /// <summary>The most frequent block, the lowest in a tie; -1 without words.</summary>
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
