namespace TermNews.Cli.Tests.Commands;

public sealed class DigestCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task It_is_text_by_itself_and_the_same_twice()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("digest"));
        var first = _run.Output;
        await _run.RunAsync("digest");

        Assert.Equal(first, _run.Output);
        Assert.StartsWith("TermNews, 14 Mar 2026 12:00 +00:00\n\nMust-Read\n---------\n\n 1. Alpha\n    Example · 14 Mar 2026 11:00\n",
            first, StringComparison.Ordinal);
        Assert.Contains("\nLatest\n------\n\n 1. Gamma\n", first, StringComparison.Ordinal);
        Assert.Equal("", _run.Error);
    }

    [Theory]
    [InlineData("md", "# TermNews, 14 Mar 2026 12:00 +00:00\n")]
    [InlineData("html", "<!DOCTYPE html>\n")]
    public async Task Other_formats_are_asked_for(string format, string beginning)
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("digest", "--format", format, "--limit", "1"));

        Assert.StartsWith(beginning, _run.Output, StringComparison.Ordinal);
        Assert.Contains("Alpha", _run.Output, StringComparison.Ordinal);
        Assert.Contains("Beta", _run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Gamma", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24h")]
    [InlineData("2026-03-13")]
    public async Task What_is_older_is_left_out(string since)
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("digest", "--since", since);

        Assert.Contains("\nSince 13 Mar 2026 ", _run.Output, StringComparison.Ordinal);
        Assert.Contains("Alpha", _run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Gamma", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_is_done_and_said_in_a_sentence()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("digest", "--since", "30m"));

        Assert.EndsWith("\nThere is nothing new since 14 Mar 2026 11:30.\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_says_how_to_begin_and_makes_none()
    {
        Assert.Equal(0, await _run.RunAsync("digest"));

        Assert.Contains("There is no story yet; termnews feeds add URL ", _run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_run.Database));
    }

    [Fact]
    public async Task It_goes_into_a_file_as_a_whole()
    {
        await _run.WithStoriesAsync();
        await _run.RunAsync("digest", "--format", "html");
        var printed = _run.Output;

        Assert.Equal(0, await _run.RunAsync("digest", "--format", "html", "--output", _run.PathOf("digest.html")));

        Assert.Equal(printed, await File.ReadAllTextAsync(_run.PathOf("digest.html"), TestContext.Current.CancellationToken));
        Assert.Equal("", _run.Output);
        Assert.Equal($"Wrote {_run.PathOf("digest.html")}.\n", _run.Error);
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("digest", "--output", _run.PathOf("no/such/folder")));
    }
}
