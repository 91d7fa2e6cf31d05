using TermNews.Core.Lists;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderMouseTests : ReaderTest
{
    [Fact]
    public async Task A_click_selects_a_row_and_a_second_one_opens_it()
    {
        Have(5);
        await StartAsync();
        await Reader.ClickAsync(20, 3, isDouble: false, A.Token);
        Assert.Equal((3L, KeyScope.List), (SelectedId, Reader.State.Screen));

        await Reader.ClickAsync(20, 3, isDouble: true, A.Token);

        Assert.Equal((3L, KeyScope.Article), (Reader.Article.State.Story!.Id, Reader.State.Screen));
    }

    [Fact]
    public async Task A_click_below_the_last_row_or_on_the_status_row_does_nothing()
    {
        Have(2);
        await StartAsync();
        await Reader.ClickAsync(5, 10, isDouble: true, A.Token);
        await Reader.ClickAsync(5, Reader.State.Height - 1, isDouble: true, A.Token);

        Assert.Equal((1L, KeyScope.List), (SelectedId, Reader.State.Screen));
    }

    [Fact]
    public async Task A_click_on_a_tab_shows_its_list()
    {
        Have(3);
        await StartAsync();
        var column = Reader.TitleRow().ToString().IndexOf("Saved", StringComparison.Ordinal);
        await Reader.ClickAsync(column, 0, isDouble: false, A.Token);

        Assert.Equal(StoryList.Saved, Reader.FrontPage.State.List);
    }

    [Fact]
    public async Task A_click_on_a_link_selects_it_and_a_second_one_follows_it()
    {
        Have(1);
        Stories.Texts[1] = new StoryText(null, "<p>Read <a href=\"https://example.org/more\">more about it</a> there.</p>");
        await StartAsync();
        await PressAsync("Enter");
        var rows = Reader.Article.Rows().Select(line => line.ToString()).ToList();
        var row = rows.FindIndex(text => text.Contains("more about it", StringComparison.Ordinal));
        var column = rows[row].IndexOf("about", StringComparison.Ordinal);
        await Reader.ClickAsync(column, row + 1, isDouble: false, A.Token);
        Assert.Equal("https://example.org/more", Reader.Article.State.Current?.Url);

        await Reader.ClickAsync(column, row + 1, isDouble: true, A.Token);

        Assert.Equal(["https://example.org/more"], Desktop.Opened);
    }

    [Fact]
    public async Task The_wheel_scrolls_the_article_and_moves_in_a_list()
    {
        Have(9);
        Stories.Texts[4] = new StoryText(null, string.Concat(Enumerable.Repeat("<p>Text.</p>", 60)));
        await StartAsync();
        await Reader.WheelAsync(10, 1, A.Token);
        Assert.Equal(4L, SelectedId);
        await PressAsync("Enter");
        await Reader.WheelAsync(10, 1, A.Token);
        await Reader.WheelAsync(10, 1, A.Token);
        await Reader.WheelAsync(10, -1, A.Token);

        Assert.Equal(3, Reader.Article.State.Top);
    }

    [Fact]
    public async Task While_a_text_is_typed_clicks_are_left_alone()
    {
        Have(3);
        await StartAsync();
        await PressAsync("/");
        await Reader.ClickAsync(5, 2, isDouble: true, A.Token);

        Assert.Equal((KeyScope.Prompt, KeyScope.List), (Reader.Scope, Reader.State.Screen));
    }

    [Fact]
    public async Task A_menu_runs_the_line_that_is_clicked_and_closes_by_a_click_beside_it()
    {
        Have(1);
        await StartAsync();
        await PressAsync("S");
        await Reader.ClickAsync(5, 2, isDouble: false, A.Token);
        Assert.Null(Reader.State.Menu);
        await PressAsync("S");
        var first = Reader.State.Layout.BodyHeight - Reader.State.Menu!.Items.Count + 1;
        await Reader.ClickAsync(5, first, isDouble: false, A.Token);

        Assert.Single(Desktop.Copied);
        Assert.Null(Reader.State.Menu);
    }

    [Fact]
    public async Task At_another_machine_an_opened_link_is_shown_and_offered_as_a_code()
    {
        Have(1);
        Desktop.IsElsewhere = true;
        await StartAsync(100, 40);
        await PressAsync("o");
        Assert.Contains(Reader.State.Menu!.Items, item => item.Text.StartsWith("https://", StringComparison.Ordinal));
        await PressAsync("1");

        var code = Reader.State.Menu!.Items.Select(item => item.Text).ToList();
        Assert.All(code, row => Assert.Equal(code[0].Length, row.Length));
        Assert.All(code, row => Assert.Empty(row.Trim('█', '▀', '▄', ' ')));
        Assert.InRange(code.Count, 12, 30);
    }
}
