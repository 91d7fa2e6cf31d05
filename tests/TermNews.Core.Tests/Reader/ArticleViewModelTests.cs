using TermNews.Core.Reader.Article;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class ArticleViewModelTests : ArticleTest
{
    [Fact]
    public async Task The_page_has_headline_byline_caption_text_links_comments_and_share()
    {
        await OpenAsync();
        var page = Page();
        Assert.Equal("BMW's next-generation EV", page[0]);
        Assert.Equal("By Adrian Padeanu <adrian@example.org> · Motor1 · 18 Nov 2024 09:30 · 1 min · 41 views", $"{page[1]} {page[2]}");
        Assert.Contains("[image] The new car. BMW", page);
        Assert.Contains("It has a link[1] and another[2].", page.Select(line => line.Replace(" [", "[", StringComparison.Ordinal)));
        Assert.Contains("[2] https://example.org/b", page);
        Assert.Contains("Comments", page);
        Assert.Contains("  Send by mail", page);
    }

    [Fact]
    public async Task What_was_left_before_it_was_counted_is_read_all_the_same()
    {
        Stories.All.AddRange([A.Story(2), A.Story(3)]);
        Held = new TaskCompletionSource();
        List<Task> openings = [OpenAsync(1), OpenAsync(2, row: 3)];
        Article.Close();
        var finishing = Article.FinishAsync();
        Assert.False(finishing.IsCompleted);

        Held.SetResult();
        await Task.WhenAll([finishing, .. openings]);
        Assert.Equal([(true, 1), (true, 1), (true, 0)], Stories.All.Select(story => (story.Status.IsRead, story.Status.Views)));
        Assert.Null(Article.State.Story);
    }

    [Fact]
    public async Task Where_no_view_can_be_counted_the_comments_are_read_all_the_same()
    {
        await Comments.AddAsync(1, "Ada", CommentText.Create("Kept on the full disk"), null, A.Token);
        Stories.IsFull = true;

        await OpenAsync();

        Assert.Contains(Page(), line => line.Contains("Kept on the full disk", StringComparison.Ordinal));
        Assert.Equal("The disk is full.", Article.State.Error);
    }

    [Fact]
    public async Task Opening_counts_a_view_and_marks_as_read()
    {
        await OpenAsync();
        Assert.True(Stories.All[0].Status is { IsRead: true, Views: 1 });
        Assert.Contains("41 views", string.Join(' ', Page().Take(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_five_have_categories_below_and_can_be_selected()
    {
        Stories.Related.AddRange(Enumerable.Range(10, 9).Select(id =>
            A.Story(id, $"Related {id}", categories: ["Cars"]) with { Feed = new FeedReference(id / 2, "F", "https://f") }));
        Stories.All.Add(A.Story(50, "Pinned one", status: new StoryStatus { IsPinned = true }));
        await OpenAsync();
        var page = Page();
        var at = page.IndexOf("You may also like");
        Assert.Equal(["1. Related 10", "   Cars", "2. Related 11"], page.Skip(at + 1).Take(3));
        Assert.DoesNotContain("6. Related 15", page);
        Assert.Contains("1. Pinned one", page);
        Assert.Equal(6, Article.State.Page.Targets.Count(target => target.Kind == ArticleTargetKind.Story));
    }

    [Fact]
    public async Task No_more_than_two_of_a_feed_are_related()
    {
        Stories.Related.AddRange(Enumerable.Range(10, 9).Select(id => A.Story(id, $"Related {id}")));
        await OpenAsync();
        Assert.Equal(2, Article.State.Related.Count);
    }

    [Fact]
    public async Task Comments_are_counted_and_shown_with_their_age()
    {
        Comments.All.Add(new Comment(1, 1, "Ann", CommentText.Create("Nice.\nVery."), A.Noon.AddHours(-2), A.Noon, null));
        await OpenAsync();
        var at = Page().IndexOf("Comments (1)");
        Assert.Equal(["Ann, 2 h ago, edited", "  Nice.", "  Very."], Page().Skip(at + 1).Take(3));
        Assert.EndsWith("✎1", Article.Footer(), StringComparison.Ordinal);
        Article.ScrollToComments();
        Assert.Contains(Article.Rows(), row => row.ToString().Contains("Comments (1)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_without_text_says_where_to_read_it()
    {
        Stories.Texts.Clear();
        Stories.All[0] = Stories.All[0] with { Image = null };
        await OpenAsync();
        Assert.Contains("The feed gives no text for this story; o opens its page in the browser.", Page());
    }

    [Fact]
    public async Task The_text_stands_in_the_middle_of_a_wide_screen()
    {
        Article.Resize(120, 20);
        await OpenAsync();
        Assert.StartsWith(new string(' ', 21) + "BMW", Article.Rows()[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(61)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task No_row_is_wider_than_the_screen(int width)
    {
        Stories.All[0] = Stories.All[0] with { Title = new string('語', 300), Categories = [new string('類', 80)] };
        Stories.Related.Add(A.Story(9, string.Concat(Enumerable.Repeat("👨‍👩‍👧", 80)), categories: [new string('類', 80)]));
        Comments.All.Add(new Comment(1, 1, new string('名', 60), CommentText.Create(new string('語', 290)), A.Noon, null, null));
        Article.Resize(width, 400);
        await OpenAsync();
        Assert.All(Article.Rows(), row => Assert.InRange(TextWidth.Of(row.ToString()), 0, width));
    }

    [Fact]
    public async Task Digits_choose_a_link_and_tab_goes_on_from_there()
    {
        await OpenAsync();
        Assert.True(Article.TypeDigit(2));
        Assert.Equal("https://example.org/b", Article.State.Current!.Url);
        Assert.StartsWith("[2] · ", Article.Footer(), StringComparison.Ordinal);
        Assert.False(Article.TypeDigit(9));
        Article.SelectNext(-1);
        Assert.Equal("https://example.org/a", Article.State.Current!.Url);
        Assert.True(Article.Deselect());
        Assert.False(Article.Deselect());
    }

    [Fact]
    public async Task Two_digits_make_one_number()
    {
        Stories.Texts[1] = new StoryText(null, string.Concat(
            Enumerable.Range(1, 12).Select(n => $"<p><a href='https://example.org/{n}'>link</a></p>")));
        await OpenAsync();
        Article.TypeDigit(1);
        Article.TypeDigit(2);
        Assert.Equal("https://example.org/12", Article.State.Current!.Url);
        Assert.Contains("12 links", Article.Footer(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_selected_link_is_shown_in_reverse()
    {
        await OpenAsync();
        Article.SelectNext(1);
        var reversed = Article.Rows().SelectMany(row => row.Runs)
            .Where(run => run.Style.HasFlag(TextStyle.Reverse)).Select(run => run.Text);
        Assert.Contains("a link", string.Concat(reversed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_in_the_text_shows_and_visits_its_matches()
    {
        HaveLongText();
        await OpenAsync();
        Assert.Equal(11, Article.SearchText("paragraph 3"));
        Assert.Contains(Article.Rows(), row => row.Runs.Any(run => run.Style.HasFlag(TextStyle.Reverse) && run.Text == "Paragraph 3"));
        Assert.True(Article.GoToMatch(1));
        Assert.True(Article.GoToMatch(1));
        Assert.StartsWith("Paragraph 3", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        Assert.Equal(0, Article.SearchText("nowhere"));
        Assert.False(Article.GoToMatch(1));
    }

    [Fact]
    public async Task The_footer_tells_how_far_and_how_long()
    {
        HaveLongText();
        await OpenAsync();
        Assert.Equal("8% · 11 min left", Article.Footer());
        Article.ScrollTo(int.MaxValue);
        Assert.Equal("100%", Article.Footer());
        Assert.True(Article.State.IsAtEnd);
    }

    [Theory]
    [InlineData("<p>aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk</p>", "hhhh iiii")]
    [InlineData("<blockquote><p>aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk</p></blockquote>", "gggg hhhh")]
    [InlineData("<p>一二三四五六七八九十一二三四五六七八百千万億</p>", "七八百千")]
    public async Task A_search_finds_what_the_end_of_a_line_parts(string text, string search)
    {
        Stories.Texts[1] = new StoryText(null, text);
        Article.Resize(40, 20);
        await OpenAsync();
        Assert.DoesNotContain(Page(), line => line.Contains(search, StringComparison.Ordinal));

        Assert.Equal(1, Article.SearchText(search));

        var reversed = string.Concat(
            Article.Rows().SelectMany(row => row.Runs).Where(run => run.Style.HasFlag(TextStyle.Reverse)).Select(run => run.Text));
        Assert.Equal(search.Replace(" ", "", StringComparison.Ordinal), reversed.Replace(" ", "", StringComparison.Ordinal));
    }
}
