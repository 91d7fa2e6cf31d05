using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class ArticlePlaceTests : ArticleTest
{
    [Fact]
    public async Task The_paragraph_at_the_top_stays_there_at_another_width()
    {
        HaveLongText();
        await OpenAsync();
        Article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 30 ", StringComparison.Ordinal)));
        foreach (var width in new[] { 40, 200, 57, 80 })
        {
            Article.Resize(width, 12);
            Assert.StartsWith("Paragraph 30 ", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_place_is_remembered_and_found_again()
    {
        HaveLongText();
        await OpenAsync();
        Article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 40 ", StringComparison.Ordinal)) + 1);
        Article.SavePlace();
        Article.Resize(40, 10);
        await OpenAsync();
        Assert.StartsWith("Paragraph 40 ", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_below_later_does_not_move_the_text()
    {
        HaveLongText();
        await OpenAsync();
        Article.Scroll(50);
        var shown = Article.Rows().Select(row => row.ToString()).ToList();
        Comments.All.Add(new Comment(1, 1, "Ann", CommentText.Create("Late."), A.Noon, null, null));
        await Article.ReloadCommentsAsync(A.Token);
        Assert.Equal(shown, Article.Rows().Select(row => row.ToString()));
    }

    [Fact]
    public async Task Another_story_opened_meanwhile_keeps_the_screen()
    {
        Stories.All.Add(A.Story(2, "Second"));
        var gate = Stories.HoldNextText();
        var first = OpenAsync(1);
        await OpenAsync(2);
        var shown = Article.State;
        gate.SetResult();
        await first;
        Assert.Same(shown, Article.State);
        Assert.Equal(2, Article.State.Story!.Id);
        Assert.Equal("Second", Page()[0]);
    }

    [Fact]
    public async Task The_text_is_shown_while_the_lists_below_it_are_still_looked_up()
    {
        Stories.Related.Add(A.Story(2, "Another car"));
        Held = new TaskCompletionSource();
        var opening = OpenAsync();
        Assert.Contains("It has a link[1] and another[2].", Page());
        Assert.False(opening.IsCompleted);
        Assert.Empty(Article.State.Related);
        Held.SetResult();
        await opening;
        Assert.Single(Article.State.Related);
    }

    [Fact]
    public async Task A_prepared_story_is_whole_in_its_first_frame()
    {
        Stories.Related.Add(A.Story(2, "Another car"));
        await Article.PrepareAsync(Stories.All[0], 80, A.Token);
        Held = new TaskCompletionSource();
        var opening = OpenAsync();
        Assert.Contains("It has a link[1] and another[2].", Page());
        Assert.Single(Article.State.Related);
        Assert.Contains("41 views", string.Join(' ', Page().Take(3)), StringComparison.Ordinal);
        Held.SetResult();
        await opening;
    }

    [Fact]
    public async Task What_was_prepared_is_forgotten_when_stories_change()
    {
        await Article.PrepareAsync(Stories.All[0], 80, A.Token);
        Stories.Texts[1] = new StoryText(null, "<p>Corrected.</p>");
        Article.ForgetPrepared();
        await OpenAsync();
        Assert.Contains("Corrected.", Page());
    }

    [Fact]
    public async Task The_end_stays_the_end_when_the_lists_below_come_later()
    {
        HaveLongText();
        Stories.Related.Add(A.Story(2, "Another car"));
        Held = new TaskCompletionSource();
        var opening = OpenAsync();
        Article.ScrollToEnd();
        Held.SetResult();
        await opening;
        Assert.Equal(Page()[^1].TrimStart(), Article.Rows()[^1].ToString().TrimStart());
        Article.Scroll(-3);
        await Article.ReloadCommentsAsync(A.Token);
        Assert.NotEqual(Page()[^1].TrimStart(), Article.Rows()[^1].ToString().TrimStart());
    }

    [Fact]
    public async Task A_footnote_is_jumped_to_and_escape_comes_back()
    {
        Stories.Texts[1] = new StoryText(null, "<p>Said<sup><a href='#n'>1</a></sup></p>"
            + string.Concat(Enumerable.Range(1, 40).Select(n => $"<p>Paragraph {n}</p>")) + "<p id='n'>The note</p>");
        await OpenAsync();
        Article.ScrollTo(2);
        Assert.True(Article.JumpTo("#n"));
        Assert.Contains(Article.Rows(), row => row.ToString().Trim() == "The note");
        Assert.True(Article.Deselect());
        Assert.Equal(2, Article.State.Top);
    }

    [Theory]
    [InlineData(true, new long[] { 1 })]
    [InlineData(false, new long[0])]
    public async Task An_article_that_was_scrolled_to_its_end_was_read_to_the_end_once(bool recordsEnds, long[] expected)
    {
        HaveLongText();
        Article.RecordsEnds = recordsEnds;
        await OpenAsync();
        for (var page = 0; page < 40; page++)
            Article.Scroll(10);
        Article.SavePlace();
        Article.SavePlace();
        await Article.FinishAsync();
        Assert.Equal(expected, Stories.Ends);
    }

    [Fact]
    public async Task A_jump_to_the_end_or_half_the_way_is_not_reading()
    {
        HaveLongText();
        Article.RecordsEnds = true;
        await OpenAsync();
        Article.Scroll(20);
        Article.ScrollToEnd();
        Article.SavePlace();
        await Article.FinishAsync();
        Assert.Empty(Stories.Ends);
    }
}
