using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>The reader in a terminal, on feeds that were fetched.</summary>
public sealed class ReaderTests
{
    [Fact]
    public async Task A_story_opens_as_an_article_and_q_goes_back_to_the_list_where_it_is_read()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("Enter");
        var article = await terminal.WaitForAsync("The article on " + Newsroom.Newest);
        await terminal.PressAsync("q");
        await terminal.WaitForAsync(Newsroom.Second);

        Assert.Contains("Ada Example", article, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", article, StringComparison.Ordinal);
        Assert.Contains("first point", article, StringComparison.Ordinal);
        Assert.Equal("62\n", (await newsroom.Sandbox.DoAsync("count", "unread")).Output);
    }

    [Fact]
    public async Task Moving_down_opens_another_story_and_an_article_scrolls_to_its_end()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("G", "Enter");
        await terminal.WaitForAsync("The article on Dispatch number 60");
        await terminal.PressAsync("G");

        await terminal.WaitForAsync("Share");
    }

    [Fact]
    public async Task A_comment_is_written_counted_sent_and_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("The article on " + Newsroom.Newest);
        await terminal.PressAsync("c");
        await terminal.WaitForAsync("0 / 300");
        await terminal.TypeAsync("Worth a second look, 한국.");
        await terminal.WaitForAsync("24 / 300");
        await terminal.PressAsync("C-s");
        await terminal.WaitForGoneAsync("/ 300");

        Assert.Contains("Worth a second look, 한국.", (await newsroom.Sandbox.DoAsync("comment", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_there_again_after_the_program_was_left()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using (var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24))
        {
            await WriteDraftAsync(terminal, "Half a thought");
            await terminal.PressAsync("C-c");
            Assert.Equal(0, await terminal.WaitForExitAsync());
        }
        await using var later = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);

        await WriteDraftAsync(later, ", whole");

        await later.WaitForAsync("Half a thought, whole");
        Assert.Empty((await newsroom.Sandbox.DoAsync("comment", "list")).Output);
    }

    private static async Task WriteDraftAsync(Terminal terminal, string text)
    {
        await terminal.WaitForAsync(Newsroom.Newest);
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("The article on " + Newsroom.Newest);
        await terminal.PressAsync("c");
        await terminal.WaitForAsync("/ 300");
        await terminal.TypeAsync(text);
        await terminal.WaitForAsync(text);
    }

    [Fact]
    public async Task Typing_after_a_slash_filters_the_list_and_Esc_brings_it_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("/");
        await terminal.TypeAsync("ferry");
        var filtered = await terminal.WaitForGoneAsync("Dispatch number 1 ");
        await terminal.PressAsync("Escape");
        await terminal.WaitForAsync(Newsroom.Newest);

        Assert.Contains(Newsroom.Second, filtered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feeds_view_names_the_feeds_with_their_unread_counts()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("L");
        var feeds = await terminal.WaitAsync(screen => screen.Contains("60", StringComparison.Ordinal)
            && screen.Contains("The Wire", StringComparison.Ordinal), "the feeds and their counts");
        await terminal.PressAsync("q");
        await terminal.WaitForAsync(Newsroom.Newest);

        Assert.Contains("Tests", feeds, StringComparison.Ordinal);
        Assert.Contains("Morning Post", feeds, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_opens_with_a_question_mark_and_Esc_closes_it_and_never_leaves()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("?");
        await terminal.WaitForGoneAsync(Newsroom.Newest);
        await terminal.PressAsync("Escape");
        await terminal.WaitForAsync(Newsroom.Newest);
        await terminal.PressAsync("Escape", "Escape", "Escape");
        await terminal.ResizeAsync(80, 12);   // A key too close behind an Esc is that key with Alt.
        await terminal.WaitForGoneAsync("Dispatch number 15");
        await terminal.PressAsync("j");
        await terminal.PressAsync("Enter");

        await terminal.WaitForAsync("The article on ");
    }

    [Fact]
    public async Task Resizing_keeps_the_selected_story_and_the_wide_screen_has_list_and_article_side_by_side()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("G");
        await terminal.WaitForAsync("Dispatch number 60");
        foreach (var (columns, rows) in new[] { (120, 40), (40, 10), (20, 4), (200, 60), (80, 24) })
        {
            await terminal.ResizeAsync(columns, rows);
            if (columns >= 40)
                await terminal.WaitForAsync("Dispatch number 60");
        }
        await terminal.PressAsync("Enter");

        await terminal.WaitForAsync("The article on Dispatch number 60");
    }

    [Fact]
    public async Task What_a_refresh_brings_waits_behind_a_notice_until_it_is_asked_for()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        newsroom.Publish("Late edition");
        await terminal.PressAsync("R");
        var waiting = await terminal.WaitForAsync("1 new");
        await terminal.PressAsync(".");

        await terminal.WaitForAsync("Late edition");
        Assert.DoesNotContain("Late edition", waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_shows_in_the_saved_list_and_undo_takes_it_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("s", "4");
        await terminal.WaitForGoneAsync(Newsroom.Second);
        await terminal.WaitForAsync(Newsroom.Newest);   // The list may be shown before the mark is on the disk; it follows then.
        await terminal.PressAsync("u");

        await terminal.WaitForAsync("Undone");
        Assert.Equal("0\n", (await newsroom.Sandbox.DoAsync("count", "saved")).Output);
    }
}
