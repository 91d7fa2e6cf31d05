using TermNews.Core.Stories;

namespace TermNews.Core.Tests.ViewModels;

public sealed class ReaderSourceTests : ReaderTest
{
    [Fact]
    public async Task The_sources_of_a_row_are_listed_and_one_is_opened()
    {
        Stories.All.Add(A.Story(1, "Storm closes ports", feed: "Alpha", at: A.Noon) with { Cluster = new ClusterReference(1, 2) });
        Stories.All.Add(A.Story(2, "Ports closed as storm nears", feed: "Beta", at: A.Noon.AddHours(-1)) with { Cluster = new ClusterReference(1, 2) });
        Stories.All.Add(A.Story(3, "Something else", feed: "Beta", at: A.Noon.AddHours(-2)));
        await StartAsync();

        await PressAsync("=");

        Assert.Equal("Who reports this", Reader.State.Menu?.Title);
        Assert.Equal(["0m   Alpha             Storm closes ports", "1h   Beta              Ports closed as storm nears"],
            Reader.State.Menu!.Items.Select(item => item.Text));
        await PressAsync("j", "Enter");
        Assert.Equal(2, Reader.Article.State.Story?.Id);
    }

    [Fact]
    public async Task On_a_small_screen_the_sources_around_the_story_are_listed()
    {
        Stories.All.AddRange(Enumerable.Range(1, 14).Select(id =>
            A.Story(id, $"Report {id}", at: A.Noon.AddMinutes(-id)) with { Cluster = new ClusterReference(1, 14) }));
        await StartAsync(40, 10);
        await PressAsync("G", "=");

        Assert.Equal(6, Reader.State.Menu?.Items.Count);
        Assert.EndsWith("Report 14", Reader.State.Menu!.Items[Reader.State.Menu.Selected].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_nobody_else_reports_says_so()
    {
        Have(1);
        await StartAsync();

        await PressAsync("=");

        Assert.StartsWith("No other feed reports this.", Status, StringComparison.Ordinal);
    }
}
