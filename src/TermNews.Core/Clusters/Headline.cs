using System.Text;

namespace TermNews.Core.Clusters;

/// <summary>A headline as the clusterer compares it.</summary>
internal sealed class Headline
{
    /// <summary>What a pair of neighbouring words counts against a word.</summary>
    private const double PairWeight = 0.4;

    private Headline(IReadOnlyList<string> terms)
    {
        Dictionary<long, double> features = [];
        List<int> words = [.. terms.Select(term => (int)Hash(term))];
        foreach (var word in words)
            features[(uint)word] = 1;
        foreach (var (first, second) in words.Zip(words.Skip(1)))
            features.TryAdd(((long)first << 32) | (uint)second, PairWeight);
        (Words, Features) = ([.. words.Distinct()], features);
        _terms = terms;
        Series = string.Join(' ', terms.Where(term => !TitleTerms.IsNumber(term)).Order(StringComparer.Ordinal));
        Numbers = string.Join(' ', terms.Where(TitleTerms.IsNumber).Order(StringComparer.Ordinal));
        Script = ScriptOf(terms);
    }

    private readonly IReadOnlyList<string> _terms;

    /// <summary>Whether one term of it stands in the place of another, and all others are equal.</summary>
    public bool DiffersInOneTermFrom(Headline other) =>
        _terms.Count == other._terms.Count && _terms.Zip(other._terms).Count(pair => pair.First != pair.Second) == 1;

    /// <summary>The hashes of its words.</summary>
    public IReadOnlyList<int> Words { get; }

    /// <summary>Words and pairs of neighbouring words, with what they count.</summary>
    public IReadOnlyDictionary<long, double> Features { get; }

    /// <summary>Its words without numbers: the same for the issues of a series.</summary>
    public string Series { get; }

    /// <summary>Its numbers.</summary>
    public string Numbers { get; }

    /// <summary>The script of most of it, as the first code point of a block of letters.</summary>
    public int Script { get; }

    /// <summary>Reads a title.</summary>
    public static Headline Of(string? title) => new(TitleTerms.Of(title));

    /// <summary>The two words of a pair; the same word twice for a word alone.</summary>
    public static (int First, int Second) WordsOf(long feature) =>
        feature is >= 0 and <= uint.MaxValue ? ((int)(uint)feature, (int)(uint)feature) : ((int)(feature >> 32), (int)(uint)feature);

    /// <summary>The same in every run (FNV-1a), unlike <see cref="string.GetHashCode()"/>, and never 0 in its upper half of a pair.</summary>
    private static uint Hash(string text)
    {
        var hash = text.Aggregate(2166136261, (sum, c) => unchecked((sum ^ c) * 16777619));
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Latin, Cyrillic, Greek, Arabic… by blocks of 128 code points; Han, kana and Hangul each count as one.</summary>
    private static int ScriptOf(IReadOnlyList<string> terms) => terms
        .Where(term => !TitleTerms.IsNumber(term))
        .Select(term => Rune.GetRuneAt(term, 0).Value)
        .Select(code => code < 0x250 ? 0 : code is >= 0x3040 and < 0x3100 or >= 0x3400 and < 0xA000 ? 0x3400 : code is >= 0xAC00 and < 0xD7B0 ? 0xAC00 : code & ~0xFF)
        .GroupBy(block => block).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
        .Select(group => group.Key).FirstOrDefault(-1);
}
