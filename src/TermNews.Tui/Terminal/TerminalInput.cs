using System.Collections.Concurrent;
using System.Text;
using Terminal.Gui.Drivers;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Reads keys, sleeping until one comes. Characters and escape sequences that a read has split arrive whole: a sequence's
/// beginning is held back until its rest is there or the time for it is up.
/// </summary>
internal sealed class TerminalInput(UnixTty tty, int escapeMilliseconds, Action wakeLoop, Action terminalLost) : IInput<char>
{
    private readonly Decoder _decoder = new UTF8Encoding(false, false).GetDecoder();
    private readonly StringBuilder _held = new();
    private ConcurrentQueue<char>? _queue;

    public CancellationTokenSource? ExternalCancellationTokenSource { get; set; }

    public void Initialize(ConcurrentQueue<char> inputQueue) => _queue = inputQueue;

    public void Run(CancellationToken runCancellationToken)
    {
        tty.EnterRaw();
        using var stopping = runCancellationToken.Register(tty.Wake);
        var bytes = new byte[4096];
        while (!runCancellationToken.IsCancellationRequested)
        {
            var count = tty.Read(bytes, _held.Length > 0 ? escapeMilliseconds : -1);
            if (count < 0)
            {
                terminalLost();
                return;
            }
            if (!runCancellationToken.IsCancellationRequested)
                Take(bytes.AsSpan(0, count));
        }
    }

    /// <summary>What was read goes to the loop; nothing read means that the time for the rest of a sequence is up.</summary>
    internal void Take(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = new char[bytes.Length + 2];
        var count = _decoder.GetChars(bytes, chars, flush: false);
        _held.Append(chars[..count]);
        var input = _held.ToString();
        var unfinished = bytes.Length == 0 ? 0 : EscapeSequences.UnfinishedLength(input);
        _held.Clear().Append(input, input.Length - unfinished, unfinished);
        foreach (var c in input.AsSpan(0, input.Length - unfinished))
            _queue?.Enqueue(c);
        if (unfinished < input.Length)
            wakeLoop();
    }

    public void Dispose() => tty.LeaveRaw();
}
