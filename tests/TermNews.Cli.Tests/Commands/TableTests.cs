namespace TermNews.Cli.Tests.Commands;

/// <summary>What all tables have in common.</summary>
public sealed class TableTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("feeds", "list")]
    [InlineData("mute", "list")]
    [InlineData("comment", "list")]
    [InlineData("list", "latest")]
    public async Task Json_has_an_object_a_line_without_indentation(string command, string list)
    {
        await HaveOneOfEachAsync();

        Assert.Equal(0, await _run.RunAsync(command, list, "--format", "json"));

        var lines = _run.Output.Split('\n');
        Assert.Equal(("[", "]", ""), (lines[0], lines[^2], lines[^1]));
        Assert.All(lines[1..^2], line => Assert.StartsWith("{\"", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("feeds", "list")]
    [InlineData("mute", "list")]
    [InlineData("comment", "list")]
    public async Task Csv_quotes_what_has_a_quote_or_a_comma(string command, string list)
    {
        await HaveOneOfEachAsync();

        await _run.RunAsync(command, list, "--format", "csv");

        Assert.Contains(",\"A \"\"b\"\", c\",", _run.Output, StringComparison.Ordinal);
    }

    private async Task HaveOneOfEachAsync()
    {
        await _run.WithStoriesAsync();
        var story = await _run.IdOfAsync("Alpha");
        await _run.RunAsync("comment", "add", story, "A \"b\", c");
        await _run.RunAsync("mute", "author", "A \"b\", c");
        await _run.RunAsync("feeds", "rename", "1", "A \"b\", c");
    }
}
