using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Feeds;
using TermNews.Core.Text;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.Reader;

public sealed class FrontPageViewModelTests : IDisposable
{
    private readonly FakeStories _stories = new();
    private readonly FakeFeedRepository _feeds = new();
    private readonly FrontPageViewModel _page;

    public FrontPageViewModelTests()
    {
        var clock = new FakeTimeProvider(A.Noon);
        _page = new FrontPageViewModel(_stories, _feeds, new StoryLists(_stories, clock, MustReadRules.None), clock, work => work());
        _page.Resize(10);
    }

    public void Dispose() => _page.Dispose();

    private void Have(int count) => _stories.All.AddRange(Enumerable.Range(1, count).Select(id =>
        A.Story(id, $"Headline {id}", at: A.Noon.AddMinutes(-id))));

    private long SelectedId => _page.State.Current!.Story.Id;

    [Fact]
    public async Task Latest_shows_the_newest_first_and_counts_what_is_unread()
    {
        Have(3);
        _stories.Change(2, status => status with { IsRead = true });
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.Equal([1L, 2L, 3L], _page.State.Lines.Select(line => line.Story.Id));
        Assert.Equal(2, _page.State.UnreadCount);
        Assert.EndsWith("2 unread", _page.TitleRow(80).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_load_does_not_overwrite_a_newer_one()
    {
        Have(3);
        var gate = _stories.HoldNextPage();
        var slow = _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.ShowAsync(StoryList.Saved, A.Token);
        var shown = _page.State;
        gate.SetResult();
        await slow;
        Assert.Same(shown, _page.State);
    }

    [Fact]
    public async Task A_slow_page_does_not_reach_into_another_list()
    {
        Have(500);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        var gate = _stories.HoldNextPage();
        var slow = _page.SelectAsync(195, A.Token);
        await _page.ShowAsync(StoryList.Saved, A.Token);
        gate.SetResult();
        await slow;
        Assert.Empty(_page.State.Lines);
    }

    [Fact]
    public async Task The_end_is_the_end_also_while_rows_are_still_loading()
    {
        Have(500);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        var gate = _stories.HoldNextPage();
        var down = _page.SelectAsync(55, A.Token);
        var toEnd = _page.GoToEndAsync(A.Token);
        gate.SetResult();
        await down;
        await toEnd;
        Assert.Equal(500, SelectedId);
    }

    [Fact]
    public async Task More_rows_come_as_the_end_is_near_and_no_sooner()
    {
        Have(1000);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.Equal(60, _page.State.Lines.Count);
        await _page.SelectAsync(30, A.Token);
        Assert.Equal(60, _page.State.Lines.Count);
        await _page.SelectAsync(50, A.Token);
        Assert.Equal(120, _page.State.Lines.Count);
        await _page.GoToEndAsync(A.Token);
        Assert.Equal(1000L, SelectedId);
        Assert.True(_page.State.IsComplete);
    }

    [Fact]
    public async Task The_selected_row_stays_on_the_screen()
    {
        Have(50);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.MoveAsync(25, A.Token);
        Assert.InRange(_page.State.Selected - _page.State.Top, 0, 9);
        _page.Resize(3);
        Assert.InRange(_page.State.Selected - _page.State.Top, 0, 2);
        Assert.Equal(26L, SelectedId);
        await _page.MoveAsync(-1000, A.Token);
        Assert.Equal((0, 0), (_page.State.Selected, _page.State.Top));
    }

    [Fact]
    public async Task Arrivals_wait_until_they_are_asked_for_and_the_selection_stays()
    {
        Have(5);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.SelectAsync(2, A.Token);
        var rows = _page.State.Lines;
        _stories.All.Add(A.Story(99, at: A.Noon));
        await _page.NoticeChangesAsync(A.Token);
        Assert.Same(rows, _page.State.Lines);
        Assert.Equal("1 new — press .", _page.StatusEnd(ReaderKeys.Default));
        await _page.ReloadAsync(A.Token);
        Assert.Equal((3L, 3, 0), (SelectedId, _page.State.Selected, _page.State.Arrivals));
    }

    [Fact]
    public async Task Hiding_a_story_is_not_taken_for_fewer_arrivals()
    {
        Have(5);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        _stories.All.Add(A.Story(99, at: A.Noon));
        await _page.NoticeChangesAsync(A.Token);
        await _stories.MarkAsync([2], StatusChange.Hidden, A.Token);
        await _page.ApplyAsync(new Outcome("") { Now = [new StatusBefore(2, new StoryStatus { IsHidden = true })] }, A.Token);
        await _page.NoticeChangesAsync(A.Token);
        Assert.Equal(1, _page.State.Arrivals);
        Assert.DoesNotContain(_page.State.Lines, line => line.Story.Id == 2);
    }

    [Fact]
    public async Task An_empty_list_fills_itself_when_stories_arrive()
    {
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Have(4);
        await _page.NoticeChangesAsync(A.Token);
        Assert.Equal(4, _page.State.Lines.Count);
    }

    [Fact]
    public async Task Each_list_is_left_and_found_again_at_the_same_story()
    {
        Have(20);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.SelectAsync(7, A.Token);
        await _page.ShowAsync(StoryList.Saved, A.Token);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.Equal(8L, SelectedId);
    }

    [Fact]
    public async Task The_filter_takes_words_of_title_feed_author_and_category_and_keeps_the_selection()
    {
        Have(30);
        _stories.All.Add(A.Story(
            77, "Something else", feed: "Railway News", author: "Ann", categories: ["Trains"], at: A.Noon.AddHours(-5)));
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.SelectAsync(11, A.Token);
        await _page.FilterAsync("headline 1", A.Token);
        Assert.Equal(12L, SelectedId);
        Assert.Equal(12, _page.State.Lines.Count);
        foreach (var filter in new[] { "railway", "ann", "TRAINS some" })
        {
            await _page.FilterAsync(filter, A.Token);
            Assert.Equal([77L], _page.State.Lines.Select(line => line.Story.Id));
        }
        await _page.FilterAsync("", A.Token);
        Assert.Equal(31, _page.State.Lines.Count);
    }

    [Fact]
    public async Task The_filter_looks_beyond_what_is_loaded()
    {
        Have(3000);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.FilterAsync("headline 2999", A.Token);
        Assert.Equal([2999L], _page.State.Lines.Select(line => line.Story.Id));
    }

    [Fact]
    public async Task Next_unread_passes_what_is_read_also_beyond_what_is_loaded()
    {
        Have(900);
        foreach (var id in Enumerable.Range(2, 850))
            _stories.Change(id, status => status with { IsRead = true });
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.True(await _page.SelectUnreadAsync(1, A.Token));
        Assert.Equal(852L, SelectedId);
        Assert.True(await _page.SelectUnreadAsync(-1, A.Token));
        Assert.Equal(1L, SelectedId);
        Assert.False(await _page.SelectUnreadAsync(-1, A.Token));
    }

    [Fact]
    public async Task A_search_shows_its_words_and_how_much_it_found()
    {
        Have(12);
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.SearchAsync("Headline 1", A.Token);
        var title = _page.TitleRow(60).ToString();
        Assert.StartsWith("Search: Headline 1 ", title, StringComparison.Ordinal);
        Assert.EndsWith("4 found", title, StringComparison.Ordinal);
        await _page.SearchAsync(null, A.Token);
        Assert.Equal(12, _page.State.Lines.Count);
    }

    [Theory]
    [InlineData("latest", "No stories yet.")]
    [InlineData("popular", "Nothing is talked about yet.")]
    [InlineData("must-read", "You're all caught up.")]
    [InlineData("saved", "Nothing saved yet.")]
    [InlineData("commented", "You have not commented on anything yet.")]
    public async Task An_empty_list_says_so_and_what_to_do(string list, string words)
    {
        await _page.ShowAsync(ListCatalog.Parse(list), A.Token);
        var rows = _page.Rows(40);
        Assert.StartsWith(rows[1].ToString().Trim(), words, StringComparison.Ordinal);
        Assert.True(rows.Count > 2);
        Assert.All(rows, row => Assert.InRange(TextWidth.Of(row.ToString()), 0, 40));
    }

    [Fact]
    public async Task Must_read_ends_with_good_news()
    {
        _stories.All.Add(A.Story(1, status: new StoryStatus { IsPinned = true }));
        await _page.ShowAsync(StoryList.MustRead, A.Token);
        Assert.Equal("You're all caught up.", _page.Rows(80)[^1].ToString().Trim());
    }

    [Fact]
    public async Task What_went_wrong_is_said_where_the_rows_would_be()
    {
        _stories.Fault = new NewsException(NewsFault.Unreadable, "The database cannot be read.");
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.Equal("The database cannot be read.", _page.Rows(80)[1].ToString().Trim());
        Assert.False(_page.State.IsLoading);
    }

    [Theory]
    [InlineData(80, "TermNews  1 Latest  2 Popular  3 Must-Read  4 Saved  5 Comments         0 unread")]
    [InlineData(71, "1 Latest  2 Popular  3 Must-Read  4 Saved  5 Comments          0 unread")]
    [InlineData(40, "1 Latest 2 3 4 5                0 unread")]
    public async Task The_title_row_fits(int width, string title)
    {
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.Equal(title, _page.TitleRow(width).ToString());
    }

    [Fact]
    public async Task Feeds_that_fail_are_counted_at_the_end_of_the_status_row()
    {
        _feeds.Add(new Feed { Id = 0, FeedUrl = "u", Title = "t", Error = "u answered 503." });
        await _page.ShowAsync(StoryList.Latest, A.Token);
        Assert.Equal("1 feed failing, L", _page.StatusEnd(ReaderKeys.Default));
    }

    [Fact]
    public async Task Where_there_is_room_the_columns_stand_next_to_each_other_and_are_clicked_where_they_stand()
    {
        var talkedAbout = A.Story(1, "Talked about", counters: new PublishedCounters(5, null, null, null));
        _stories.All.Add(talkedAbout with { Status = new StoryStatus { IsRead = true } });
        _stories.All.Add(A.Story(2, "Not to be missed") with { Status = new StoryStatus { IsPinned = true } });
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.LoadColumnsAsync(A.Token);

        var rows = _page.Columns(70).Select(row => row.ToString()).ToList();

        Assert.Equal("Popular                             Must-Read", rows[0]);
        Assert.StartsWith("1. Talked about                     1. Not to be missed", rows[1], StringComparison.Ordinal);
        Assert.Equal(
            (1L, 2L, null), (_page.StoryInColumns(3, 1, 70)?.Id, _page.StoryInColumns(50, 2, 70)?.Id, _page.StoryInColumns(3, 9, 70)));
    }

    [Fact]
    public async Task The_columns_are_numbered()
    {
        _stories.All.Add(A.Story(1, "Talked about", counters: new PublishedCounters(5, null, null, null), categories: ["Talk"]));
        await _page.ShowAsync(StoryList.Latest, A.Token);
        await _page.LoadColumnsAsync(A.Token);
        Assert.Equal(["Popular", "1. Talked about", "   Talk"],
            _page.Columns(58).Take(3).Select(row => row.ToString().PadRight(28)[..28].TrimEnd()));
    }
}
