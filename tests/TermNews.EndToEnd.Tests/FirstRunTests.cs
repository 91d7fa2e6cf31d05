using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>What a stranger sees: nothing configured, no database, no network.</summary>
public sealed class FirstRunTests
{
    [Fact]
    public async Task The_reader_opens_on_the_sample_edition_which_can_be_read_and_is_never_stored()
    {
        using var sandbox = new Sandbox { Offline = true };
        await using var terminal = await Terminal.StartAsync(sandbox, 80, 24);

        await terminal.WaitForAsync("Welcome to TermNews");
        await terminal.PressAsync("Enter");
        var article = await terminal.WaitForAsync("This is the sample edition");
        await terminal.PressAsync("Q");

        Assert.Contains("desk@example.org", article, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.WaitForExitAsync());
        Assert.Equal("0\n", (await sandbox.DoAsync("count", "all")).Output);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 60)]
    [InlineData(40, 10)]
    public async Task The_front_page_fits_every_size(int columns, int rows)
    {
        using var sandbox = new Sandbox { Offline = true };
        await using var terminal = await Terminal.StartAsync(sandbox, columns, rows);

        var screen = await terminal.WaitForAsync("Welcome");

        Assert.InRange(screen.TrimEnd('\n').Split('\n').Length, 1, rows);
        Assert.Equal("0", await terminal.FlagAsync("history_size"));   // Nothing scrolled away.
    }

    [Fact]
    public async Task Opening_the_reader_subscribes_to_the_starter_feeds_and_scripts_do_not()
    {
        using var sandbox = new Sandbox { Offline = true };
        var before = await sandbox.DoAsync("feeds", "list", "--format", "ndjson");
        await using var terminal = await Terminal.StartAsync(sandbox, 80, 24);
        await terminal.WaitForAsync("Welcome to TermNews");
        await terminal.PressAsync("Q");
        await terminal.WaitForExitAsync();

        Assert.Empty(before.Output);
        Assert.Equal(15, (await sandbox.DoAsync("feeds", "list", "--format", "ndjson")).Lines.Count);
    }
}
