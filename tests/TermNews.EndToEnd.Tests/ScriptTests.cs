using System.Text.Json;
using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>The published program in pipes, loops and cron jobs.</summary>
public sealed class ScriptTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pipe_that_is_closed_early_ends_it_quietly()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var ended = await Processes.RunAsync("bash",
            ["-c", "set -o pipefail; \"$0\" export all --format ndjson | head -n 1", Installed.Binary], newsroom.Sandbox.Environment, null,
            Token);

        Assert.Contains(ended.ExitCode, new[] { 0, 141 });
        Assert.Single(ended.Lines);
        Assert.Empty(ended.Error);
    }

    [Fact]
    public async Task Json_is_one_array_with_the_fields_of_the_contract()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        using var json = JsonDocument.Parse((await newsroom.Sandbox.DoAsync("list", "--format", "json")).Output);

        Assert.Equal(63, json.RootElement.GetArrayLength());
        var first = json.RootElement[0];
        Assert.Equal(Newsroom.Newest, first.GetProperty("title").GetString());
        Assert.Equal("2024-11-18T09:30:00Z", first.GetProperty("published").GetString());
        Assert.Equal("Morning Post", first.GetProperty("feed").GetProperty("title").GetString());
        Assert.Equal(1, first.GetProperty("cluster").GetProperty("size").GetInt32());
    }

    [Theory]
    [InlineData(2, "list", "--bogus")]
    [InlineData(2, "list", "nonsense")]
    [InlineData(2, "show", "999999")]
    [InlineData(2, "comment", "add", "999999", "text")]
    [InlineData(2, "bogus")]
    [InlineData(4, "refresh", "--offline", "--force")]
    [InlineData(0, "--version")]
    [InlineData(0, "--help")]
    public async Task The_exit_status_says_what_happened(int status, params string[] arguments)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var ended = await newsroom.Sandbox.RunAsync(arguments);

        Assert.Equal(status, ended.ExitCode);
        Assert.Equal(status == 0, ended.Error.Length == 0);
        Assert.Equal(status == 0, ended.Output.Length > 0);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_3_and_left_as_it_was()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.PathOf("letter.txt");
        await File.WriteAllTextAsync(file, new string('x', 5000), Token);

        var ended = await sandbox.RunAsync("--db", file, "list");

        Assert.Equal(3, ended.ExitCode);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file, Token));
    }

    [Fact]
    public async Task An_export_replaces_its_file_as_a_whole_or_leaves_it_alone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var file = newsroom.Sandbox.PathOf("page.html");
        await File.WriteAllTextAsync(file, "before", Token);

        var refused = await newsroom.Sandbox.RunAsync("export", "nonsense", "--format", "html", "--output", file);
        var untouched = await File.ReadAllTextAsync(file, Token);
        await newsroom.Sandbox.DoAsync("export", "latest", "--format", "html", "--output", file);

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("before", untouched);
        Assert.Contains("</html>", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(newsroom.Sandbox.Folder, "*page.html*"));
    }

    [Fact]
    public async Task Many_processes_read_and_write_one_database_at_the_same_time()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var ids = (await newsroom.Sandbox.DoAsync("list", "--format", "ndjson", "--limit", "12")).Lines
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt64()).ToList();

        var all = ids.Select(id => newsroom.Sandbox.RunAsync("comment", "add", $"{id}", $"on {id}"))
            .Concat(ids.Select(id => newsroom.Sandbox.RunAsync("mark", "read", $"{id}")))
            .Append(newsroom.Sandbox.RunAsync("refresh", "--force"))
            .Append(newsroom.Sandbox.RunAsync("list", "--format", "json"));
        var ended = await Task.WhenAll(all);

        Assert.All(ended, each => Assert.True(each.ExitCode == 0, each.Error));
        Assert.Equal(ids.Count, (await newsroom.Sandbox.DoAsync("comment", "list", "--format", "ndjson")).Lines.Count);
        Assert.Equal("51\n", (await newsroom.Sandbox.DoAsync("count", "unread")).Output);
    }

    [Fact]
    public async Task A_refresh_goes_on_past_a_feed_that_fails_and_names_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var missing = newsroom.MorningAddress.Replace("morning", "missing", StringComparison.Ordinal);
        await newsroom.Sandbox.RunWithInputAsync(missing + "\n", "import", "-");
        newsroom.Publish("Late edition");

        var ended = await newsroom.Sandbox.RunAsync("refresh", "--force");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("missing.xml", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Late edition", (await newsroom.Sandbox.DoAsync("list", "--limit", "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_the_bare_program_prints_the_list()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var bare = await newsroom.Sandbox.DoAsync();
        var list = await newsroom.Sandbox.DoAsync("list");

        Assert.Equal(list.Output, bare.Output);
        Assert.DoesNotContain('\e', bare.Output);
    }
}
