using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderSourceTests : ReaderTest
{
    [Fact]
    public async Task The_sources_of_a_row_are_listed_and_one_is_opened()
    {
        Stories.All.Add(A.Story(1, "Storm closes ports", feed: "Alpha", at: A.Noon) with { Cluster = new ClusterReference(1, 2) });
        Stories.All.Add(
            A.Story(2, "Ports closed as storm nears", feed: "Beta", at: A.Noon.AddHours(-1)) with { Cluster = new ClusterReference(1, 2) });
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
    public async Task A_source_that_is_other_news_is_taken_out_and_undo_puts_it_back()
    {
        Stories.All.Add(A.Story(1, "Storm closes ports", feed: "Alpha", at: A.Noon) with { Cluster = new ClusterReference(1, 3) });
        Stories.All.Add(A.Story(2, "Ports of call", feed: "Beta", at: A.Noon.AddHours(-1)) with { Cluster = new ClusterReference(1, 3) });
        Stories.All.Add(A.Story(3, "Ports closed", feed: "Gamma", at: A.Noon.AddHours(-2)) with { Cluster = new ClusterReference(1, 3) });
        await StartAsync();
        await PressAsync("=");
        Assert.StartsWith("Enter opens; x takes out other news.", Status, StringComparison.Ordinal);
        Assert.InRange(TextWidth.Of(Status), 1, 40);   // Whole also on the smallest screen.

        await PressAsync("j", "x");

        Assert.Null(Reader.State.Menu);
        Assert.StartsWith("Other news now, for good; u undoes it.", Status, StringComparison.Ordinal);
        Assert.Equal([2, 1, 2], Reader.FrontPage.State.Lines.Select(line => line.Story.Cluster.Size));
        await PressAsync("u");
        Assert.StartsWith("Undone: taken out as other news.", Status, StringComparison.Ordinal);
        Assert.Equal([3, 3, 3], Reader.FrontPage.State.Lines.Select(line => line.Story.Cluster.Size));
        await PressAsync("Ctrl-R");
        Assert.Equal(2, Assert.Single(Stories.Splits).StoryId);
    }

    [Fact]
    public async Task Other_menus_have_nothing_to_take_out()
    {
        Have(1);
        await StartAsync();

        await PressAsync("S", "x");

        Assert.NotNull(Reader.State.Menu);
        Assert.Empty(Stories.Splits);
    }

    [Theory]
    [InlineData(600, 2)]
    [InlineData(220, 1)]
    public async Task Enter_opens_the_source_with_the_best_text_and_the_row_is_read(int length, long opened)
    {
        Stories.All.Add(A.Story(1, "Storm closes ports", at: A.Noon) with { Cluster = new ClusterReference(1, 2) });
        Stories.All.Add(A.Story(2, "Ports closed", at: A.Noon.AddHours(-1)) with { Cluster = new ClusterReference(1, 2) });
        Stories.Texts[1] = new StoryText($"<p>{new string('a', 200)}</p>", null);
        Stories.Texts[2] = new StoryText(null, $"<p>{new string('b', length)}</p>");
        await StartAsync();

        await PressAsync("Enter");

        Assert.Equal(opened, Reader.Article.State.Story?.Id);
        Assert.True(Stories.All[0].Status.IsRead);
        Assert.True(Reader.FrontPage.State.Lines[0].Story.Status.IsRead);
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
