namespace TermNews.Cli.Tests;

/// <summary>A database that is named may be mistyped: what only reads does not make it.</summary>
public sealed class NamedDatabaseTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    private string Missing => _run.PathOf("mistyped.db");

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("list")]
    [InlineData("count")]
    [InlineData("search storm")]
    [InlineData("show 1")]
    [InlineData("related 1")]
    [InlineData("why 1")]
    [InlineData("open 1 --print")]
    [InlineData("digest")]
    [InlineData("export all --format json")]
    [InlineData("export-opml")]
    [InlineData("comment list")]
    [InlineData("comment export")]
    [InlineData("interests")]
    [InlineData("mute list")]
    [InlineData("undo --list")]
    [InlineData("db check")]
    [InlineData("db stats")]
    [InlineData("db backup copy.db")]
    [InlineData("db index")]
    public async Task Reading_a_missing_one_is_3_and_makes_nothing(string command)
    {
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync([.. command.Split(' '), "--db", Missing]));
        Assert.Contains($"There is no database {Missing}", _run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Missing));

        _run.Environment["TERMNEWS_DB"] = Missing;
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync(command.Split(' ')));
        Assert.False(File.Exists(Missing));
    }

    [Theory]
    [InlineData("feeds list")]
    [InlineData("refresh --force")]
    [InlineData("mute word storm")]
    public async Task Writing_makes_it(string command)
    {
        Assert.Equal(ExitCodes.Success, await _run.RunAsync([.. command.Split(' '), "--db", Missing]));
        Assert.True(File.Exists(Missing));
    }

    [Theory]
    [InlineData("db path")]
    [InlineData("parse {file}")]
    [InlineData("show {file}")]
    [InlineData("opml {file}")]
    public async Task What_needs_no_database_looks_for_none(string command)
    {
        await File.WriteAllTextAsync(_run.PathOf("file"), command.StartsWith("opml", StringComparison.Ordinal)
            ? """<opml version="2.0"><body><outline xmlUrl="https://example.org/feed"/></body></opml>"""
            : """<rss version="2.0"><channel><title>T</title><item><title>Headline</title></item></channel></rss>""",
            TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Success, await _run.RunAsync(
            [.. command.Replace("{file}", _run.PathOf("file"), StringComparison.Ordinal).Split(' '), "--db", Missing]));
        Assert.False(File.Exists(Missing));
    }

    [Fact]
    public async Task An_empty_file_is_not_called_sound()
    {
        await File.WriteAllTextAsync(Missing, "", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("db", "check", "--db", Missing));
        Assert.Contains("is empty", _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("feeds", "list", "--db", Missing));
        Assert.Contains("was empty", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_names_what_was_there_before()
    {
        var backup = _run.PathOf("backup.db");
        await _run.WithStoriesAsync();
        await _run.RunAsync("db", "backup", backup);
        await _run.RunAsync("mark", "read", "--all");

        Assert.Equal(ExitCodes.Success, await _run.RunAsync("db", "restore", backup));

        Assert.Contains($"what was there before is {_run.Database}.before-restore-20260314-120000", _run.Error, StringComparison.Ordinal);
        await _run.RunAsync("count", "unread");
        Assert.Equal("3\n", _run.Output);
    }
}
