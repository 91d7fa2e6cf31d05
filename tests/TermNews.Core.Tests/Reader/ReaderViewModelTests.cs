using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderViewModelTests : ReaderTest
{
    [Fact]
    public async Task A_warning_stands_in_the_last_row_until_a_key_is_pressed()
    {
        Have(3);
        await StartAsync(parts: Parts with { Warning = "Configuration, line 1: {x} is not a setting." });
        Assert.Contains("{x} is not a setting", Status, StringComparison.Ordinal);
        await PressAsync("j");
        Assert.DoesNotContain("not a setting", Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_opens_and_q_goes_back_and_then_leaves()
    {
        Have(3);
        await StartAsync();
        await PressAsync("j", "Enter");
        Assert.Equal((KeyScope.Article, 2L), (Reader.State.Screen, Reader.Article.State.Story!.Id));
        Assert.True(Reader.FrontPage.State.Lines[1].Story.Status.IsRead);
        await PressAsync("q");
        Assert.Equal((KeyScope.List, false), (Reader.State.Screen, Reader.State.HasLeft));
        await PressAsync("q");
        Assert.True(Reader.State.HasLeft);
    }

    [Fact]
    public async Task Esc_and_the_other_ways_back_never_leave_the_program()
    {
        Have(3);
        await StartAsync();
        await PressAsync("Esc", "Esc", "h", "Left", "Backspace", "Enter", "Esc", "L", "Esc", "Esc", "?", "Esc", "Esc");
        Assert.False(Reader.State.HasLeft);
    }

    [Theory]
    [InlineData("Q")]
    [InlineData("Ctrl-C")]
    public async Task Leaving_at_once_keeps_the_place(string key)
    {
        Have(1);
        Stories.Texts[1] = new StoryText(null, string.Concat(Enumerable.Repeat("<p>Text.</p>", 60)));
        await StartAsync();
        await PressAsync("Enter", "PgDn", key);
        Assert.True(Reader.State.HasLeft);
        Assert.True(Stories.Positions[^1].Position > 0);
    }

    [Fact]
    public async Task Marks_toggle_show_in_the_row_and_are_undone_and_done_again()
    {
        Have(3);
        await StartAsync();
        await PressAsync("s");
        Assert.True(StatusOf(1).IsSaved && Reader.FrontPage.State.Lines[0].Story.Status.IsSaved);
        Assert.StartsWith("Kept in Saved.", Status, StringComparison.Ordinal);
        await PressAsync("u");
        Assert.False(StatusOf(1).IsSaved || Reader.FrontPage.State.Lines[0].Story.Status.IsSaved);
        await PressAsync("Ctrl-R");
        Assert.True(StatusOf(1).IsSaved && Reader.FrontPage.State.Lines[0].Story.Status.IsSaved);
        await PressAsync("s", "!", "r");
        Assert.True(StatusOf(1) is { IsSaved: false, IsPinned: true, IsRead: true });
    }

    [Fact]
    public async Task A_hidden_story_goes_and_undo_brings_it_back_selected()
    {
        Have(5);
        await StartAsync();
        await PressAsync("j", "d");
        Assert.Equal([1L, 3L, 4L, 5L], Reader.FrontPage.State.Lines.Select(line => line.Story.Id));
        Assert.Equal(3L, SelectedId);
        await PressAsync("u");
        Assert.Equal(5, Reader.FrontPage.State.Lines.Count);
        Assert.Equal(2L, SelectedId);
    }

    [Fact]
    public async Task The_whole_list_is_marked_read_and_taken_back_as_one()
    {
        Have(450);
        Stories.Change(7, status => status with { IsRead = true });
        await StartAsync();
        await PressAsync("A");
        Assert.StartsWith("449 stories marked as read; u takes it back.", Status, StringComparison.Ordinal);
        Assert.All(Stories.All, story => Assert.True(story.Status.IsRead));
        Assert.Equal(0, Reader.FrontPage.State.UnreadCount);
        await PressAsync("u");
        Assert.Equal(1, Stories.All.Count(story => story.Status.IsRead));
        Assert.Equal(1, Reader.FrontPage.State.Lines.Count(line => line.Story.Status.IsRead));
    }

    [Fact]
    public async Task Marking_a_list_read_leaves_what_waits_behind_the_dot_unread()
    {
        Have(3);
        await StartAsync();
        Stories.All.Add(A.Story(9, at: A.Noon));
        await Reader.NoticeChangesAsync(A.Token);
        await PressAsync("A");
        Assert.False(StatusOf(9).IsRead);
    }

    [Fact]
    public async Task Space_reads_to_the_end_and_goes_on_to_the_next_unread_story()
    {
        Have(3);
        Stories.Change(2, status => status with { IsRead = true });
        await StartAsync();
        await PressAsync("Enter");
        for (var presses = 0; presses < 20 && Reader.Article.State.Story!.Id == 1; presses++)
            await PressAsync("Space");
        Assert.Equal(3, Reader.Article.State.Story!.Id);
        for (var presses = 0; presses < 20 && Reader.State.Notice is null; presses++)
            await PressAsync("Space");
        Assert.Equal("No more unread stories below.", Reader.State.Notice);
        await PressAsync("PgDn");
        Assert.Equal(3, Reader.Article.State.Story!.Id);
    }

    [Fact]
    public async Task J_and_K_visit_unread_stories_in_the_article_too()
    {
        Have(4);
        Stories.Change(2, status => status with { IsRead = true });
        await StartAsync();
        await PressAsync("Enter", "J");
        Assert.Equal((3L, 3L), (Reader.Article.State.Story!.Id, SelectedId));
    }

    [Fact]
    public async Task A_filter_works_while_it_is_typed_and_esc_shows_all_again()
    {
        Have(30);
        await StartAsync();
        await PressAsync("/");
        Assert.Equal(KeyScope.Prompt, Reader.Scope);
        await Reader.ChangePromptAsync("headline 30", A.Token);
        Assert.Single(Reader.FrontPage.State.Lines);
        await PressAsync("Enter");
        Assert.Equal(KeyScope.List, Reader.Scope);
        Assert.Single(Reader.FrontPage.State.Lines);
        await PressAsync("Esc");
        Assert.Equal(30, Reader.FrontPage.State.Lines.Count);
        await PressAsync("/");
        await Reader.ChangePromptAsync("nothing", A.Token);
        await PressAsync("Esc");
        Assert.Equal(30, Reader.FrontPage.State.Lines.Count);
    }

    [Fact]
    public async Task Searching_everything_shows_the_words_above_and_q_goes_back_to_the_list()
    {
        Have(12);
        await StartAsync();
        await PressAsync("Enter", "g", "/");
        await TypeAsync("Headline 1");
        Assert.StartsWith("Search: Headline 1", Title, StringComparison.Ordinal);
        Assert.Equal(4, Reader.FrontPage.State.Lines.Count);
        await PressAsync("q");
        Assert.Equal((12, false), (Reader.FrontPage.State.Lines.Count, Reader.State.HasLeft));
    }

    [Fact]
    public async Task An_unfinished_sequence_is_shown()
    {
        Have(2);
        await StartAsync();
        await PressAsync("g");
        Assert.EndsWith("g", Status, StringComparison.Ordinal);
        await PressAsync("g");
        Assert.DoesNotContain("  g", Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_copied_opened_and_shared()
    {
        Have(1);
        Stories.Texts[1] = new StoryText(null, "<p><a href='https://example.org/x'>x</a></p>");
        await StartAsync();
        const string link = "https://example.org/story/1";
        await PressAsync("y", "Y", "o", "Enter", "1", "Enter", "1", "y", "S", "4", "S", "j", "Enter");
        Assert.Equal(
            [link, $"Headline 1\n{link}", "https://example.org/x", $"Headline 1\n{link}"],
            Desktop.Copied);
        Assert.Equal(
            [link, "https://example.org/x", "mailto:?subject=Headline%201&body=https%3A%2F%2Fexample.org%2Fstory%2F1"],
            Desktop.Opened);
        Assert.Null(Reader.State.Menu);
    }

    [Fact]
    public async Task What_the_desktop_cannot_do_is_a_notice()
    {
        Have(1);
        Desktop.Fault = new NewsException(NewsFault.Unreadable, "There is no browser here.");
        await StartAsync();
        await PressAsync("o");
        Assert.Equal(("There is no browser here.", true), (Reader.State.Notice, Reader.State.IsWarning));
        await PressAsync("j");
        Assert.Null(Reader.State.Notice);
    }

    [Fact]
    public async Task A_related_story_opens_inside()
    {
        Have(2);
        Stories.Related.Add(Stories.All[1]);
        await StartAsync();
        await PressAsync("Enter", "Tab", "Enter");
        Assert.Equal(2, Reader.Article.State.Story!.Id);
    }

    [Fact]
    public async Task Why_lists_the_evidence_and_any_way_back_closes_it()
    {
        Have(1);
        Stories.Change(1, status => status with { IsSaved = true });
        await StartAsync();
        await PressAsync("w");
        Assert.Equal(["you saved it", "published 1 min ago"], Reader.State.Menu!.Items.Select(item => item.Text));
        Assert.Equal("w numbers", Reader.State.Menu.Hint);
        await PressAsync("w");
        Assert.Equal(
            [
                "Popular: not in the list, nothing speaks for it", "Must-Read: place 1, score 1 = 1 points × 1 for its age",
                "   1.00  you saved it", "published 1 min ago",
            ], Reader.State.Menu!.Items.Select(item => item.Text));
        Assert.Equal("", Reader.State.Menu.Hint);
        await PressAsync("w");
        Assert.NotNull(Reader.State.Menu);
        await PressAsync("q");
        Assert.Null(Reader.State.Menu);
        Assert.False(Reader.State.HasLeft);
    }

    [Fact]
    public async Task The_discussion_of_a_story_without_one_is_told_to_be_missing()
    {
        Have(1);
        await StartAsync();
        await PressAsync("D");
        Assert.Equal("The publisher has no discussion of this story.", Reader.State.Notice);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(40, 10)]
    [InlineData(120, 40)]
    [InlineData(200, 60)]
    public async Task Title_and_status_rows_fit_on_every_screen(int width, int height)
    {
        Have(30);
        await StartAsync(width, height);
        foreach (var keys in new[] { "j", "Enter", "c", "Esc", "L", "q", "?", "q" })
        {
            await PressAsync(keys);
            Assert.InRange(TextWidth.Of(Title), 1, width);
            Assert.InRange(TextWidth.Of(Reader.StatusRow().ToString()), 0, width);
        }
    }

    [Fact]
    public async Task A_screen_too_small_says_so_in_one_line()
    {
        Have(3);
        await StartAsync(20, 5);
        Assert.True(Reader.State.IsTooSmall);
        Assert.Equal("TermNews needs 40x1…", Title);
    }

    [Fact]
    public async Task From_a_hundred_and_twenty_columns_on_list_and_article_stand_side_by_side()
    {
        Have(3);
        await StartAsync(120, 40);
        Assert.Equal((61, 58), (Reader.State.Layout.ListWidth, Reader.State.Layout.ColumnWidth));
        await PressAsync("Enter");
        Assert.Equal((48, 71), (Reader.State.Layout.ListWidth, Reader.State.Layout.PageWidth));
        Assert.Equal(71, Reader.Article.State.Width);
        Reader.Resize(80, 24);
        Assert.Equal((0, 80), (Reader.State.Layout.ListWidth, Reader.Article.State.Width));
    }

    [Fact]
    public async Task The_status_row_has_hints_and_the_footer_of_the_article()
    {
        Have(1);
        await StartAsync();
        Assert.Equal("r read  s save  c comment  / filter  a add  ? help", Status);
        await PressAsync("Enter");
        Assert.StartsWith("r read  s save  c comment  / search  ? help", Status, StringComparison.Ordinal);
        Assert.EndsWith("%", Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_becomes_wide_fills_the_columns_beside_the_list()
    {
        Have(3);
        Stories.Change(2, status => status with { IsPinned = true });
        await StartAsync();
        Assert.Empty(Reader.FrontPage.State.MustRead);
        Reader.Resize(120, 40);
        await Reader.FillColumnsAsync(A.Token);
        Assert.NotEmpty(Reader.FrontPage.State.MustRead);
    }

    [Fact]
    public async Task A_row_that_is_rested_on_is_made_ready_and_keys_put_it_off()
    {
        Have(3);
        await StartAsync();
        var rests = 0;
        Reader.Rested += (_, _) => rests++;
        Clock.Advance(TimeSpan.FromMilliseconds(50));
        await PressAsync("Down");
        Clock.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(0, rests);
        Clock.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal(1, rests);
        await Reader.PrepareAsync(A.Token);
        Stories.Texts[2] = new StoryText(null, "<p>Not read again.</p>");
        await PressAsync("Enter");
        Assert.DoesNotContain(Reader.Article.Rows(), row => row.ToString().Contains("Not read again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_that_is_pinned_stands_in_the_column_at_once()
    {
        Have(3);
        await StartAsync(120, 40);
        await PressAsync("Down", "!");
        Assert.Equal(2, Reader.FrontPage.State.MustRead[0].Story.Id);
    }
}
