using System.Collections.Concurrent;
using Terminal.Gui.Drivers;

namespace TermNews.Tui.Terminal;

/// <summary>Reads keys, blocking until one arrives.</summary>
internal sealed class TerminalInput(UnixTty tty, int escapeMilliseconds, Action wakeLoop, Action terminalLost) : IInput<char>
{
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
            var count = tty.Read(bytes, _assembler.IsHolding ? escapeMilliseconds : -1);
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
