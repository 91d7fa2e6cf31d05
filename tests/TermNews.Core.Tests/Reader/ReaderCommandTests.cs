using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderCommandTests : ReaderTest
{
    private static readonly KeyScope[] Scopes =
    [
        KeyScope.List, KeyScope.Article, KeyScope.Feeds, KeyScope.Help, KeyScope.Comment, KeyScope.Prompt, KeyScope.Question, KeyScope.Menu,
    ];

    public static TheoryData<string, KeyScope> RowsInScopes()
    {
        TheoryData<string, KeyScope> rows = [];
        foreach (var row in ReaderCommands.Table)
        {
            foreach (var scope in Scopes.Where(scope => row.Scope.HasFlag(scope)))
                rows.Add(row.Name, scope);
        }
        return rows;
    }

    private async Task OpenAsync(KeyScope scope)
    {
        Have(5);
        Stories.Texts[1] = new StoryText(null, "<h2>Head</h2><p>Read <a href='https://example.org/more'>more</a>.</p>");
        Feeds.Add(new Feed { Id = 0, FeedUrl = "https://example.org/f", Title = "Feed", Tags = ["Folder"] });
        await StartAsync();
        await PressAsync(scope switch
        {
            KeyScope.List => [],
            KeyScope.Article => ["Enter"],
            KeyScope.Feeds => ["L", "j"],
            KeyScope.Help => ["?"],
            KeyScope.Comment => ["Enter", "c"],
            KeyScope.Prompt => ["/"],
            KeyScope.Question => ["a"],
            _ => ["m"],
        });
        if (scope == KeyScope.Question)
            await TypeAsync("example.org");   // "Subscribe to Found?"
    }

    [Theory]
    [MemberData(nameof(RowsInScopes))]
    public async Task Every_command_runs_wherever_its_keys_work(string name, KeyScope scope)
    {
        var row = ReaderCommands.Table.Single(row => row.Name == name);
        await OpenAsync(scope);
        Assert.Equal(scope, Reader.Scope);

        await Reader.ExecuteAsync(row, A.Token);

        Assert.NotNull(Reader.State);
    }

    [Fact]
    public async Task Empty_lists_and_notices_name_the_keys_that_the_reader_chose()
    {
        await StartAsync(parts: Parts with
        {
            Keys = ReaderKeys.Create(new Dictionary<string, IReadOnlyList<string>>
            {
                ["refresh"] = ["F5"],
                ["toggle-saved"] = ["F6"],
                ["undo"] = ["F7"],
                ["leave"] = ["F8"],
                ["mute"] = [],
            }),
        });
        Assert.Contains("F5 fetches the feeds", Rows(), StringComparison.Ordinal);
        await PressAsync("4");
        Assert.Contains("F6 keeps the selected story here.", Rows(), StringComparison.Ordinal);
        await PressAsync("M");
        Assert.StartsWith("Nothing is muted; (unbound) mutes a word", Status, StringComparison.Ordinal);
        await PressAsync("?");
        Assert.EndsWith("F8 back", Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_click_on_a_feed_shows_its_stories()
    {
        Feeds.Add(new Feed { Id = 0, FeedUrl = "https://example.org/f", Title = "Feed" });
        await StartAsync();
        await PressAsync("L");

        await Reader.ClickAsync(5, 1, isDouble: true, A.Token);

        Assert.Equal((KeyScope.List, "Feed"), (Reader.State.Screen, Reader.FrontPage.State.OnlyFeed?.Title));
    }

    [Fact]
    public async Task A_menu_moves_to_its_ends()
    {
        Have(1);
        await StartAsync();
        await PressAsync("S", "End");
        Assert.Equal(3, Reader.State.Menu!.Selected);

        await PressAsync("Home");

        Assert.Equal(0, Reader.State.Menu!.Selected);
    }

    private string Rows() => string.Join('\n', Reader.FrontPage.Rows(80));
}
