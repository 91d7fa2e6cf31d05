using System.Text.Json;

namespace TermNews.Cli.Tests.Commands;

public sealed class WhyCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    private async Task<string> SavedAsync()
    {
        await _run.WithStoriesAsync();
        var id = await _run.IdOfAsync("Beta");
        await _run.RunAsync("mark", "saved", id);
        await _run.RunAsync("comment", "add", id, "Well said.");
        return id;
    }

    [Fact]
    public async Task It_tells_in_words_what_speaks_for_a_story()
    {
        var id = await SavedAsync();

        Assert.Equal(0, await _run.RunAsync("why", id));

        Assert.Equal(
            "rare feed: about one post in 10 days\nyou saved it\n1 comment of yours\npublished 2 h ago\n",
            _run.Output);
    }

    [Fact]
    public async Task With_numbers_it_tells_points_decay_place_and_score()
    {
        var id = await SavedAsync();

        await _run.RunAsync("why", id, "--numbers");

        Assert.Equal(
            """
            Popular: place 1, score 0.375 = 0.4 points × 0.936 for its age
               0.40  1 comment of yours
            Must-Read: place 1, score 2.628 = 2.65 points × 0.992 for its age
               1.25  rare feed: about one post in 10 days
               1.00  you saved it
               0.40  1 comment of yours
            published 2 h ago

            """, _run.Output);
    }

    [Fact]
    public async Task As_json_the_words_are_there_and_the_numbers_where_they_are_asked_for()
    {
        var id = await SavedAsync();
        await _run.RunAsync("why", id, "--format", "json");
        Assert.False(JsonDocument.Parse(_run.Output).RootElement.TryGetProperty("lists", out _));

        await _run.RunAsync("why", id, "--format", "json", "--numbers");

        var root = JsonDocument.Parse(_run.Output).RootElement;
        Assert.Equal("published 2 h ago", root.GetProperty("reasons").EnumerateArray().Last().GetString());
        var popular = root.GetProperty("lists")[0];
        Assert.Equal((1, 0.3745, 0.4),
            (popular.GetProperty("rank").GetInt32(), popular.GetProperty("score").GetDouble(), popular.GetProperty("points").GetDouble()));
        Assert.Equal("1 comment of yours", popular.GetProperty("evidence")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_story_outside_both_lists_has_no_place()
    {
        await _run.WithStoriesAsync([.. Enumerable.Range(1, 60).Select(n => CommandLineRun.Story($"Story {n}", n))]);

        await _run.RunAsync("why", await _run.IdOfAsync("Story 9"), "--numbers", "--format", "json");

        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(_run.Output).RootElement.GetProperty("lists")[1].GetProperty("rank").ValueKind);
    }

    [Fact]
    public async Task The_configuration_weighs_and_has_rules()
    {
        var id = await SavedAsync();
        await File.WriteAllTextAsync(_run.PathOf("c.toml"),
            "[popular]\nweights = { comments = 0 }\n[must_read]\nrules = [\"author:ada title:beta\"]\n",
            TestContext.Current.CancellationToken);

        await _run.RunAsync("why", id, "--numbers", "--config", _run.PathOf("c.toml"));

        Assert.StartsWith("Popular: not in the list, nothing speaks for it\nMust-Read: place 1, ", _run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  10.00  your rule 'author:ada title:beta'\n", _run.Output, StringComparison.Ordinal);
    }
}
