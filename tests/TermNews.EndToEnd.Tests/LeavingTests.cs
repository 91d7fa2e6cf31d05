using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>However the reader ends, it says how and leaves the terminal as it was.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData("q")]
    [InlineData("Q")]
    [InlineData("C-c")]
    public async Task A_key_that_leaves_ends_with_0_and_restores_the_terminal(string key)
    {
        using var sandbox = new Sandbox { Offline = true };
        await using var terminal = await Terminal.StartAsync(sandbox, 80, 24);
        await terminal.WaitForAsync("Latest");
        Assert.Equal("1", await terminal.FlagAsync("alternate_on"));

        await terminal.PressAsync(key);

        Assert.Equal(0, await terminal.WaitForExitAsync());
        await terminal.AssertRestoredAsync();
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    public async Task A_signal_ends_it_with_its_own_status_and_restores_the_terminal(string signal, int status)
    {
        using var sandbox = new Sandbox { Offline = true };
        await using var terminal = await Terminal.StartAsync(sandbox, 80, 24);
        await terminal.WaitForAsync("Latest");

        await terminal.SignalAsync(signal);

        Assert.Equal(status, await terminal.WaitForExitAsync());
        await terminal.AssertRestoredAsync();
    }

    [Fact]
    public async Task A_command_that_prints_changes_nothing_about_the_terminal()
    {
        using var sandbox = new Sandbox { Offline = true };
        await using var terminal = await Terminal.StartAsync(sandbox, 80, 24, "list");

        Assert.Equal(0, await terminal.WaitForExitAsync());
        await terminal.AssertRestoredAsync();
    }
}
