namespace TermNews.Cli.Tests.Commands;

public sealed class MuteCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    private async Task<string> PrintAsync(params string[] words)
    {
        Assert.Equal(ExitCodes.Success, await _run.RunAsync(words));
        return _run.Output;
    }

    private Task<string> TitlesAsync(params string[] words) => PrintAsync([.. words, "--format", "text", "--fields", "title"]);

    [Fact]
    public async Task A_word_is_muted_for_a_while_and_comes_back()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(
            "1 story muted until 2026-03-15T12:00:00Z by the word 'beta'.\n", await PrintAsync("mute", "word", "beta", "--for", "1d"));

        Assert.Equal("Alpha\nGamma\n", await TitlesAsync("list"));
        Assert.Equal("Beta\n", await TitlesAsync("list", "--muted"));
        Assert.Equal("Alpha\nBeta\nGamma\n", await TitlesAsync("list", "all"));
        Assert.Equal("Beta\n", await TitlesAsync("search", "beta"));
        Assert.Equal("2\n", await PrintAsync("count", "unread"));
        Assert.Equal("1\n", await PrintAsync("count", "--muted"));
        Assert.Equal("2\n", await PrintAsync("count", "unread", "--unread"));
        _run.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("3\n", await PrintAsync("count", "unread"));
    }

    [Fact]
    public async Task Each_kind_can_be_muted_and_the_list_counts_what_each_keeps_out()
    {
        await _run.WithStoriesAsync();
        await PrintAsync("mute", "author", "ada");
        await PrintAsync("mute", "feed", "example", "--until", "2026-04-01");
        await PrintAsync("mute", "category", "news", "--for", "4w");
        await PrintAsync("mute", "word", "gamma");

        Assert.Equal(
            """
            [
            {"kind":"word","text":"gamma","until":null,"stories":1,"configured":false},
            {"kind":"author","text":"ada","until":null,"stories":3,"configured":false},
            {"kind":"feed","text":"Example","until":"2026-04-01T00:00:00Z","stories":3,"configured":false},
            {"kind":"category","text":"news","until":"2026-04-11T12:00:00Z","stories":3,"configured":false}
            ]

            """.ReplaceLineEndings("\n"), await PrintAsync("mute", "list", "--format", "json"));
        Assert.Equal("kind,text,until,stories,configured\nword,gamma,,1,false\n",
            string.Join('\n', (await PrintAsync("mute", "--format", "csv")).Split('\n')[..2]) + "\n");
        _run.Width = 80;
        Assert.Equal("word      gamma    for ever              1 story", (await PrintAsync("mute")).Split('\n')[0]);
    }

    [Theory]
    [InlineData("soon", "--for takes a span")]
    [InlineData("7d", "--for takes a span")]
    [InlineData("2026-03-14", "has passed")]
    public async Task An_end_is_a_date_to_come(string until, string sentence)
    {
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("mute", "word", "beta", "--until", until));

        Assert.Contains(sentence, _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_mute_back_says_how_many_return()
    {
        await _run.WithStoriesAsync();
        await PrintAsync("mute", "word", "beta");
        await PrintAsync("mute", "feed", "1");

        Assert.Equal("0 stories shown again: the word 'beta' is no longer muted.\n", await PrintAsync("mute", "remove", "word", "BETA"));
        Assert.Equal("3 stories shown again: the feed 'Example' is no longer muted.\n", await PrintAsync("mute", "remove", "feed", "1"));

        Assert.Equal("", await PrintAsync("mute", "list"));
        Assert.Contains("Nothing is muted.", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_mutes_too_and_is_not_changed_by_a_command()
    {
        await _run.WithStoriesAsync();
        var configuration = _run.PathOf("config.toml");
        await File.WriteAllTextAsync(
            configuration, "[mute]\nwords = [\"beta\", { word = \"gamma\", until = 2026-03-20 }]\n", TestContext.Current.CancellationToken);
        _run.Environment["TERMNEWS_CONFIG"] = configuration;

        Assert.Equal("Alpha\n", await TitlesAsync("list"));
        Assert.Equal("word\tbeta\t\t1\ttrue\nword\tgamma\t2026-03-20T00:00:00Z\t1\ttrue\n", await PrintAsync("mute", "list"));
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("mute", "remove", "word", "beta"));
        Assert.Contains("is muted in the configuration", _run.Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(configuration, "", TestContext.Current.CancellationToken);
        Assert.Equal("Alpha\nBeta\nGamma\n", await TitlesAsync("list"));
    }

    [Fact]
    public async Task A_mute_that_is_wrong_in_the_configuration_is_3_with_its_place()
    {
        await _run.WithStoriesAsync();
        var configuration = _run.PathOf("config.toml");
        await File.WriteAllTextAsync(configuration, "[mute]\nwords = [3]\n", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("list", "--config", configuration));

        Assert.Contains("line 2, column 10: mute.words takes texts", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_of_a_muted_story_is_what_mutes_it()
    {
        await _run.WithStoriesAsync();
        await PrintAsync("mute", "word", "beta", "--for", "30d");

        Assert.Equal(
            "muted until 13 Apr by the word 'beta'; published 2 h ago\n", await PrintAsync("list", "--muted", "--fields", "reason"));
        Assert.StartsWith(
            "muted until 13 Apr by the word 'beta'\n", await PrintAsync("why", await _run.IdOfAsync("Beta")), StringComparison.Ordinal);
        await PrintAsync("mark", "read", "--all", "--muted");
        Assert.Equal("2\n", await PrintAsync("count", "all", "--unread"));
    }
}
