using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>No typed word is lost, however the reader ends and whatever the database can do.</summary>
public sealed class DraftTests
{
    private const int HangUp = 1, Kill = 9, Terminate = 15;
    private const string Draft = "Half a thought, 한국";
    private const string LastLine = "and takes that in at the next start.";

    /// <summary>Holds the write lock of a database until it is told to end.</summary>
    private const string HoldLock = """
        import sqlite3, sys
        held = sqlite3.connect(sys.argv[1], isolation_level=None)
        held.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        sys.stdin.readline()
        """;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The wait of 600 ms on a busy machine; a lock is waited for 20 s.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.5)]
    [InlineData(4)]
    public async Task Kill_loses_at_most_a_second_of_typing(double pause)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = PseudoTerminal.Start(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);
        await terminal.OpenCommentBoxAsync();

        var typed = await TypeAsync(terminal, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
        await PauseAsync(TimeSpan.FromSeconds(pause));
        terminal.Signal(Kill);
        var killed = TimeProvider.System.GetTimestamp();
        await terminal.WaitForExitAsync();

        var due = typed.Count(key => TimeProvider.System.GetElapsedTime(key.At, killed) > Second);
        var draft = await DraftAsync(newsroom);
        Assert.StartsWith(draft, string.Concat(typed.Select(key => key.Letter)), StringComparison.Ordinal);
        Assert.InRange(draft.Length, due, typed.Count);
    }

    [Fact]
    public async Task A_change_of_a_comment_is_offered_again_after_Esc_and_after_kill()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Sandbox.DoAsync("comment", "add", await IdAsync(newsroom), "First.");
        await using (var terminal = await ChangeAsync(newsroom))
        {
            terminal.Send(" And second.");
            await terminal.RepaintUntilAsync("First. And second.");
            terminal.Send("\e");
            await terminal.WaitForAsync("The draft is kept; E goes on with it.");
            terminal.Send("E");
            await terminal.WaitForAsync("Your draft of the change");
            terminal.Send(" And third.");
            await PauseAsync(1.5 * Second);
            terminal.Signal(Kill);
            await terminal.WaitForExitAsync();
        }

        await using var later = await ChangeAsync(newsroom);
        await later.RepaintUntilAsync("First. And second. And third.");
        Assert.Contains("First.", (await newsroom.Sandbox.DoAsync("comment", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Terminate, 143)]
    [InlineData(HangUp, 129)]
    public async Task A_locked_database_holds_no_signal_up_and_the_last_line_says_where_the_words_are(int signal, int status)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using (var terminal = await WriteDraftAsync(newsroom))
        using (await LockAsync(newsroom))
        {
            terminal.Send("!");
            await terminal.RepaintUntilAsync(Draft + "!");
            terminal.Signal(signal);

            var (ended, took) = await terminal.WaitForExitAsync();
            Assert.Equal(status, ended);
            Assert.InRange(took, TimeSpan.Zero, Soon);
            terminal.AssertRestored();
            Assert.EndsWith(LastLine, terminal.Since(0).Text.TrimEnd(), StringComparison.Ordinal);
        }

        await AssertTakenInAsync(newsroom, Draft + "!");
    }

    [Fact]
    public async Task A_locked_database_holds_neither_Esc_nor_the_end_up()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using (var terminal = await WriteDraftAsync(newsroom))
        using (await LockAsync(newsroom))
        {
            await terminal.PressAsync("!");
            terminal.Send("\e");
            await terminal.WaitForAsync("The draft is kept in memory for now.");
            terminal.Send("Q");

            var (ended, took) = await terminal.WaitForExitAsync();
            Assert.Equal(0, ended);
            Assert.InRange(took, TimeSpan.Zero, Soon);
            Assert.EndsWith(LastLine, terminal.Since(0).Text.TrimEnd(), StringComparison.Ordinal);
        }

        await AssertTakenInAsync(newsroom, Draft + "!");
    }

    [Fact]
    public async Task A_read_only_database_keeps_the_status_of_a_signal_and_the_words()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("File modes hold no one back here.");
            return;
        }
        await using var newsroom = await Newsroom.OpenAsync();
        var folder = Path.GetDirectoryName(newsroom.Sandbox.Database)!;
        await newsroom.Sandbox.DoAsync("db", "check");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.SetUnixFileMode(newsroom.Sandbox.Database, UnixFileMode.UserRead);
        try
        {
            await using var terminal = await WriteDraftAsync(newsroom);
            terminal.Signal(Terminate);
            Assert.Equal(143, (await terminal.WaitForExitAsync()).Status);
            Assert.EndsWith(LastLine, terminal.Since(0).Text.TrimEnd(), StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.SetUnixFileMode(newsroom.Sandbox.Database, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await AssertTakenInAsync(newsroom, Draft);
    }

    [Theory]
    [InlineData("thread")]
    public async Task A_defect_says_where_the_words_are_that_could_not_be_written(string place)
    {
        using var sandbox = new Sandbox();
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("EndToEnd.Tests", "FaultyReader", StringComparison.Ordinal), "TermNews.FaultyReader");
        await using var terminal = PseudoTerminal.StartProgram(sandbox, 80, 24, null, program, place, sandbox.Folder);
        await terminal.WaitForAsync("Harbour opens early");
        terminal.Send("c");
        await terminal.WaitForAsync("/ 300");
        terminal.Send(Draft);
        await terminal.RepaintUntilAsync(Draft);
        terminal.Send("\e");
        await terminal.WaitForAsync("The draft is kept in memory for now.");

        terminal.Send("o");

        Assert.Equal(70, (await terminal.WaitForExitAsync()).Status);
        var told = terminal.Since(0).Text.TrimEnd();
        Assert.EndsWith(LastLine, told, StringComparison.Ordinal);
        Assert.DoesNotContain("are safe", told, StringComparison.Ordinal);
        Assert.Contains(Draft, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(sandbox.Folder, "rescue-*")), Token),
            StringComparison.Ordinal);
    }

    private static async Task<PseudoTerminal> WriteDraftAsync(Newsroom newsroom)
    {
        var terminal = PseudoTerminal.Start(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);
        await terminal.OpenCommentBoxAsync();
        terminal.Send(Draft);
        await terminal.RepaintUntilAsync(Draft);
        return terminal;
    }

    private static async Task<PseudoTerminal> ChangeAsync(Newsroom newsroom)
    {
        var terminal = PseudoTerminal.Start(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);
        terminal.Send("C");
        await terminal.RepaintUntilAsync("First.");
        terminal.Send("E");
        await terminal.WaitForAsync("/ 300");
        return terminal;
    }

    /// <summary>Types as a person does, ten letters a second.</summary>
    private static async Task<IReadOnlyList<(char Letter, long At)>> TypeAsync(PseudoTerminal terminal, string text)
    {
        List<(char, long)> typed = [];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.1), TimeProvider.System);
        foreach (var letter in text)
        {
            terminal.Send(letter.ToString());
            typed.Add((letter, TimeProvider.System.GetTimestamp()));
            await timer.WaitForNextTickAsync(Token);
        }
        return typed;
    }

    private static Task PauseAsync(TimeSpan pause) => Task.Delay(pause, TimeProvider.System, Token);

    private static async Task<string> IdAsync(Newsroom newsroom) =>
        (await newsroom.Sandbox.DoAsync("list", "--query", $"\"{Newsroom.Newest}\"", "--fields", "id")).Output.Trim();

    /// <summary>What is offered when a comment on the newest story is begun.</summary>
    private static async Task<string> DraftAsync(Newsroom newsroom)
    {
        const string lead = "Your draft, which you go on with: ";
        var asked = await newsroom.Sandbox.RunWithInputAsync("comment 1\n.q\n", "--plain", "--offline");
        return asked.Output.Split('\n').FirstOrDefault(line => line.StartsWith(lead, StringComparison.Ordinal))?[lead.Length..] ?? "";
    }

    private static async Task AssertTakenInAsync(Newsroom newsroom, string words)
    {
        await using var later = PseudoTerminal.Start(newsroom.Sandbox, 80, 24);
        await later.WaitForAsync("is back: ");
        Assert.Empty(Directory.GetFiles(newsroom.Sandbox.PathOf("state"), "*", SearchOption.AllDirectories));
        Assert.Equal(words, await DraftAsync(newsroom));
    }

    private static async Task<HeldLock> LockAsync(Newsroom newsroom)
    {
        var held = new HeldLock(Installed.Find("python3"), HoldLock, newsroom.Sandbox.Database);
        await held.UntilHeldAsync();
        return held;
    }
}
