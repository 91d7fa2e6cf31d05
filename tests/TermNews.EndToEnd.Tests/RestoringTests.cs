using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// However the reader ends, on a pseudo-terminal: its modes are what they were, everything that was switched on is switched off, the
/// end comes at once, and what was being written is there the next time.
/// </summary>
public sealed class RestoringTests
{
    private const int HangUp = 1, Interrupt = 2, Quit = 3, User1 = 10, User2 = 12, Alarm = 14, Terminate = 15, Continue = 18, CpuTime = 24;
    private const string Draft = "Half a thought, 한국";

    /// <summary>
    /// Gives the terminal to the program as a child of its own, and tells an exit from an end by a signal, which a shell and .NET do not.
    /// </summary>
    private const string TellHowItEnded = """
        import fcntl, os, signal, sys, termios
        signal.signal(signal.SIGHUP, lambda *_: None)
        fcntl.ioctl(0, termios.TIOCNOTTY)
        child = os.fork()
        if child == 0:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            os.execv(sys.argv[2], sys.argv[2:])
        status = os.waitpid(child, 0)[1]
        with open(sys.argv[1] + ".new", "w") as f:
            f.write(f"exit {os.WEXITSTATUS(status)}" if os.WIFEXITED(status) else f"signal {os.WTERMSIG(status)}")
        os.rename(sys.argv[1] + ".new", sys.argv[1])
        """;

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("q")]
    [InlineData("Q")]
    [InlineData("\x03")]
    public async Task A_key_that_leaves_the_list_gives_the_terminal_back(string key)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom);
        terminal.AssertRaw();

        terminal.Send(key);

        await AssertEndAsync(terminal, 0);
        terminal.AssertRestored();
    }

    [Theory]
    [InlineData("\x03")]
    [InlineData("\eQ")]
    public async Task Keys_that_leave_the_comment_box_keep_the_draft(string keys)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await DraftAsync(newsroom);

        if (keys is ['\e', .. var rest])
        {
            await terminal.PressAsync("\e");   // A key too close behind an Esc is that key with Alt.
            keys = rest;
        }
        terminal.Send(keys);

        await AssertEndAsync(terminal, 0);
        terminal.AssertRestored();
        await AssertDraftAsync(newsroom);
    }

    [Theory]
    [InlineData(HangUp, 129)]
    [InlineData(Interrupt, 130)]
    [InlineData(Quit, 131)]
    [InlineData(Terminate, 143)]
    [InlineData(User1, 138)]
    [InlineData(User2, 140)]
    [InlineData(Alarm, 142)]
    [InlineData(CpuTime, 152)]
    public async Task A_signal_ends_it_with_its_status_keeps_the_draft_and_gives_the_terminal_back(int signal, int status)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await DraftAsync(newsroom);

        terminal.Signal(signal);

        await AssertEndAsync(terminal, status);
        terminal.AssertRestored();
        await AssertDraftAsync(newsroom);
    }

    [Fact]
    public async Task After_SIGCONT_the_terminal_is_raw_and_the_screen_drawn_anew()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom);
        var before = terminal.Count;

        terminal.Signal(Continue);

        await terminal.WaitForAsync(Newsroom.Newest, before);
        terminal.AssertRaw();
        terminal.Send("q");
        await AssertEndAsync(terminal, 0);
        terminal.AssertRestored();
    }

    [Fact]
    public async Task A_terminal_that_is_closed_ends_it_with_129_and_the_draft_is_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await DraftAsync(newsroom);

        await terminal.HangUpAsync();

        await AssertEndAsync(terminal, 129);
        await AssertDraftAsync(newsroom);
    }

    [Fact]
    public async Task A_terminal_that_is_closed_never_kills_it_by_the_signal()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var file = newsroom.Sandbox.PathOf("how-it-ended");
        for (var n = 0; n < 8; n++)   // The signal and the end of the line come in either order.
        {
            File.Delete(file);
            await using var terminal = PseudoTerminal.StartProgram(
                newsroom.Sandbox, 80, 24, null, Installed.Find("python3"), "-c", TellHowItEnded, file, Installed.Binary);
            await terminal.WaitForAsync(Newsroom.Newest);

            await terminal.HangUpAsync();

            await PseudoTerminal.UntilAsync(() => File.Exists(file), () => "The reader goes on.");
            Assert.Equal("exit 129", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
    }

    private static readonly string FaultyReader = Path.Combine(
        AppContext.BaseDirectory.Replace("EndToEnd.Tests", "FaultyReader", StringComparison.Ordinal), "TermNews.FaultyReader");

    [Theory]
    [InlineData("drawing")]
    [InlineData("awaited")]
    public async Task A_command_that_fails_is_told_and_the_reader_goes_on(string place)
    {
        using var sandbox = new Sandbox();
        await using var terminal = PseudoTerminal.StartProgram(sandbox, 120, 24, null, FaultyReader, place);
        await terminal.WaitForAsync("Harbour opens early");

        terminal.Send("o");
        await terminal.WaitForAsync("That failed for a reason that TermNews does not know (InvalidOperationException: A defect of");
        terminal.Send("\r");
        await terminal.WaitForAsync("Boats first.");
        terminal.Send("Q");

        Assert.Equal(0, (await terminal.WaitForExitAsync()).Status);
        terminal.AssertRestored();
    }

    [Fact]
    public async Task A_defect_outside_of_commands_gives_the_terminal_back_and_says_so()
    {
        using var sandbox = new Sandbox();
        await using var terminal = PseudoTerminal.StartProgram(sandbox, 80, 24, null, FaultyReader, "thread");
        await terminal.WaitForAsync("Harbour opens early");

        terminal.Send("o");

        Assert.Equal(70, (await terminal.WaitForExitAsync()).Status);
        terminal.AssertRestored();
        await terminal.WaitForAsync("TermNews met an error it does not know (InvalidOperationException: A defect of the tests.)");
    }

    [Theory]
    [InlineData("q", 0, 0)]
    [InlineData(null, Terminate, 143)]
    [InlineData(null, HangUp, 129)]
    [InlineData(null, Interrupt, 130)]
    [InlineData(null, 0, 129)]
    public async Task It_ends_at_once_while_a_refresh_waits_for_a_server_that_never_answers(string? key, int signal, int status)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom);
        var asked = newsroom.FallSilent();
        terminal.Send("R");
        await asked;

        if (key is not null)
            terminal.Send(key);
        else if (signal != 0)
            terminal.Signal(signal);
        else
            await terminal.HangUpAsync();

        await AssertEndAsync(terminal, status);
        if (key is not null || signal != 0)
            terminal.AssertRestored();
    }

    private static async Task<PseudoTerminal> ListAsync(Newsroom newsroom)
    {
        var terminal = PseudoTerminal.Start(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);
        return terminal;
    }

    private static async Task<PseudoTerminal> DraftAsync(Newsroom newsroom)
    {
        var terminal = await ListAsync(newsroom);
        await terminal.OpenCommentBoxAsync();
        terminal.Send(Draft);
        await terminal.RepaintUntilAsync(Draft);
        return terminal;
    }

    private static async Task AssertEndAsync(PseudoTerminal terminal, int status)
    {
        var ended = await terminal.WaitForExitAsync();
        Assert.Equal(status, ended.Status);
        Assert.InRange(ended.Took, TimeSpan.Zero, AtOnce);
    }

    private static async Task AssertDraftAsync(Newsroom newsroom)
    {
        Assert.Empty((await newsroom.Sandbox.DoAsync("comment", "list")).Output);
        await using var later = await ListAsync(newsroom);
        await later.OpenCommentBoxAsync();
        await later.RepaintUntilAsync(Draft);
    }
}
