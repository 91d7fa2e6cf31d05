using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>The plain reader in a real terminal that calls itself dumb, and at the end of a pipe.</summary>
public sealed class PlainTests
{
    [Fact]
    public async Task A_dumb_terminal_gets_numbered_stories_and_a_prompt_and_not_one_escape_sequence()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsAsync("dumb", newsroom.Sandbox, 80, 24, "--offline");

        var list = await terminal.WaitForAsync("termnews>");
        await terminal.PressAsync("1", "Enter");
        await terminal.WaitForAsync("Enter goes on.)\ntermnews>");
        await SayAsync(terminal, "comment Well said", "Comment kept");
        await SayAsync(terminal, "copy", "it is: https://example.org/");   // There is no desktop to copy to.
        await SayAsync(terminal, "quit", "ended with status");

        Assert.Equal(0, await terminal.WaitForExitAsync());
        Assert.Contains("1. " + Newsroom.Newest + "; unread; Morning Post", list, StringComparison.Ordinal);
        Assert.Contains("Well said", (await newsroom.Sandbox.DoAsync("comment", "list")).Output, StringComparison.Ordinal);
        var sent = await terminal.ReadSentAsync();
        Assert.Contains("The article on " + Newsroom.Newest, sent, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', sent);
        await terminal.AssertRestoredAsync();
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    public async Task A_signal_ends_it_at_once_and_what_was_being_written_is_kept(string signal, int status)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24, "--plain", "--offline");
        await terminal.WaitForAsync("termnews>");
        await SayAsync(terminal, "comment 1", "comment>");
        await SayAsync(terminal, "Half a thought", "14 / 300 characters.");

        await terminal.SignalAsync(signal);

        Assert.Equal(status, await terminal.WaitForExitAsync());
        var draft = await newsroom.Sandbox.RunWithInputAsync("comment 1\n.\n", "--plain", "--offline");
        Assert.True(draft.Output.Contains("Your draft, which you go on with: Half a thought", StringComparison.Ordinal),
            $"It ended with {draft.ExitCode}: {draft.Error}{draft.Output}");
    }

    [Fact]
    public async Task The_end_of_the_input_leaves_with_0()
    {
        using var sandbox = new Sandbox { Offline = true };
        await using var terminal = await Terminal.StartAsAsync("dumb", sandbox, 40, 10);
        await terminal.WaitForAsync("termnews>");

        await terminal.PressAsync("C-d");

        Assert.Equal(0, await terminal.WaitForExitAsync());
    }

    [Fact]
    public async Task Commands_come_from_a_pipe_and_what_is_refused_is_told_apart()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var done = await newsroom.Sandbox.RunWithInputAsync("save 1\nsaved\nfeeds\n", "--plain");
        var refused = await newsroom.Sandbox.RunWithInputAsync("fly\nlist\n", "--plain");
        var withoutPlain = await newsroom.Sandbox.RunWithInputAsync("save 2\n", "--limit", "1");

        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.Contains("1. " + Newsroom.Newest + "; unread, saved; Morning Post", done.Output, StringComparison.Ordinal);
        Assert.Contains("2 feeds", done.Output, StringComparison.Ordinal);
        Assert.Equal((1, "termnews: There is no command 'fly'; help lists them all.\n"), (refused.ExitCode, refused.Error));
        Assert.StartsWith("Latest: ", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept in Saved", withoutPlain.Output, StringComparison.Ordinal);
    }

    private static async Task SayAsync(Terminal terminal, string line, string answer)
    {
        await terminal.TypeAsync(line);
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync(answer);
    }
}
