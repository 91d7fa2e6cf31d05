using System.Numerics;
using System.Text;

namespace TermNews.Core.Clusters;

/// <summary>A headline as the clusterer compares it: numbers instead of words, so that a hundred thousand of them fit into memory.</summary>
internal sealed class Headline
{
    /// <summary>What a pair of neighbouring words counts against a word.</summary>
    private const float PairWeight = 0.25f;

    private readonly int[] _terms;
    private readonly (int Word, int Number)[] _numbered;

    private Headline(IReadOnlyList<string> terms, string? label)
    {
        var (words, pairs) = (new List<int>(terms.Count), new List<long>(2 * terms.Count));
        List<(int Word, int Number)> numbered = [];
        _terms = new int[terms.Count];
        for (var at = 0; at < terms.Count; at++)
        {
            var (term, isNumber) = (TitleTerms.HashOf(terms[at]), TitleTerms.IsNumber(terms[at]));
            _terms[at] = term;
            (Series, Numbers) = isNumber ? (Series, Together(Numbers, term)) : (Together(Series, term), Numbers);
            if (!words.Contains(term))
                words.Add(term);
            if (at > 0 && PairOf(_terms[at - 1], term) is var pair && !pairs.Contains(pair))
                pairs.Add(pair);
            if (at > 0 && isNumber && !TitleTerms.IsNumber(terms[at - 1]))
                numbered.Add((_terms[at - 1], term));
        }
        (Words, _numbered) = ([.. words], [.. numbered]);
        pairs.AddRange(words.Select(word => (long)(uint)word));
        Features = [.. pairs];
        Array.Sort(Features);
        foreach (var term in label is null ? [] : TitleTerms.Of(label))
            Label = TitleTerms.IsNumber(term) ? Label : Together(Label, TitleTerms.HashOf(term));
        Script = ScriptOf(terms);
    }

    /// <summary>The hashes of its words, each once.</summary>
    public int[] Words { get; }

    /// <summary>Words and pairs of neighbouring words, each once and in ascending order.</summary>
    public long[] Features { get; }

    /// <summary>Stands for its words without numbers: the same for the issues of a series.</summary>
    public int Series { get; }

    /// <summary>Stands for its numbers; 0 where it has none.</summary>
    public int Numbers { get; }

    /// <summary>Stands for what it has before a colon, without numbers, as a column or an author of a feed of many: 0 where there is none.</summary>
    public int Label { get; }

    /// <summary>The script of most of it, as the first code point of a block of letters.</summary>
    public int Script { get; }

    /// <summary>Reads a title.</summary>
    public static Headline Of(string? title) => new(TitleTerms.Of(title), TitleTerms.LabelOf(title));

    /// <summary>Whether a feature is a word and no pair.</summary>
    public static bool IsWord(long feature) => feature is >= 0 and <= uint.MaxValue;

    /// <summary>What a feature counts, however much it tells.</summary>
    public static float WeightOf(long feature) => IsWord(feature) ? 1 : PairWeight;

    /// <summary>What a term counts as a word: two characters of a script that parts no words share one with the next two.</summary>
    public static double WordsIn(int term) => TitleTerms.IsOfScriptWithoutSpaces(term) ? 0.5 : 1;

    /// <summary>The two words of a pair; the same word twice for a word alone.</summary>
    public static (int First, int Second) WordsOf(long feature) =>
        IsWord(feature) ? ((int)(uint)feature, (int)(uint)feature) : ((int)(feature >> 32), (int)(uint)feature);

    /// <summary>Whether it is another issue of a series, where both are of the same feed; the same headline again is none.</summary>
    public bool IsOtherIssueThan(Headline other) =>
        DiffersInOneTermFrom(other)
        || (!_terms.AsSpan().SequenceEqual(other._terms) && ((Label != 0 && Label == other.Label) || IsNumberedOtherwiseThan(other)));

    /// <summary>Whether one term of it stands in the place of another, and all others are equal.</summary>
    public bool DiffersInOneTermFrom(Headline other) =>
        _terms.Length == other._terms.Length && _terms.Zip(other._terms).Count(pair => pair.First != pair.Second) == 1;

    /// <summary>Whether a word has one number after it here and another there, and none in both: "Part 1" and "Part 2", "Jan. 5" and "Jan. 6".</summary>
    public bool IsNumberedOtherwiseThan(Headline other) =>
        Array.Exists(_numbered, own => Array.Exists(other._numbered, theirs => theirs.Word == own.Word))
        && !Array.Exists(_numbered, own => Array.Exists(other._numbered, theirs => theirs == own));

    private static long PairOf(int first, int second) => ((long)first << 32) | (uint)second;

    /// <summary>Stands for terms and one more, in whatever order; never 0.</summary>
    private static int Together(int terms, int one)
    {
        const uint spread = 0x9E3779B1;
        var all = unchecked(terms + (int)(BitOperations.RotateLeft((uint)one * spread, 13) * spread));
        return all == 0 ? 1 : all;
    }

    /// <summary>Latin, Cyrillic, Greek, Arabic… by blocks of 256 code points; Han with kana, and Hangul, each count as one.</summary>
    private static int ScriptOf(IReadOnlyList<string> terms)
    {
        List<(int Block, int Count)> blocks = [];
        foreach (var term in terms)
        {
            if (TitleTerms.IsNumber(term))
                continue;
            var block = BlockOf(Rune.GetRuneAt(term, 0).Value);
            var at = blocks.FindIndex(known => known.Block == block);
            if (at < 0)
                blocks.Add((block, 1));
            else
                blocks[at] = (block, blocks[at].Count + 1);
        }
        return blocks.Count == 0 ? -1 : blocks.MinBy(known => (-known.Count, known.Block)).Block;
    }

    private static int BlockOf(int code) => code < 0x250 ? 0
        : code is >= 0x3040 and < 0x3100 or >= 0x3400 and < 0xA000 ? 0x3400
        : code is >= 0xAC00 and < 0xD7B0 ? 0xAC00 : code & ~0xFF;
}
