using Microsoft.Extensions.Time.Testing;
using SkiaSharp;
using TermNews.Core.Articles;
using TermNews.Core.Pictures;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Pictures;
using TermNews.Core.Text;
using TermNews.Core.ViewModels;

namespace TermNews.Core.Tests.ViewModels;

public sealed class ArticleViewModelTests : IDisposable
{
    private readonly FakeStories _stories = new();
    private readonly FakeComments _comments;
    private readonly FakeTimeProvider _clock = new(A.Noon);
    private readonly ArticleViewModel _article;

    public ArticleViewModelTests()
    {
        _comments = new FakeComments(_stories);
        _clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(9), "here", "here"));
        _article = new ArticleViewModel(_stories, _comments, new StoryLists(_stories, _clock, MustReadRules.None), _clock, RunBehindAsync);
        _article.Resize(80, 20);
        _stories.All.Add(A.Story(1, "BMW's next-generation EV", feed: "Motor1", author: "Adrian Padeanu") with
        {
            AuthorEmail = "adrian@example.org",
            PublishedAt = new DateTimeOffset(2024, 11, 18, 0, 30, 0, TimeSpan.Zero),
            Counters = new PublishedCounters(null, null, 40, null),
            Image = new StoryImage("https://example.org/i.jpg", "The new car. BMW"),
        });
        _stories.Texts[1] = new StoryText(null,
            "<p>It has <a href='https://example.org/a'>a link</a> and <a href='https://example.org/b'>another</a>.</p>");
    }

    public void Dispose() => _article.Dispose();

    private TaskCompletionSource? _held;

    private async Task RunBehindAsync(Func<Task> workAsync)
    {
        if (_held is { } held)
            await held.Task;
        await workAsync();
    }

    private Task OpenAsync(long id = 1) => _article.OpenAsync(_stories.All.First(story => story.Id == id), _ => Task.CompletedTask, A.Token);

    private List<string> Page() => [.. _article.State.Page.Lines.Select(line => line.ToString())];

    private void HaveLongText() => _stories.Texts[1] = new StoryText(null, string.Concat(
        Enumerable.Range(1, 60).Select(n => $"<p>Paragraph {n} {string.Join(' ', Enumerable.Repeat("word", 40))}</p>")));

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
    public async Task Opening_counts_a_view_and_marks_as_read()
    {
        await OpenAsync();
        Assert.True(_stories.All[0].Status is { IsRead: true, Views: 1 });
        Assert.Contains("41 views", string.Join(' ', Page().Take(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_five_have_categories_below_and_can_be_selected()
    {
        _stories.Related.AddRange(Enumerable.Range(10, 9).Select(id =>
            A.Story(id, $"Related {id}", categories: ["Cars"]) with { Feed = new FeedReference(id / 2, "F", "https://f") }));
        _stories.All.Add(A.Story(50, "Pinned one", status: new StoryStatus { IsPinned = true }));
        await OpenAsync();
        var page = Page();
        var at = page.IndexOf("You may also like");
        Assert.Equal(["1. Related 10", "   Cars", "2. Related 11"], page.Skip(at + 1).Take(3));
        Assert.DoesNotContain("6. Related 15", page);
        Assert.Contains("1. Pinned one", page);
        Assert.Equal(6, _article.State.Page.Targets.Count(target => target.Kind == ArticleTargetKind.Story));
    }

    [Fact]
    public async Task No_more_than_two_of_a_feed_are_related()
    {
        _stories.Related.AddRange(Enumerable.Range(10, 9).Select(id => A.Story(id, $"Related {id}")));
        await OpenAsync();
        Assert.Equal(2, _article.State.Related.Count);
    }

    [Fact]
    public async Task Comments_are_counted_and_shown_with_their_age()
    {
        _comments.All.Add(new Comment(1, 1, "Ann", CommentText.Create("Nice.\nVery."), A.Noon.AddHours(-2), A.Noon, null));
        await OpenAsync();
        var at = Page().IndexOf("Comments (1)");
        Assert.Equal(["Ann, 2 h ago, edited", "  Nice.", "  Very."], Page().Skip(at + 1).Take(3));
        Assert.EndsWith("✎1", _article.Footer(), StringComparison.Ordinal);
        _article.ScrollToComments();
        Assert.Contains(_article.Rows(), row => row.ToString().Contains("Comments (1)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_without_text_says_where_to_read_it()
    {
        _stories.Texts.Clear();
        _stories.All[0] = _stories.All[0] with { Image = null };
        await OpenAsync();
        Assert.Contains("The feed gives no text for this story; o opens its page in the browser.", Page());
    }

    [Fact]
    public async Task The_text_stands_in_the_middle_of_a_wide_screen()
    {
        _article.Resize(120, 20);
        await OpenAsync();
        Assert.StartsWith(new string(' ', 21) + "BMW", _article.Rows()[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(61)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task No_row_is_wider_than_the_screen(int width)
    {
        _stories.All[0] = _stories.All[0] with { Title = new string('語', 300), Categories = [new string('類', 80)] };
        _stories.Related.Add(A.Story(9, string.Concat(Enumerable.Repeat("👨‍👩‍👧", 80)), categories: [new string('類', 80)]));
        _comments.All.Add(new Comment(1, 1, new string('名', 60), CommentText.Create(new string('語', 290)), A.Noon, null, null));
        _article.Resize(width, 400);
        await OpenAsync();
        Assert.All(_article.Rows(), row => Assert.InRange(TextWidth.Of(row.ToString()), 0, width));
    }

    [Fact]
    public async Task The_paragraph_at_the_top_stays_there_at_another_width()
    {
        HaveLongText();
        await OpenAsync();
        _article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 30 ", StringComparison.Ordinal)));
        foreach (var width in new[] { 40, 200, 57, 80 })
        {
            _article.Resize(width, 12);
            Assert.StartsWith("Paragraph 30 ", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_place_is_remembered_and_found_again()
    {
        HaveLongText();
        await OpenAsync();
        _article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 40 ", StringComparison.Ordinal)) + 1);
        await _article.SavePlaceAsync(A.Token);
        _article.Resize(40, 10);
        await OpenAsync();
        Assert.StartsWith("Paragraph 40 ", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_below_later_does_not_move_the_text()
    {
        HaveLongText();
        await OpenAsync();
        _article.Scroll(50);
        var shown = _article.Rows().Select(row => row.ToString()).ToList();
        _comments.All.Add(new Comment(1, 1, "Ann", CommentText.Create("Late."), A.Noon, null, null));
        await _article.ReloadCommentsAsync(A.Token);
        Assert.Equal(shown, _article.Rows().Select(row => row.ToString()));
    }

    [Fact]
    public async Task Digits_choose_a_link_and_tab_goes_on_from_there()
    {
        await OpenAsync();
        Assert.True(_article.TypeDigit(2));
        Assert.Equal("https://example.org/b", _article.State.Current!.Url);
        Assert.StartsWith("[2] · ", _article.Footer(), StringComparison.Ordinal);
        Assert.False(_article.TypeDigit(9));
        _article.SelectNext(-1);
        Assert.Equal("https://example.org/a", _article.State.Current!.Url);
        Assert.True(_article.Deselect());
        Assert.False(_article.Deselect());
    }

    [Fact]
    public async Task Two_digits_make_one_number()
    {
        _stories.Texts[1] = new StoryText(null, string.Concat(
            Enumerable.Range(1, 12).Select(n => $"<p><a href='https://example.org/{n}'>link</a></p>")));
        await OpenAsync();
        _article.TypeDigit(1);
        _article.TypeDigit(2);
        Assert.Equal("https://example.org/12", _article.State.Current!.Url);
        Assert.Contains("12 links", _article.Footer(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_selected_link_is_shown_in_reverse()
    {
        await OpenAsync();
        _article.SelectNext(1);
        var reversed = _article.Rows().SelectMany(row => row.Runs)
            .Where(run => run.Style.HasFlag(TextStyle.Reverse)).Select(run => run.Text);
        Assert.Contains("a link", string.Concat(reversed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_in_the_text_shows_and_visits_its_matches()
    {
        HaveLongText();
        await OpenAsync();
        Assert.Equal(11, _article.SearchText("paragraph 3"));
        Assert.Contains(_article.Rows(), row => row.Runs.Any(run => run.Style.HasFlag(TextStyle.Reverse) && run.Text == "Paragraph 3"));
        Assert.True(_article.GoToMatch(1));
        Assert.True(_article.GoToMatch(1));
        Assert.StartsWith("Paragraph 3", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        Assert.Equal(0, _article.SearchText("nowhere"));
        Assert.False(_article.GoToMatch(1));
    }

    [Fact]
    public async Task The_footer_tells_how_far_and_how_long()
    {
        HaveLongText();
        await OpenAsync();
        Assert.Equal("8% · 11 min left", _article.Footer());
        _article.ScrollTo(int.MaxValue);
        Assert.Equal("100%", _article.Footer());
        Assert.True(_article.State.IsAtEnd);
    }

    [Fact]
    public async Task The_full_text_of_the_page_takes_the_place_of_the_feeds_and_goes_back()
    {
        await OpenAsync();
        await _article.ShowFullTextAsync(FullTextsOf(LongPage), A.Token);
        Assert.True(_article.State.IsFull);
        Assert.Contains(Page(), line => line.StartsWith("1. The page tells far more", StringComparison.Ordinal));
        await _article.ShowFeedTextAsync(A.Token);
        Assert.DoesNotContain(Page(), line => line.StartsWith("1. The page tells far more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_text_of_a_story_has_its_own_place()
    {
        HaveLongText();
        var texts = FullTextsOf(LongPage);
        await OpenAsync();
        _article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 30 ", StringComparison.Ordinal)));
        await _article.ShowFullTextAsync(texts, A.Token);
        Assert.Equal(0, _article.State.Top);
        _article.ScrollTo(Page().FindIndex(line => line.StartsWith("12. The page", StringComparison.Ordinal)));

        await _article.ShowFeedTextAsync(A.Token);
        Assert.StartsWith("Paragraph 30 ", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        await _article.ShowFullTextAsync(texts, A.Token);
        Assert.StartsWith("12. The page", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);

        _article.Close();
        await OpenAsync();
        Assert.StartsWith("Paragraph 30 ", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_full_text_is_fetched_again_and_the_paragraph_stays()
    {
        await OpenAsync();
        var kept = new KeptInMemory();
        await _article.ShowFullTextAsync(new FullTexts(new FakePages(LongPage), kept, _clock), A.Token);
        _article.ScrollTo(Page().FindIndex(line => line.StartsWith("12. The page", StringComparison.Ordinal)));

        await _article.FetchFullTextAgainAsync(
            new FullTexts(new FakePages(LongPage.Replace("far more", "even more", StringComparison.Ordinal)), kept, _clock), A.Token);

        Assert.StartsWith("12. The page tells even more", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        Assert.Contains("even more", kept.Articles.Single().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_width_goes_round_the_usual_ones_and_the_paragraph_stays()
    {
        HaveLongText();
        await OpenAsync();
        _article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 30 ", StringComparison.Ordinal)));
        List<int> widths = [.. Enumerable.Range(0, 4).Select(_ => _article.ChangeWidth())];
        Assert.Equal([40, 60, 78, 40], widths);
        Assert.All(Page(), line => Assert.InRange(TextWidth.Of(line), 0, 40));
        Assert.StartsWith("Paragraph 30 ", _article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        _article.Resize(150, 20);
        Assert.Equal([60, 78, 100, 120, 148, 40], Enumerable.Range(0, 6).Select(_ => _article.ChangeWidth()));
    }

    [Fact]
    public async Task Lines_are_set_apart_and_together_again()
    {
        HaveLongText();
        await OpenAsync();
        var before = Page();
        Assert.Equal(1, _article.ChangeSpacing());
        Assert.InRange(Page().Count, before.Count + 60, int.MaxValue);
        Assert.Equal(0, _article.ChangeSpacing());
        Assert.Equal(before, Page());
    }

    [Theory]
    [InlineData("<p>aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk</p>", "hhhh iiii")]
    [InlineData("<blockquote><p>aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk</p></blockquote>", "gggg hhhh")]
    [InlineData("<p>一二三四五六七八九十一二三四五六七八百千万億</p>", "七八百千")]
    public async Task A_search_finds_what_the_end_of_a_line_parts(string text, string search)
    {
        _stories.Texts[1] = new StoryText(null, text);
        _article.Resize(40, 20);
        await OpenAsync();
        Assert.DoesNotContain(Page(), line => line.Contains(search, StringComparison.Ordinal));

        Assert.Equal(1, _article.SearchText(search));

        var reversed = string.Concat(_article.Rows().SelectMany(row => row.Runs).Where(run => run.Style.HasFlag(TextStyle.Reverse)).Select(run => run.Text));
        Assert.Equal(search.Replace(" ", "", StringComparison.Ordinal), reversed.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pictures_are_shown_and_taken_away_and_what_cannot_be_had_is_said()
    {
        var source = new PictureShelfTests.OnePicture(FlagPicture.File(64, 64, SKEncodedImageFormat.Png));
        using var article = new ArticleViewModel(
            _stories, _comments, new StoryLists(_stories, _clock, MustReadRules.None), _clock, RunBehindAsync)
        {
            Pictures = new PictureShelf(source, null, PictureForm.HalfBlocks),
        };
        article.Resize(80, 20);
        _stories.Texts[1] = new StoryText(null, "<p>Before.</p><img src='https://e/b.png' alt='b'><img src='https://e/none.png' alt='none'>");
        await article.OpenAsync(_stories.All[0], _ => Task.CompletedTask, A.Token);
        Assert.DoesNotContain(article.State.Page.Lines, line => line.ToString().Contains('▀', StringComparison.Ordinal));

        Assert.Equal("There is nothing.", await article.ShowPicturesAsync(A.Token));
        Assert.Equal(8, article.State.Page.Lines.Count(line => line.ToString().Contains('▀', StringComparison.Ordinal)));
        await article.OpenAsync(_stories.All[0], _ => Task.CompletedTask, A.Token);
        Assert.Contains(article.State.Page.Lines, line => line.ToString().Contains('▀', StringComparison.Ordinal));

        article.HidePictures();
        Assert.DoesNotContain(article.State.Page.Lines, line => line.ToString().Contains('▀', StringComparison.Ordinal));
        Assert.Contains(article.State.Page.Lines, line => line.ToString() == "[image] none");
    }

    private static readonly string LongPage = string.Concat(Enumerable.Range(1, 20).Select(n => $"<p>{n}. The page tells far more than its feed "
        + "does, at length, with commas, and in whole sentences that go on for a while.</p>"));

    private FullTexts FullTextsOf(string page) => new(new FakePages(page), null, _clock);

    private sealed class KeptInMemory : IArticleRepository
    {
        public List<KeptArticle> Articles { get; } = [];

        public Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken) =>
            Task.FromResult(Articles.Find(article => article.StoryId == storyId));

        public Task KeepAsync(KeptArticle article, CancellationToken cancellationToken)
        {
            Articles.RemoveAll(other => other.StoryId == article.StoryId);
            Articles.Add(article);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Another_story_opened_meanwhile_keeps_the_screen()
    {
        _stories.All.Add(A.Story(2, "Second"));
        var gate = _stories.HoldNextText();
        var first = OpenAsync(1);
        await OpenAsync(2);
        var shown = _article.State;
        gate.SetResult();
        await first;
        Assert.Same(shown, _article.State);
        Assert.Equal(2, _article.State.Story!.Id);
        Assert.Equal("Second", Page()[0]);
    }

    [Fact]
    public async Task The_text_is_shown_while_the_lists_below_it_are_still_looked_up()
    {
        _stories.Related.Add(A.Story(2, "Another car"));
        _held = new TaskCompletionSource();
        var opening = OpenAsync();
        Assert.Contains("It has a link[1] and another[2].", Page());
        Assert.False(opening.IsCompleted);
        Assert.Empty(_article.State.Related);
        _held.SetResult();
        await opening;
        Assert.Single(_article.State.Related);
    }

    [Fact]
    public async Task A_prepared_story_is_whole_in_its_first_frame()
    {
        _stories.Related.Add(A.Story(2, "Another car"));
        await _article.PrepareAsync(_stories.All[0], 80, A.Token);
        _held = new TaskCompletionSource();
        var opening = OpenAsync();
        Assert.Contains("It has a link[1] and another[2].", Page());
        Assert.Single(_article.State.Related);
        Assert.Contains("41 views", string.Join(' ', Page().Take(3)), StringComparison.Ordinal);
        _held.SetResult();
        await opening;
    }

    [Fact]
    public async Task What_was_prepared_is_forgotten_when_stories_change()
    {
        await _article.PrepareAsync(_stories.All[0], 80, A.Token);
        _stories.Texts[1] = new StoryText(null, "<p>Corrected.</p>");
        _article.ForgetPrepared();
        await OpenAsync();
        Assert.Contains("Corrected.", Page());
    }

    [Fact]
    public async Task The_end_stays_the_end_when_the_lists_below_come_later()
    {
        HaveLongText();
        _stories.Related.Add(A.Story(2, "Another car"));
        _held = new TaskCompletionSource();
        var opening = OpenAsync();
        _article.ScrollToEnd();
        _held.SetResult();
        await opening;
        Assert.Equal(Page()[^1].TrimStart(), _article.Rows()[^1].ToString().TrimStart());
        _article.Scroll(-3);
        await _article.ReloadCommentsAsync(A.Token);
        Assert.NotEqual(Page()[^1].TrimStart(), _article.Rows()[^1].ToString().TrimStart());
    }

    [Fact]
    public async Task A_footnote_is_jumped_to_and_escape_comes_back()
    {
        _stories.Texts[1] = new StoryText(null, "<p>Said<sup><a href='#n'>1</a></sup></p>"
            + string.Concat(Enumerable.Range(1, 40).Select(n => $"<p>Paragraph {n}</p>")) + "<p id='n'>The note</p>");
        await OpenAsync();
        _article.ScrollTo(2);
        Assert.True(_article.JumpTo("#n"));
        Assert.Contains(_article.Rows(), row => row.ToString().Trim() == "The note");
        Assert.True(_article.Deselect());
        Assert.Equal(2, _article.State.Top);
    }

    [Theory]
    [InlineData(true, new long[] { 1 })]
    [InlineData(false, new long[0])]
    public async Task An_article_that_was_scrolled_to_its_end_was_read_to_the_end_once(bool recordsEnds, long[] expected)
    {
        HaveLongText();
        _article.RecordsEnds = recordsEnds;
        await OpenAsync();
        for (var page = 0; page < 40; page++)
            _article.Scroll(10);
        await _article.SavePlaceAsync(A.Token);
        await _article.SavePlaceAsync(A.Token);
        Assert.Equal(expected, _stories.Ends);
    }

    [Fact]
    public async Task A_jump_to_the_end_or_half_the_way_is_not_reading()
    {
        HaveLongText();
        _article.RecordsEnds = true;
        await OpenAsync();
        _article.Scroll(20);
        _article.ScrollToEnd();
        await _article.SavePlaceAsync(A.Token);
        Assert.Empty(_stories.Ends);
    }
}
