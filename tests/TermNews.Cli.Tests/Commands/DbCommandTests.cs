using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TermNews.Cli.Commands.Database;
using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Tests.Commands;

public sealed class DbCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("termnews-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string File => Path.Combine(_folder, "news.db");

    private async Task<int> RunAsync(params string[] words)
    {
        var root = new RootCommand { new DbCommand(_ => File, (_, token) =>
            NewsDatabase.OpenFileAsync(File, new FakeTimeProvider(), token), new FakeTimeProvider()) };
        var configuration = new InvocationConfiguration { Output = _output, Error = _error, EnableDefaultExceptionHandler = false };
        return await root.Parse(["db", .. words]).InvokeAsync(configuration, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_path_is_told_without_making_the_file()
    {
        Assert.Equal(ExitCodes.Success, await RunAsync("path"));
        Assert.Equal(File + "\n", _output.ToString());
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_sound_database_has_no_problems_to_print()
    {
        Assert.Equal(ExitCodes.Success, await RunAsync("check"));
        Assert.Empty(_output.ToString());
        Assert.Contains("is sound", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_are_one_object()
    {
        Assert.Equal(ExitCodes.Success, await RunAsync("stats", "--format", "json"));
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(File, json.RootElement.GetProperty("path").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("stories").GetInt64());
        Assert.True(json.RootElement.GetProperty("bytes").GetInt64() > 0);
    }

    [Fact]
    public async Task A_backup_is_a_database_and_is_never_written_over()
    {
        var copy = Path.Combine(_folder, "copy.db");
        Assert.Equal(ExitCodes.Success, await RunAsync("backup", copy));
        (await NewsDatabase.OpenFileAsync(copy, new FakeTimeProvider(), TestContext.Current.CancellationToken)).Dispose();
        var error = await Assert.ThrowsAsync<Core.NewsException>(() => RunAsync("backup", copy));
        Assert.Equal(Core.NewsFault.Unreadable, error.Fault);
    }
}
