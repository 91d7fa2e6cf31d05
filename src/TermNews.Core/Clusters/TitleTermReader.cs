namespace TermNews.Core.Clusters;

/// <summary>Reads the terms of a title one by one, without allocating strings.</summary>
internal ref struct TitleTermReader
{
    /// <summary>Further terms are ignored.</summary>
    public const int MostTerms = 40;

    private const int ShortestPlural = 4;

    private readonly Span<char> _text;
    private int _at;
    private int _read;
    private int _charactersFrom = -1;   // Index of the previous character, if of a script without spaces.

    public TitleTermReader(string? title) => _text = Letters(title);

    /// <summary>The term at the present position.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Advances to the next term; false at the end.</summary>
    public bool Read()
    {
        while (_at < _text.Length && _read < MostTerms)
        {
            var rune = RuneAt(_at);
            var term = TitleTerms.IsWithoutSpaces(rune.Value) ? Characters(rune) : Rune.IsLetterOrDigit(rune) ? Word() : Pass(rune);
            if (term.IsEmpty)
                continue;
            Current = term;
            _read++;
            return true;
        }
        return false;
    }

    /// <summary>A character with the previous one; empty if that is of another kind.</summary>
    private ReadOnlySpan<char> Characters(Rune rune)
    {
        var (from, own) = (_charactersFrom, _at);
        (_charactersFrom, _at) = (own, own + rune.Utf16SequenceLength);
        return from < 0 ? [] : _text[from.._at];
    }

    private ReadOnlySpan<char> Word()
    {
        var from = _at;
        while (_at < _text.Length && LengthInWord(_at) is > 0 and var length)
            _at += length;
        _charactersFrom = -1;
        return Stem(_text[from.._at]);
    }

    private ReadOnlySpan<char> Pass(Rune rune)
    {
        (_charactersFrom, _at) = (-1, _at + rune.Utf16SequenceLength);
        return [];
    }

    /// <summary>UTF-16 units of the character if it continues a word; 0 otherwise.</summary>
    private readonly int LengthInWord(int at)
    {
        if (char.IsAscii(_text[at]))
            return char.IsAsciiLetterOrDigit(_text[at]) || _text[at] == '\'' ? 1 : 0;
        var rune = RuneAt(at);
        var goesOn = rune.Value == '’' || (!TitleTerms.IsWithoutSpaces(rune.Value)
            && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark));
        return goesOn ? rune.Utf16SequenceLength : 0;
    }

    private readonly Rune RuneAt(int at)
    {
        Rune.DecodeFromUtf16(_text[at..], out var rune, out _);
        return rune;
    }

    /// <summary>Removes possessive and plural endings and apostrophes, in place.</summary>
    private static ReadOnlySpan<char> Stem(Span<char> word)
    {
        var apostrophe = word.IndexOfAny('\'', '’');
        if (apostrophe >= 0)
            word = word[(apostrophe + 1)..] is "s" or "" ? word[..apostrophe] : WithoutApostrophes(word);
        if (word.Length > ShortestPlural && word.EndsWith("ies"))
        {
            word[^3] = 'y';
            return word[..^2];
        }
        return word.Length >= ShortestPlural && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }

    private static Span<char> WithoutApostrophes(Span<char> word)
    {
        var kept = 0;
        foreach (var c in word)
        {
            if (c is not ('\'' or '’'))
                word[kept++] = c;
        }
        return word[..kept];
    }

    /// <summary>The title in lower case, without accents and format characters.</summary>
    private static Span<char> Letters(string? title)
    {
        if (string.IsNullOrEmpty(title))
            return [];
        if (!Ascii.IsValid(title))
            return WithoutMarks(WithoutAccents(title.ToLowerInvariant()));
        var letters = new char[title.Length];
        title.AsSpan().ToLowerInvariant(letters);
        return letters;
    }

    private static Span<char> WithoutMarks(string text)
    {
        var (letters, kept) = (new char[text.Length], 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                kept += rune.EncodeToUtf16(letters.AsSpan(kept));
        }
        return letters.AsSpan(0, kept);
    }

    /// <summary>NFD, whose combining accents are removed later; NFC again for Hangul, whose syllables must stay whole.</summary>
    private static string WithoutAccents(string text)
    {
        var apart = UnicodeForms.Nfd(text);
        return apart.AsSpan().ContainsAnyInRange('\u1100', '\u11FF')
            ? UnicodeForms.Nfc(string.Concat(apart.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)))
            : apart;
    }
}
