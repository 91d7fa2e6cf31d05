namespace TermNews.Cli.Tests;

/// <summary><c>termnews --plain</c> at the end of a pipe.</summary>
public sealed class PlainCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Commands_from_a_pipe_are_answered_on_standard_output()
    {
        _run.Input = "search lake\nquit\n";

        Assert.Equal(0, await _run.RunAsync("--plain", "--offline"));
        Assert.StartsWith("Search for lake: 1 found\n1. Why the lake hums at dusk; unread; ", _run.Output, StringComparison.Ordinal);
        Assert.Equal("", _run.Error);
    }

    [Fact]
    public async Task A_pipe_without_commands_gets_what_list_prints()
    {
        await _run.RunAsync("list");
        var list = _run.Output;

        Assert.Equal(0, await _run.RunAsync("--plain", "--offline"));
        Assert.Equal(list, _run.Output);
    }

    [Fact]
    public async Task Commands_are_refused_with_status_1_and_subscribe_to_nothing_by_themselves()
    {
        _run.Input = "fly\nfeeds\n";

        Assert.Equal(1, await _run.RunAsync("--plain", "--offline"));
        Assert.Equal("termnews: There is no command 'fly'; help lists them all.\n", _run.Error);
        Assert.StartsWith("No feeds yet.", _run.Output, StringComparison.Ordinal);
    }
}
