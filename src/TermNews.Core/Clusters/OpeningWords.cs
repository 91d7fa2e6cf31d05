using System.Numerics;

namespace TermNews.Core.Clusters;

/// <summary>
/// Tokenises a title or a lead into hashed words without allocating strings. Short words are dropped; scripts without spaces give pairs of
/// characters. An instance is reused from text to text.
/// </summary>
internal sealed class OpeningWords
{
    /// <summary>Limits the cost. In the tests 20 to 120 give the same pairs.</summary>
    private const int MostWords = 60;

    /// <summary>
    /// Length of the lead read from the database, in UTF-16 units. In the tests 160 to 600 give the same pairs; 110 joins a wrong one.
    /// </summary>
    private const int MostCharacters = 220;

    /// <summary>In UTF-16 units. In the tests 3 joins one wrong pair and 92 % of the right ones, 5 joins twelve wrong ones.</summary>
    private const int ShortestWord = 4;

    /// <summary>Shingles kept per lead. In the tests 1 to 5 give the same pairs.</summary>
    private const int MostShingles = 3;

    /// <summary>
    /// Words, or pairs of characters, of a shingle. In the tests 3 to 10 give the same pairs; short ones meet more stories to compare.
    /// </summary>
    private const int WordsOfShingle = 6;

    private readonly List<int> _all = [], _words = [], _figures = [], _names = [], _capitals = [];

    /// <summary>Numbers and words of four letters or more, in text order.</summary>
    public Span<int> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>Numbers in text order, with decimal and thousands separators ("5.2").</summary>
    public Span<int> Figures => CollectionsMarshal.AsSpan(_figures);

    /// <summary>Capitalised words inside a sentence, in text order: names, and in German all nouns.</summary>
    public Span<int> Names => CollectionsMarshal.AsSpan(_names);

    /// <summary>Capitalised words at any position, in text order.</summary>
    public Span<int> Capitals => CollectionsMarshal.AsSpan(_capitals);

    /// <summary>Reads the beginning of a text, replacing the previous one. Null is empty.</summary>
    public void Read(string? text)
    {
        foreach (var words in (ReadOnlySpan<List<int>>)[_all, _words, _figures, _names, _capitals])
            words.Clear();
        var rest = text.AsSpan();
        rest = rest[..Math.Min(rest.Length, MostCharacters)];
        var begins = true;
        while (!rest.IsEmpty && _words.Count < MostWords)
        {
            var length = LengthOfWord(rest);
            if (length > 0)
                Add(rest[..length], begins);
            begins = length == 0 && (rest[0] == ' ' ? begins : rest[0] is not (',' or '-' or '\'' or '’'));
            rest = rest[Math.Max(1, length)..];
        }
    }

    /// <summary>The least hashes of the shingles, ascending; empty for a short text.</summary>
    public int[] Shingles()
    {
        Span<uint> least = stackalloc uint[MostShingles];
        least.Fill(uint.MaxValue);
        var all = CollectionsMarshal.AsSpan(_all);
        for (var at = 0; at + WordsOfShingle <= all.Length; at++)
        {
            var run = 0u;
            foreach (var word in all.Slice(at, WordsOfShingle))
                run = (BitOperations.RotateLeft(run, 5) ^ (uint)word) * 0x9E3779B1;
            Keep(run ^ (run >> 15), least);
        }
        var found = least.IndexOf(uint.MaxValue);
        return MemoryMarshal.Cast<uint, int>(found < 0 ? least : least[..found]).ToArray();
    }

    private static void Keep(uint shingle, Span<uint> least)
    {
        for (var at = 0; at < least.Length && shingle != least[at]; at++)
        {
            if (shingle < least[at])
                (shingle, least[at]) = (least[at], shingle);
        }
    }

    private void Add(ReadOnlySpan<char> word, bool begins)
    {
        if (IsHttp(word) && word.Contains('/'))
            return;
        if (IsOfScriptWithoutSpaces(word[0]))
        {
            for (var at = 0; at + 1 < word.Length; at++)
                AddWord(HashOf(word.Slice(at, 2)), tells: !IsHiragana(word[at]) && !IsHiragana(word[at + 1]));
            return;
        }
        var (hash, isNumber, isLong) = (HashOf(word), char.IsDigit(word[0]), word.Length >= ShortestWord);
        if (isNumber)
            _figures.Add(hash);
        else if (isLong && char.IsUpper(word[0]))
            AddCapital(hash, begins);
        AddWord(hash, tells: isNumber || isLong);
    }

    private void AddCapital(int word, bool begins)
    {
        _capitals.Add(word);
        if (!begins)
            _names.Add(word);
    }

    private void AddWord(int word, bool tells)
    {
        _all.Add(word);
        if (tells)
            _words.Add(word);
    }

    /// <summary>Length of the word, number, address or run of characters at the start of a text, in UTF-16 units; 0 for none.</summary>
    private static int LengthOfWord(ReadOnlySpan<char> text)
    {
        if (!IsInside(text, 0))
            return 0;
        if (IsHttp(text) && text[4..].IndexOf("://") is 0 or 1)
            return text.IndexOfAny(' ', '\n') is >= 0 and var end ? end : text.Length;
        var ofCharacters = IsOfScriptWithoutSpaces(text[0]);
        var at = 1;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at])
            ? !ofCharacters : IsInside(text, at) && IsOfScriptWithoutSpaces(text[at]) == ofCharacters))
        {
            at++;
        }
        return at;
    }

    private static bool IsHttp(ReadOnlySpan<char> text) =>
        text[0] is 'h' or 'H' && text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsInside(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c))
            return true;
        if (c is '.' or ',' or ':')
            return at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
        return c > 0x7F && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    private static int HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
            hash = unchecked((hash ^ (char.IsAscii(c) ? LowerAscii(c) : char.ToLowerInvariant(c))) * 16777619);
        return (int)(hash ^ (hash >> 17));
    }

    private static char LowerAscii(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    private static bool IsHiragana(char c) => c is >= '\u3040' and <= '\u309F';

    private static bool IsOfScriptWithoutSpaces(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
        or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' || char.IsSurrogate(c);
}
