using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// However the reader ends, on a pseudo-terminal: its modes are what they were, everything that was switched on is switched off, the
/// end comes at once, and what was being written is there the next time.
/// </summary>
public sealed class RestoringTests
{
    private const int HangUp = 1, Interrupt = 2, Quit = 3, Terminate = 15;
    private const string Draft = "Half a thought, 한국";
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
    public async Task A_terminal_that_is_closed_ends_it_with_129_and_the_draft_is_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await DraftAsync(newsroom);

        await terminal.HangUpAsync();

        await AssertEndAsync(terminal, 129);
        await AssertDraftAsync(newsroom);
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
