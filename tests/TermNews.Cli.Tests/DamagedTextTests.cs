using Microsoft.Data.Sqlite;

namespace TermNews.Cli.Tests;

/// <summary>Commands go on past a story whose text is damaged: it is named on standard error, and the status is 1.</summary>
public sealed class DamagedTextTests : IAsyncLifetime
{
    private readonly CommandLineRun _run = new();
    private string _damaged = "";

    public async ValueTask InitializeAsync()
    {
        await _run.WithStoriesAsync();
        _damaged = await _run.IdOfAsync("Beta");
        await RunSqlAsync($"UPDATE story_text SET place = 99 WHERE story_id = {_damaged}");
    }

    private async Task RunSqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_run.Database};Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync()
    {
        _run.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("export all --format json")]
    [InlineData("export all --format html")]
    [InlineData("export all --format atom")]
    [InlineData("list all --full --format ndjson")]
    [InlineData("search alpha OR beta OR gamma --full --format json")]
    [InlineData("export all --format md --output {file}")]
    public async Task The_others_are_printed(string command)
    {
        var file = _run.PathOf("file");

        Assert.Equal(ExitCodes.Partial, await _run.RunAsync(command.Replace("{file}", file, StringComparison.Ordinal).Split(' ')));

        var output = _run.Output + (File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "");
        Assert.All((string[])["Alpha", "Beta", "Gamma"], title => Assert.Contains(title, output, StringComparison.Ordinal));
        Assert.Contains("All of", output, StringComparison.Ordinal);
        Assert.Contains($"Beta: The text of story {_damaged} is damaged", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_without_its_text()
    {
        Assert.Equal(ExitCodes.Partial, await _run.RunAsync("show", _damaged));
        Assert.Contains("Beta", _run.Output, StringComparison.Ordinal);
        Assert.Contains("db check --repair", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_values_are_named()
    {
        await RunSqlAsync($"UPDATE stories SET categories = '[' WHERE id = {_damaged}");

        Assert.Equal(ExitCodes.Partial, await _run.RunAsync("list", "all", "--format", "json"));
        Assert.Contains("Gamma", _run.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"Beta: A time or a list of story {_damaged} is damaged; `termnews db check --repair` sets it aside.\n", _run.Error);
        Assert.Equal(ExitCodes.Partial, await _run.RunAsync("show", _damaged));
        Assert.Contains("A time or a list", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mute_that_cannot_be_read_is_not_nothing()
    {
        await _run.RunAsync("mute", "word", "storm");
        await RunSqlAsync("UPDATE mutes SET kind = 'colour'");

        Assert.Equal(ExitCodes.Partial, await _run.RunAsync("mute", "list"));
        Assert.Equal("1 mute cannot be read; `termnews db check --repair` sets aside what is damaged.\n", _run.Error);
    }

    [Fact]
    public async Task What_needs_no_text_does_not_mind()
    {
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("list", "all"));
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("export", "all", "--format", "csv", "--fields", "id,title"));
    }

    [Fact]
    public async Task A_repair_says_which_story_it_was()
    {
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("db", "check"));
        Assert.Equal($"Story {_damaged} (Beta): its text cannot be read.\n", _run.Output);

        Assert.Equal(ExitCodes.Success, await _run.RunAsync("db", "check", "--repair"));
        Assert.Equal($"Set aside: Story {_damaged} (Beta): its text cannot be read.\n", _run.Output);
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("export", "all", "--format", "json"));
    }
}
