using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>What a key costs on a slow line, in bytes, which are the same on every machine.</summary>
public sealed class ByteBudgetTests
{
    private const string Down = "\e[B", PageDown = "\e[6~", Home = "\e[H";

    [Fact]
    public async Task Moving_in_a_list_takes_at_most_208_bytes_a_row_and_1600_a_page()
    {
        await using var newsroom = await Newsroom.OpenAsync(PlausibleFeeds.All);
        await using var terminal = await ListAsync(newsroom, 80, 24);

        var rows = await CostAsync(terminal, Down, 26);
        await terminal.PressAsync(Home);
        var pages = await CostAsync(terminal, PageDown, 10);   // As many as the benchmark presses.

        AssertAtMost(208, rows);
        AssertAtMost(1600, pages);
    }

    [Fact]
    public async Task Scrolling_an_article_takes_at_most_111_bytes_a_line_and_1300_a_page()
    {
        await using var newsroom = await Newsroom.OpenAsync(PlausibleFeeds.All);
        await using var terminal = await ListAsync(newsroom, 80, 24);
        await terminal.PressAsync("\r");

        var lines = await CostAsync(terminal, Down, 26);
        var pages = await CostAsync(terminal, PageDown, 7);

        AssertAtMost(111, lines);
        AssertAtMost(1300, pages);
    }

    [Fact]
    public async Task Opening_and_closing_a_story_take_at_most_1900_bytes_each()
    {
        await using var newsroom = await Newsroom.OpenAsync(PlausibleFeeds.All);
        await using var terminal = await ListAsync(newsroom, 80, 24);
        List<int> openings = [], closings = [];

        for (var n = 0; n < 4; n++)
        {
            openings.Add((await terminal.PressAsync("\r")).Count);
            closings.Add((await terminal.PressAsync("q")).Count);
            await terminal.PressAsync(Down);
        }

        AssertAtMost(1900, openings);
        AssertAtMost(1900, closings);
    }

    [Fact]
    public async Task The_first_screen_takes_at_most_3000_bytes()
    {
        await using var newsroom = await Newsroom.OpenAsync(PlausibleFeeds.All);
        await using var terminal = await ListAsync(newsroom, 80, 24);

        var first = terminal.Count;
        var again = (await terminal.RepaintAsync()).Count;

        Assert.InRange(first, 1, 3000);
        Assert.InRange(again, 1, 3000);
    }

    [Fact]
    public async Task Moving_in_a_list_of_200_by_60_takes_less_than_500_bytes()
    {
        await using var newsroom = await Newsroom.OpenAsync(PlausibleFeeds.All);
        await using var terminal = await ListAsync(newsroom, 200, 60);

        AssertAtMost(499, await CostAsync(terminal, Down, 20));
    }

    [Fact]
    public async Task Nothing_is_sent_while_nothing_happens()
    {
        await using var newsroom = await Newsroom.OpenAsync(PlausibleFeeds.All);
        await using var terminal = await ListAsync(newsroom, 80, 24);
        var inList = await BytesInTwoSecondsAsync(terminal);
        await terminal.PressAsync("\r");
        var inArticle = await BytesInTwoSecondsAsync(terminal);

        Assert.Equal((0, 0), (inList, inArticle));
    }

    private static async Task<PseudoTerminal> ListAsync(Newsroom newsroom, int columns, int rows)
    {
        var terminal = PseudoTerminal.Start(newsroom.Sandbox, columns, rows, null, "--offline");
        await terminal.WaitForAsync("filter");   // The status row is the last thing of a frame.
        await terminal.SettleAsync();
        return terminal;
    }

    private static async Task<List<int>> CostAsync(PseudoTerminal terminal, string key, int times)
    {
        List<int> costs = [];
        for (var n = 0; n < times; n++)
            costs.Add((await terminal.PressAsync(key)).Count);
        return costs;
    }

    private static async Task<int> BytesInTwoSecondsAsync(PseudoTerminal terminal)
    {
        var before = terminal.Count;
        await terminal.WaitForMoreAsync(before, TimeSpan.FromSeconds(2));
        return terminal.Count - before;
    }

    /// <summary>Half of the presses are within the budget, as the benchmark counts it, and so are all together.</summary>
    private static void AssertAtMost(int budget, List<int> costs)
    {
        var median = costs.Order().ElementAt(costs.Count / 2);
        var mean = costs.Average();
        Assert.True(median <= budget && mean <= budget,
            $"A key may cost {budget} bytes; the median is {median}, the mean {mean:F0}: {string.Join(' ', costs)}");
    }
}
