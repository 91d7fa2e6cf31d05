using System.Text.Json;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Cli.Tests.Commands;

public sealed class InterestsCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _run.Dispose();

    /// <summary>Nine feeds of ten stories; six of Feed 1 were opened, and one was saved of each but two of the others.</summary>
    private async Task HaveHabitsAsync()
    {
        await using var database = await NewsDatabase.OpenFileAsync(_run.Database, _run.Clock, Token);
        var (feeds, stories) = (new FeedRepository(database), new StoryRepository(database));
        foreach (var feed in await feeds.AddAsync(
            [.. Enumerable.Range(1, 9).Select(n => new NewSubscription($"https://example.org/{n}", $"Feed {n}", []))], Token))
        {
            await feeds.StoreAsync([new FeedUpdate
            {
                FeedId = feed.Id,
                FetchedAt = CommandLineRun.Noon,
                NextFetchAt = CommandLineRun.Noon,
                Stories = [.. Enumerable.Range(1, 10).Select(n => CommandLineRun.Story($"Title{feed.Id}x{n}", n))],
            }], Token);
        }
        foreach (var story in (await stories.PageAsync(new StoryQuery { FeedId = 1 }, null, 6, Token)).Stories)
            await stories.RecordViewAsync(story.Id, Token);
        _run.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Prints_what_was_learnt_and_why_in_words()
    {
        await HaveHabitsAsync();
        Assert.Equal(0, await _run.RunAsync("interests", "--format", "json"));
        var one = Assert.Single(JsonDocument.Parse(_run.Output).RootElement.EnumerateArray());
        Assert.Equal(("feed", "Feed 1", 1, 6), (one.GetProperty("kind").GetString(), one.GetProperty("name").GetString(),
            one.GetProperty("feed").GetInt32(), one.GetProperty("stories").GetInt32()));
        Assert.InRange(one.GetProperty("strength").GetDouble(), 0.5, 3);
        Assert.Equal(("2026-03-14T12:00:00Z", "you often open Feed 1"),
            (one.GetProperty("since").GetString(), one.GetProperty("reason").GetString()));
        Assert.Equal(JsonValueKind.Null, one.GetProperty("set").ValueKind);
        Assert.Equal(0, await _run.RunAsync("interests", "--kind", "term", "--format", "csv"));
        Assert.Equal("kind,name,feed,strength,stories,since,set,reason\n", _run.Output);
        await _run.RunAsync("list", "must-read", "--format", "tsv", "--fields", "reason");
        Assert.Contains("you often open Feed 1\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_gets_columns_that_fit()
    {
        await HaveHabitsAsync();
        await _run.RunAsync("interests", "like", "linux");
        _run.Width = 60;
        Assert.Equal(0, await _run.RunAsync("interests"));
        Assert.Matches(
            "^\\+2\\.0  term      linux   set by you just now\n\\+\\d\\.\\d  feed      Feed 1  6 stories, the first 1 min ago\n$",
            _run.Output);
    }

    [Fact]
    public async Task What_the_reader_says_outlasts_what_is_learnt()
    {
        await HaveHabitsAsync();
        Assert.Equal(0, await _run.RunAsync("interests", "dislike", "--feed", "Feed 1"));
        Assert.Equal("You dislike Feed 1.\n", _run.Output);
        Assert.Equal(0, await _run.RunAsync("interests", "set", "Élections", "-1.5"));
        Assert.Equal("Set 'election' to -1.5.\n", _run.Output);
        Assert.Equal(0, await _run.RunAsync("interests", "like", "--category", "Space", "Tech"));
        Assert.Equal("You like Space, Tech.\n", _run.Output);
        await _run.RunAsync("interests", "--format", "tsv");
        Assert.Equal(
            ["kind", "category", "category", "term", "feed"],
            _run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]));
        await _run.RunAsync("list", "must-read", "--format", "tsv", "--fields", "reason");
        Assert.DoesNotContain("Feed 1", _run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _run.RunAsync("interests", "forget", "--feed", "Feed 1"));
        Assert.Equal("Forgot what was learnt or set about Feed 1.\n", _run.Output);
        await _run.RunAsync("interests", "--kind", "feed");
        Assert.Equal("", _run.Output);
    }

    [Fact]
    public async Task Erasing_begins_anew_and_leaves_the_stories_as_they_are()
    {
        await HaveHabitsAsync();
        await _run.RunAsync("interests", "like", "linux");
        Assert.Equal(0, await _run.RunAsync("interests", "erase", "--yes"));
        Assert.Equal("Erased all interests; learning begins anew. Stories, saves and comments stay.\n", _run.Output);
        Assert.Equal(0, await _run.RunAsync("interests", "--format", "json"));
        Assert.Equal("[]\n", _run.Output);
        Assert.StartsWith("Nothing was learnt yet", _run.Error, StringComparison.Ordinal);
        await _run.RunAsync("count", "unread");
        Assert.Equal("84\n", _run.Output);
    }

    [Theory]
    [InlineData("y\n", "")]
    [InlineData("no\n", "linux")]
    [InlineData("", "linux")]
    public async Task Erasing_asks_whom_it_can_ask(string answer, string left)
    {
        await _run.WithStoriesAsync();
        await _run.RunAsync("interests", "like", "linux");
        (_run.IsInputTerminal, _run.Input) = (true, answer);
        Assert.Equal(0, await _run.RunAsync("interests", "erase"));
        Assert.StartsWith("Erase all that was learnt and set about your interests? (y/N) ", _run.Error, StringComparison.Ordinal);
        await _run.RunAsync("interests");
        Assert.Equal(left, _run.Output.Split('\t').ElementAtOrDefault(1) ?? "");
    }

    [Fact]
    public async Task Turned_off_nothing_is_learnt_or_used()
    {
        await HaveHabitsAsync();
        await File.WriteAllTextAsync(_run.PathOf("config.toml"), "[interest]\nlearn = false\n", Token);
        Assert.Equal(0, await _run.RunAsync("interests", "--config", _run.PathOf("config.toml")));
        Assert.Equal("", _run.Output);
        Assert.StartsWith("Interests are neither learnt nor used", _run.Error, StringComparison.Ordinal);
        await _run.RunAsync("list", "must-read", "--format", "tsv", "--fields", "reason", "--config", _run.PathOf("config.toml"));
        Assert.DoesNotContain("often", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_says_that_nothing_leaves_the_machine()
    {
        await _run.RunAsync("interests", "--help");
        Assert.Contains("sent to nobody", string.Join(' ', _run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }
}
