namespace TermNews.Tui.Terminal.Sequences;

/// <summary>Recognises incomplete escape sequences, so that a sequence split by a slow connection stays one key.</summary>
internal static class EscapeSequences
{
    private const char Escape = '\e';

    /// <summary>The length of the incomplete sequence at the end of the input; 0 without one.</summary>
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
