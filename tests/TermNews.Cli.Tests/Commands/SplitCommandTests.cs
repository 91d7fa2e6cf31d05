namespace TermNews.Cli.Tests.Commands;

public sealed class SplitCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    private async Task<string> TogetherAsync()
    {
        const string page = "https://example.org/storm";
        await _run.WithStoriesAsync(
            CommandLineRun.Story("Ports closed", 1) with { Link = page },
            CommandLineRun.Story("Storm Ella nears", 2) with { Link = page },
            CommandLineRun.Story("Something else", 3));
        await _run.RunAsync("db", "index");
        return await _run.IdOfAsync("Storm Ella nears");
    }

    private async Task<int> RowsAsync()
    {
        await _run.RunAsync("list");
        return _run.Output.Count(c => c == '\n');
    }

    [Fact]
    public async Task A_story_is_taken_out_and_put_back()
    {
        var id = await TogetherAsync();
        Assert.Equal(2, await RowsAsync());

        Assert.Equal(0, await _run.RunAsync("split", id));

        Assert.Equal($"Story {id} was taken away from 1 other.\n", _run.Output);
        Assert.Equal(3, await RowsAsync());
        await _run.RunAsync("split", id);
        Assert.Equal($"Story {id} stands alone already.\n", _run.Output);
        await _run.RunAsync("split", id, "--undo");
        Assert.Equal($"Story {id} was put back to 1 other.\n", _run.Output);
        Assert.Equal(2, await RowsAsync());
        await _run.RunAsync("split", id, "--undo");
        Assert.Equal($"Story {id} was not taken out of a group.\n", _run.Output);
    }

    [Fact]
    public async Task A_story_that_does_not_exist_is_wrong_use()
    {
        await TogetherAsync();

        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("split", "4711"));
        Assert.Contains("4711", _run.Error, StringComparison.Ordinal);
    }
}
