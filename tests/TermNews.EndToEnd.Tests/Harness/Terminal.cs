using System.Globalization;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>
/// <c>termnews</c> in a real terminal: a tmux server of its own, without a configuration. After the program has ended the terminal
/// stays open, so that what it left behind can be looked at.
/// </summary>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);
    private const string Epitaph = "ended with status ";

    /// <summary>Tells its process id, becomes the program; the outer shell tells how that ended and keeps the terminal open.</summary>
    private const string Wrapper = """
        sh -c 'echo $$ > "$TEST_PID_FILE"; exec "$0" "$@"' "$@"
        printf '\n%s%s.\n' 'ended with status ' "$?"
        exec cat
        """;

    private readonly Sandbox _sandbox;
    private readonly string _socket;

    private Terminal(Sandbox sandbox) =>
        (_sandbox, _socket) = (sandbox, "termnews-test-" + Guid.NewGuid().ToString("N")[..6]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string PidFile => _sandbox.PathOf(_socket + ".pid");

    private string SentFile => _sandbox.PathOf(_socket + ".sent");

    public static Task<Terminal> StartAsync(Sandbox sandbox, int columns, int rows, params string[] arguments) =>
        StartAsync(sandbox, columns, rows, [], [Installed.Binary, .. arguments]);

    /// <summary>Starts it in a terminal that calls itself something else.</summary>
    public static Task<Terminal> StartAsAsync(string term, Sandbox sandbox, int columns, int rows, params string[] arguments) =>
        StartAsync(sandbox, columns, rows, ["TERM=" + term], [Installed.Binary, .. arguments]);

    /// <summary>Starts a program; its environment can say what the terminal is ("TERM=vt100").</summary>
    public static async Task<Terminal> StartAsync(Sandbox sandbox, int columns, int rows, string[] environment, string[] command)
    {
        var terminal = new Terminal(sandbox);
        await terminal.TmuxAsync([
            "new-session", "-d", "-x", $"{columns}", "-y", $"{rows}", "--",
            "env", .. Sandbox.Wiped, "TERM=tmux-256color", "TEST_PID_FILE=" + terminal.PidFile, .. environment,
            "sh", "-c", Wrapper, "sh", .. command,
            ";", "pipe-pane", "cat > '" + terminal.SentFile + "'"]);
        return terminal;
    }

    /// <summary>Everything that was sent to the terminal so far.</summary>
    public Task<string> ReadSentAsync() => File.ReadAllTextAsync(SentFile, Token);

    /// <summary>What the terminal shows.</summary>
    public async Task<string> CaptureAsync() => (await TmuxAsync(["capture-pane", "-p"])).Output;

    /// <summary>Waits until a text is on the screen, and gives the screen.</summary>
    public Task<string> WaitForAsync(string text) =>
        WaitAsync(screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}' to appear");

    /// <summary>Waits until a text is no longer on the screen, and gives the screen.</summary>
    public Task<string> WaitForGoneAsync(string text) =>
        WaitAsync(screen => !screen.Contains(text, StringComparison.Ordinal), $"'{text}' to go away");

    public async Task<string> WaitAsync(Func<string, bool> isThere, string what)
    {
        var screen = "";
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            screen = await CaptureAsync();
            if (isThere(screen))
                return screen;
        }
        while (TimeProvider.System.GetElapsedTime(start) < Patience && await timer.WaitForNextTickAsync(Token));
        throw new TimeoutException($"Waited in vain for {what}. The screen:\n{screen}");
    }

    /// <summary>Waits until the screen stays as it is for a moment, and gives it, with the looks of all that can be seen.</summary>
    public async Task<string> WaitUntilSettledAsync()
    {
        const int Looks = 5;
        var (screen, same) = ("", 0);
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        while (same < Looks)
        {
            await timer.WaitForNextTickAsync(Token);
            var now = await CaptureLooksAsync();
            (screen, same) = now == screen ? (screen, same + 1) : (now, 0);
        }
        return screen;
    }

    /// <summary>Asserts that the screen, as many small changes have left it, is what the program draws on an empty one.</summary>
    public async Task AssertSameWhenDrawnAnewAsync(string when)
    {
        var before = await WaitUntilSettledAsync();
        await TmuxAsync(["send-keys", "-R"]);   // tmux forgets everything: the screen is empty now.
        await PressAsync("C-l");
        var after = "";
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        for (var start = TimeProvider.System.GetTimestamp();
             after != before && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(6);
             await timer.WaitForNextTickAsync(Token))
            after = await CaptureLooksAsync();
        var rows = before.Split('\n').Zip(after.Split('\n')).Where(row => row.First != row.Second)
            .Select(row => $"\n  {row.First}\n  {row.Second}");
        Assert.True(before == after, $"{when}: rows differ from what is drawn anew:{string.Concat(rows)}");
    }

    private async Task<string> CaptureLooksAsync() => VisibleLooks.In((await TmuxAsync(["capture-pane", "-p", "-e"])).Output);

    /// <summary>Presses keys, named as tmux names them ("Enter", "C-s", "j").</summary>
    public Task PressAsync(params string[] keys) => TmuxAsync(["send-keys", .. keys]);

    /// <summary>Types a text letter by letter.</summary>
    public Task TypeAsync(string text) => TmuxAsync(["send-keys", "-l", text]);

    public Task ResizeAsync(int columns, int rows) => TmuxAsync(["resize-window", "-x", $"{columns}", "-y", $"{rows}"]);

    /// <summary>A fact about the terminal, as tmux's formats name it (<c>alternate_on</c>, <c>cursor_flag</c>).</summary>
    public async Task<string> FlagAsync(string name) => (await TmuxAsync(["display-message", "-p", $"#{{{name}}}"])).Output.Trim();

    /// <summary>Sends a signal to the program ("TERM").</summary>
    public async Task SignalAsync(string signal)
    {
        var pid = (await File.ReadAllTextAsync(PidFile, Token)).Trim();
        var ended = await Processes.RunAsync("kill", ["-s", signal, pid], null, null, Token);
        Assert.True(ended.ExitCode == 0, ended.Error);
    }

    /// <summary>Waits until the program has ended, and gives its exit status.</summary>
    public async Task<int> WaitForExitAsync()
    {
        var screen = await WaitForAsync(Epitaph);
        var status = screen[(screen.LastIndexOf(Epitaph, StringComparison.Ordinal) + Epitaph.Length)..];
        return int.Parse(status[..status.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Asserts that the terminal is as it was: main screen, cursor shown, no mouse reports, no keypad mode, line discipline sane.
    /// </summary>
    public async Task AssertRestoredAsync()
    {
        var left = await FlagAsync("alternate_on}#{mouse_any_flag}#{mouse_sgr_flag}#{keypad_cursor_flag}#{keypad_flag");
        Assert.Equal("00000", left);
        Assert.Equal("1", await FlagAsync("cursor_flag"));
        await PressAsync("e", "c", "h", "o", "x", "Enter");
        var screen = await WaitForAsync("echox\nechox");   // Once from the terminal's own echo, once from cat.
        Assert.DoesNotContain("^[[", screen, StringComparison.Ordinal);
    }

    private async Task<Ended> TmuxAsync(string[] arguments)
    {
        var ended = await Processes.RunAsync(
            Installed.Tmux, ["-u", "-L", _socket, "-f", "/dev/null", .. arguments], _sandbox.Environment, null, Token);
        Assert.True(ended.ExitCode == 0, $"tmux {arguments[0]}: {ended.Error}");
        return ended;
    }

    public async ValueTask DisposeAsync() =>
        await Processes.RunAsync(Installed.Tmux, ["-L", _socket, "kill-server"], _sandbox.Environment, null, CancellationToken.None);
}
