using System.Collections.Concurrent;
using System.Text;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Puts together what reads have split: characters of several bytes, and escape sequences, whose beginning is held back
/// until the rest is there or the time for it is up.
/// </summary>
internal sealed class InputAssembler
{
    private readonly Decoder _decoder = new UTF8Encoding(false, false).GetDecoder();
    private readonly StringBuilder _held = new();

    /// <summary>Something waits for its rest.</summary>
    public bool IsHolding => _held.Length > 0;

    /// <summary>Takes what was read; nothing read means that the time for the rest is up. True where characters went on.</summary>
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
