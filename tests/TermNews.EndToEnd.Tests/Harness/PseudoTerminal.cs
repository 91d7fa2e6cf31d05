using System.Diagnostics;
using System.Text;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>
/// A program on a pseudo-terminal of its own, with nothing in between: every byte that goes either way is known. It answers no
/// questions and draws nothing; what the bytes mean is for <see cref="SentBytes"/>, or for tmux (<see cref="Terminal"/>).
/// </summary>
internal sealed class PseudoTerminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    private readonly PtyDevice _device;
    private readonly Process _process;
    private readonly List<byte> _received = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private long _lastByte = TimeProvider.System.GetTimestamp();

    private PseudoTerminal(PtyDevice device, byte[] modesBefore, Process process)
    {
        (_device, ModesBefore, _process) = (device, modesBefore, process);
        _reading = Task.Factory.StartNew(Receive, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public byte[] ModesBefore { get; }

    public int ProcessId => _process.Id;

    /// <summary>How many bytes came so far.</summary>
    public int Count
    {
        get
        {
            lock (_received)
                return _received.Count;
        }
    }

    /// <summary>Starts the reader at an xterm, unless the environment says something else ("NAME=value").</summary>
    public static PseudoTerminal Start(Sandbox sandbox, int columns, int rows, string[]? environment = null, params string[] arguments) =>
        StartProgram(sandbox, columns, rows, environment, [Installed.Binary, .. arguments]);

    public static PseudoTerminal StartProgram(Sandbox sandbox, int columns, int rows, string[]? environment, params string[] command)
    {
        var device = new PtyDevice(columns, rows);
        var modesBefore = device.Modes();   // Before the program can have changed them.
        // The process that is started here becomes the leader of a session on this terminal, and then the program: one process id
        // throughout.
        var start = new ProcessStartInfo("sh",
            ["-c", "line=$1; shift; exec setsid --ctty \"$@\" <\"$line\" >\"$line\" 2>&1", "sh", device.Path,
             "env", "--default-signal=HUP,INT,QUIT",   // Background jobs of a shell and of nohup ignore them, and the tests may be one.
             .. Sandbox.Wiped, "TERM=xterm-256color", .. environment ?? [], .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in sandbox.Environment)
            start.Environment[name] = value;
        foreach (var name in new[] { "COLORTERM", "TMUX", "STY", "TERM_PROGRAM", "DISPLAY", "WAYLAND_DISPLAY", "VTE_VERSION" })
            start.Environment.Remove(name);
        return new PseudoTerminal(device, modesBefore, Process.Start(start) ?? throw new InvalidOperationException("sh did not start."));
    }

    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public void Send(byte[] bytes) => _device.Write(bytes);

    /// <summary>
    /// Sends the parts of one key, character or paste, as a slow line does. Until the last part is there the program says nothing.
    /// </summary>
    public async Task SendSplitAsync(TimeSpan pause, params byte[][] parts)
    {
        await SettleAsync();
        var before = Count;
        foreach (var part in parts[..^1])
        {
            Send(part);
            await WaitForMoreAsync(before, pause);
            Assert.Equal(before, Count);
        }
        Send(parts[^1]);
    }

    public void Resize(int columns, int rows) => _device.Resize(columns, rows);

    /// <summary>Sends a signal to the program.</summary>
    public void Signal(int signal) => PtyDevice.Signal(_process.Id, signal);

    /// <summary>What came since a count of bytes.</summary>
    public SentBytes Since(int count)
    {
        lock (_received)
            return new SentBytes([.. _received.Skip(count)]);
    }

    /// <summary>Waits until the bytes since a count hold a text.</summary>
    public async Task<SentBytes> WaitForAsync(string text, int since = 0)
    {
        var sent = Since(since);
        await UntilAsync(
            () => (sent = Since(since)).Text.Contains(text, StringComparison.Ordinal), () => $"Waited in vain for '{text}'. {Tail(sent)}");
        return sent;
    }

    /// <summary>Waits until a text was copied through the terminal (OSC 52).</summary>
    public Task WaitForCopyAsync(string text)
    {
        var sequence = $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}";
        return UntilAsync(() => Since(0).Raw.Contains(sequence, StringComparison.Ordinal), () => $"'{text}' was not copied.");
    }

    /// <summary>Has everything drawn anew (Ctrl-L) until a text is there, and gives what was drawn.</summary>
    public async Task<SentBytes> RepaintUntilAsync(string text)
    {
        SentBytes drawn;
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            drawn = await RepaintAsync();
            if (drawn.Text.Contains(text, StringComparison.Ordinal))
                return drawn;
        }
        while (TimeProvider.System.GetElapsedTime(start) < Patience);
        throw new TimeoutException($"Waited in vain for '{text}' to be drawn. {Tail(drawn)}");
    }

    /// <summary>Opens the selected story, and the box for a comment on it.</summary>
    public async Task OpenCommentBoxAsync()
    {
        Send("\r");
        await WaitForAsync("The article on ");
        Send("c");
        await WaitForAsync("/ 300");
    }

    /// <summary>Has everything drawn anew (Ctrl-L), and gives what was drawn.</summary>
    public Task<SentBytes> RepaintAsync() => PressAsync("\f");

    /// <summary>Types, waits for the answer and until nothing more comes, and gives the answer.</summary>
    public async Task<SentBytes> PressAsync(string keys)
    {
        var before = Count;
        Send(keys);
        await UntilAsync(() => Count > before, () => "Nothing came back for a key.");
        await SettleAsync();
        return Since(before);
    }

    /// <summary>Waits until the program has sent nothing for a moment.</summary>
    public Task SettleAsync() =>
        UntilAsync(() => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _lastByte)) >= Quiet,
            () => "The program never stops sending.");

    /// <summary>Waits for a byte behind those that came so far, no longer than so long.</summary>
    public async Task WaitForMoreAsync(int before, TimeSpan patience)
    {
        try
        {
            await UntilAsync(() => Count > before, () => "Nothing came.", patience);
        }
        catch (TimeoutException)
        {
            // Whoever waits looks at the count.
        }
    }

    /// <summary>Waits until the program has ended; gives its exit status and how long it took.</summary>
    public async Task<(int Status, TimeSpan Took)> WaitForExitAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        await _process.WaitForExitAsync(limit.Token);
        var took = TimeProvider.System.GetElapsedTime(start);
        if (!_stop.IsCancellationRequested)
            await SettleAsync();
        return (_process.ExitCode, took);
    }

    /// <summary>Closes the terminal under the program.</summary>
    public async Task HangUpAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _device.HangUp();
    }

    /// <summary>Asserts that everything the program switched on was switched off again, and that the line is as it was.</summary>
    public void AssertRestored()
    {
        Assert.Equal(ModesBefore, _device.Modes());
        Assert.Empty(Since(0).LeftOn);
    }

    /// <summary>Asserts that the program runs and the line is its own: what is typed is not echoed by the kernel.</summary>
    public void AssertRaw() => Assert.NotEqual(ModesBefore, _device.Modes());

    private static string Tail(SentBytes sent) => $"It sent:\n{sent.Text}";

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo, Func<string> complaint, TimeSpan? patience = null)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        var start = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(start) > (patience ?? Patience))
                throw new TimeoutException(complaint());
            await timer.WaitForNextTickAsync(Token);
        }
    }

    private void Receive()
    {
        var buffer = new byte[65536];
        while (!_stop.IsCancellationRequested)
        {
            var count = _device.Read(buffer, 50);
            if (count < 0)
                return;
            if (count == 0)
                continue;
            lock (_received)
                _received.AddRange(buffer.AsSpan(0, count));
            Interlocked.Exchange(ref _lastByte, TimeProvider.System.GetTimestamp());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _stop.CancelAsync();
        await _reading;
        _device.Dispose();
        _process.Dispose();
        _stop.Dispose();
    }
}
