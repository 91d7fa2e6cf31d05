using System.Collections.Concurrent;

namespace TermNews.Tui.Terminal.Sequences;

/// <summary>
/// Reassembles what reads have split: multi-byte characters, and escape sequences, whose beginning is held back until the rest arrives or
/// times out. Ends a paste that the terminal does not end.
/// </summary>
internal sealed class InputAssembler
{
    private const string PasteStart = "\e[200~", PasteEnd = "\e[201~";   // Bracketed paste (xterm, DECSET 2004).
    private readonly Decoder _decoder = new UTF8Encoding(false, false).GetDecoder();
    private readonly StringBuilder _held = new();

    /// <summary>An incomplete sequence is held back.</summary>
    public bool IsHolding => _held.Length > 0;

    /// <summary>The end of a paste has not come yet.</summary>
    public bool IsPasting { get; private set; }

    /// <summary>Takes the result of a read; an empty one means that the rest timed out. True if characters were passed on.</summary>
    public bool Take(ReadOnlySpan<byte> bytes, ConcurrentQueue<char> queue)
    {
        var chars = new char[bytes.Length + 2];
        var count = _decoder.GetChars(bytes, chars, flush: false);
        var input = _held.Append(chars, 0, count).ToString();
        var unfinished = bytes.Length == 0 ? 0 : EscapeSequences.UnfinishedLength(input);
        _held.Clear().Append(input, input.Length - unfinished, unfinished);
        var complete = KeySequences.OnlyKnown(input[..^unfinished]);
        if (bytes.Length == 0 && IsPasting && input.Length == 0)
            complete = PasteEnd;   // The link was cut within the paste, or the terminal lost its end: keys are keys again.
        IsPasting = complete.LastIndexOf(PasteStart, StringComparison.Ordinal) is var start
            && complete.LastIndexOf(PasteEnd, StringComparison.Ordinal) is var end
            && (start == end ? IsPasting : start > end);
        foreach (var c in complete)
            queue.Enqueue(c);
        return complete.Length > 0;
    }
}
