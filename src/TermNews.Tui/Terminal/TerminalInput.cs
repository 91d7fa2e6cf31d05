using System.Collections.Concurrent;
using Terminal.Gui.Drivers;
using TermNews.Tui.Terminal.Sequences;

namespace TermNews.Tui.Terminal;

/// <summary>Reads keys, blocking until one arrives.</summary>
internal sealed class TerminalInput(UnixTty tty, int escapeMilliseconds, Action wakeLoop, Action terminalLost) : IInput<char>
{
    /// <summary>
    /// The silence after which a paste is over: longer than any pause within one on a slow link (a lost TCP segment is sent again after
    /// 1 s, RFC 6298 §2), and short enough that a reader tries a key once more.
    /// </summary>
    private const int PasteMilliseconds = 2000;

    private readonly InputAssembler _assembler = new();
    private ConcurrentQueue<char> _queue = new();

    public CancellationTokenSource? ExternalCancellationTokenSource { get; set; }

    public void Initialize(ConcurrentQueue<char> inputQueue) => _queue = inputQueue;

    public void Run(CancellationToken runCancellationToken)
    {
        tty.EnterRaw();
        using var stopping = runCancellationToken.Register(tty.Wake);
        var bytes = new byte[4096];
        while (!runCancellationToken.IsCancellationRequested)
        {
            var count = tty.Read(bytes, _assembler.IsHolding ? escapeMilliseconds : _assembler.IsPasting ? PasteMilliseconds : -1);
            if (count < 0)
            {
                terminalLost();
                return;
            }
            if (_assembler.Take(bytes.AsSpan(0, count), _queue))
                wakeLoop();
        }
    }

    public void Dispose() => tty.LeaveRaw();
}
