using System.Collections.Concurrent;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Reassembles what reads have split: multi-byte characters, and escape sequences, whose beginning is held back until the rest arrives or
/// times out.
/// </summary>
internal sealed class InputAssembler
{
    private readonly Decoder _decoder = new UTF8Encoding(false, false).GetDecoder();
    private readonly StringBuilder _held = new();

    /// <summary>An incomplete sequence is held back.</summary>
    public bool IsHolding => _held.Length > 0;

    /// <summary>Takes the result of a read; an empty one means that the rest timed out. True if characters were passed on.</summary>
    public bool Take(ReadOnlySpan<byte> bytes, ConcurrentQueue<char> queue)
    {
        var chars = new char[bytes.Length + 2];
        var count = _decoder.GetChars(bytes, chars, flush: false);
        var input = _held.Append(chars, 0, count).ToString();
        var unfinished = bytes.Length == 0 ? 0 : EscapeSequences.UnfinishedLength(input);
        _held.Clear().Append(input, input.Length - unfinished, unfinished);
        foreach (var c in input.AsSpan(0, input.Length - unfinished))
            queue.Enqueue(c);
        return unfinished < input.Length;
    }
}
