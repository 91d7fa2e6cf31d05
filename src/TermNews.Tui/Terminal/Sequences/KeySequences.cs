namespace TermNews.Tui.Terminal.Sequences;

/// <summary>
/// Takes out of the input the key sequences that the toolkit's parser does not know and fails on, and turns those that other terminals
/// send for keys that it knows into its own. Forms: <c>CSI n ~</c> and <c>CSI n ; m ~</c> (ECMA-48 §5.4 with the private final
/// <c>~</c> of DEC VT220), <c>CSI 27 ; m ; c ~</c> (xterm's modifyOtherKeys) and <c>CSI c ; m u</c> (fixterms, kitty).
/// </summary>
internal static class KeySequences
{
    private const string Introducer = "\e[";
    private const int OtherKey = 27;   // The first number of modifyOtherKeys.

    /// <summary>The input without what the parser does not know; complete sequences only.</summary>
    public static string OnlyKnown(string input)
    {
        var start = input.IndexOf(Introducer, StringComparison.Ordinal);
        if (start < 0)
            return input;
        var known = new StringBuilder(input.Length).Append(input, 0, start);
        while (start < input.Length)
        {
            var length = LengthOf(input.AsSpan(start));
            known.Append(Known(input.AsSpan(start, length)));
            start += length;
            var next = input.IndexOf(Introducer, start, StringComparison.Ordinal);
            next = next < 0 ? input.Length : next;
            known.Append(input, start, next - start);
            start = next;
        }
        return known.ToString();
    }

    /// <summary>The length of the control sequence at the start; the introducer alone where it has no end.</summary>
    private static int LengthOf(ReadOnlySpan<char> input)
    {
        var end = input[Introducer.Length..].IndexOfAnyExceptInRange('\x20', '\x3F');   // Parameter and intermediate bytes.
        return end >= 0 && input[Introducer.Length + end] is >= '\x40' and <= '\x7E' ? Introducer.Length + end + 1 : Introducer.Length;
    }

    private static ReadOnlySpan<char> Known(ReadOnlySpan<char> sequence)
    {
        if (sequence.Length == Introducer.Length)
            return sequence;
        var parameters = sequence[Introducer.Length..^1];
        return sequence[^1] switch
        {
            '~' => KnownKeypad(sequence, parameters),
            'u' when parameters.Length > 0 && char.IsAsciiDigit(parameters[0]) => IsCharacter(FirstOf(parameters)) ? sequence : [],
            _ => sequence,
        };
    }

    private static ReadOnlySpan<char> KnownKeypad(ReadOnlySpan<char> sequence, ReadOnlySpan<char> parameters)
    {
        var number = FirstOf(parameters);
        var rest = parameters.IndexOf(';') is >= 0 and var at ? parameters[at..] : [];
        return number switch
        {
            7 => $"{Introducer}1{rest}~",   // Home in rxvt.
            8 => $"{Introducer}4{rest}~",   // End in rxvt.
            OtherKey => OfOtherKey(rest),
            (>= 1 and <= 6) or (>= 11 and <= 15) or (>= 17 and <= 21) or 23 or 24 or 200 or 201 => sequence,
            _ => [],
        };
    }

    /// <summary><c>CSI 27 ; m ; c ~</c> is <c>CSI c ; m u</c>.</summary>
    private static ReadOnlySpan<char> OfOtherKey(ReadOnlySpan<char> modifierAndCharacter)
    {
        if (modifierAndCharacter.Length == 0 || modifierAndCharacter[1..].IndexOf(';') is not (> 0 and var at))
            return [];
        var modifier = modifierAndCharacter[1..(at + 1)];
        var character = FirstOf(modifierAndCharacter[(at + 2)..]);
        return IsCharacter(character) && FirstOf(modifier) >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Introducer}{character};{modifier}u")
            : [];
    }

    /// <summary>The first number; -1 where there is none or it is too large.</summary>
    private static int FirstOf(ReadOnlySpan<char> parameters)
    {
        var end = parameters.IndexOfAny(';', ':');
        return int.TryParse(end < 0 ? parameters : parameters[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : -1;
    }

    private static bool IsCharacter(int number) => number > 0 && Rune.IsValid(number);
}
