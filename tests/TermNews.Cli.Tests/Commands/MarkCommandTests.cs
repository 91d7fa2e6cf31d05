namespace TermNews.Cli.Tests.Commands;

public sealed class MarkCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Marks_stories_once_and_counts_what_changed()
    {
        await _run.WithStoriesAsync();
        var id = await _run.IdOfAsync("Beta");

        Assert.Equal(0, await _run.RunAsync("mark", "saved", id));
        Assert.Equal("1 story marked saved.\n", _run.Output);
        Assert.Equal(0, await _run.RunAsync("mark", "saved", id));
        Assert.Equal("0 stories marked saved.\n", _run.Output);

        await _run.RunAsync("list", "saved", "--format", "tsv", "--fields", "title,saved");
        Assert.Equal("title\tsaved\nBeta\ttrue\n", _run.Output);
    }

    [Fact]
    public async Task Marks_all_that_filters_let_through()
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("mark", "read", "--all", "--since", "24h");

        Assert.Equal("2 stories marked read.\n", _run.Output);
        await _run.RunAsync("count", "unread");
        Assert.Equal("1\n", _run.Output);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("mark", "hidden", "--all", "--dry-run");

        Assert.Equal("3 stories would be marked hidden.\n", _run.Output);
        await _run.RunAsync("count");
        Assert.Equal("3\n", _run.Output);
    }

    [Theory]
    [InlineData("0", "0 stories marked read.\n")]
    [InlineData("1", "1 story marked read.\n")]
    public async Task A_limit_bounds_what_is_marked(string limit, string expected)
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("mark", "read", "--all", "--limit", limit);

        Assert.Equal(expected, _run.Output);
    }

    [Fact]
    public async Task Hidden_stories_come_back()
    {
        await _run.WithStoriesAsync();
        await _run.RunAsync("mark", "hidden", "--all");
        await _run.RunAsync("count");
        Assert.Equal("0\n", _run.Output);

        await _run.RunAsync("mark", "shown", "--all");

        await _run.RunAsync("count");
        Assert.Equal("3\n", _run.Output);
    }

    [Fact]
    public async Task What_is_missing_is_named_and_the_rest_is_done()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(ExitCodes.Partial, await _run.RunAsync("mark", "read", await _run.IdOfAsync("Alpha"), "999"));

        Assert.Equal("1 story marked read.\n", _run.Output);
        Assert.Contains("999", _run.Error, StringComparison.Ordinal);
    }
}
