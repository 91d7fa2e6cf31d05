namespace TermNews.Tui.Terminal;

/// <summary>Knows where an escape sequence ends, so that one a slow line has split stays one key.</summary>
internal static class EscapeSequences
{
    private const char Escape = '\e';

    /// <summary>How many characters at the end of the input are the beginning of a sequence whose rest has not come yet.</summary>
    public static int UnfinishedLength(ReadOnlySpan<char> input)
    {
        var start = input.LastIndexOf(Escape);
        if (start < 0)
            return 0;
        var sequence = input[start..];
        if (sequence.Length == 1)
            return start > 0 && input[start - 1] == Escape ? 2 : 1;
        return IsUnfinished(sequence) ? sequence.Length : 0;
    }

    private static bool IsUnfinished(ReadOnlySpan<char> sequence) => sequence[1] switch
    {
        '[' => sequence[2..].IndexOfAnyInRange('\x40', '\x7E') < 0 && sequence.Length < 64,
        'O' => sequence.Length == 2,
        ']' or 'P' => !sequence.Contains('\a') && sequence.Length < 1024,
        _ => false,
    };
}
