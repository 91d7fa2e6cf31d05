using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderFeedTests : ReaderTest
{
    private void HaveFeed(string title = "A feed", string? tag = null) =>
        Feeds.Add(new Feed { Id = 0, FeedUrl = $"https://example.org/feed/{title}", Title = title, Tags = tag is null ? [] : [tag] });

    [Fact]
    public async Task A_refresh_never_moves_the_rows_and_tells_what_waits()
    {
        Have(3);
        await StartAsync();
        await PressAsync("j");
        Refresher.Bring = () =>
        {
            Stories.All.Add(A.Story(50, at: A.Noon));
            return new RefreshSummary { Feeds = 2, NewStories = 1 };
        };
        await Reader.RefreshDueAsync(A.Token);
        Assert.Equal(3, Reader.FrontPage.State.Lines.Count);
        Assert.EndsWith("1 new — press .", Status, StringComparison.Ordinal);
        await PressAsync(".");
        Assert.Equal((4, 2L), (Reader.FrontPage.State.Lines.Count, SelectedId));
    }

    [Fact]
    public async Task A_refresh_by_hand_shows_progress_and_tells_what_came()
    {
        Have(1);
        await StartAsync();
        Refresher.Gate = new TaskCompletionSource();
        Refresher.Bring = () => new RefreshSummary { Feeds = 8, NewStories = 12, Failed = 3 };
        var press = PressAsync("R");
        Assert.EndsWith("Fetching 3/8, 2 new", Status, StringComparison.Ordinal);
        await Reader.RefreshDueAsync(A.Token);   // One at a time.
        Refresher.Gate.SetResult();
        await press;
        Assert.Single(Refresher.Requests);
        Assert.True(Refresher.Requests[0].Force);
        Assert.Equal("12 new stories from 8 feeds; 3 failed, L tells why.", Reader.State.Notice);
        Assert.Null(Reader.State.Progress);
    }

    [Fact]
    public async Task Without_a_network_one_line_says_so_and_everything_can_be_read()
    {
        Have(1);
        await StartAsync();
        Refresher.Bring = () => new RefreshSummary { Feeds = 2, Failed = 2 };
        await Reader.RefreshDueAsync(A.Token);
        Assert.Equal("No feed could be fetched. Is there a network? What is kept can be read.", Reader.State.Notice);
        Assert.True(Reader.State.IsWarning);
        await PressAsync("Enter");
        Assert.Equal(KeyScope.Article, Reader.State.Screen);
    }

    [Fact]
    public async Task Offline_nothing_is_fetched_and_that_is_said()
    {
        Have(1);
        await StartAsync(parts: Parts with { Refresher = null, Subscriber = null });
        await PressAsync("R");
        Assert.Equal("Offline: nothing is fetched.", Reader.State.Notice);
        await PressAsync("a");
        await TypeAsync("example.org");
        Assert.Equal("Offline: no feed can be added now.", Reader.State.Notice);
    }

    [Fact]
    public async Task Feeds_are_due_at_the_start_and_every_half_hour()
    {
        var times = 0;
        await StartAsync();
        Reader.RefreshDue += (_, _) => times++;
        Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(0, times);
        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(3, times);
    }

    [Fact]
    public async Task A_feed_is_added_after_a_look_at_its_headlines()
    {
        Have(1);
        await StartAsync();
        await PressAsync("a");
        await TypeAsync("example.org");
        Assert.Equal("Subscribe to Found? y n", Status);
        Assert.Equal(["Found", "example.org", "", "- One", "- Two", "- Three"], Reader.State.Question!.Details);
        await PressAsync("y");
        Assert.Equal(["example.org"], Subscribed);
        Assert.Equal("You follow Found now; u takes it back.", Reader.State.Notice);
    }

    [Fact]
    public async Task No_means_no()
    {
        Have(1);
        await StartAsync();
        await PressAsync("a");
        await TypeAsync("example.org");
        await PressAsync("Esc");
        Assert.Empty(Subscribed);
        Assert.Null(Reader.State.Question);
    }

    [Fact]
    public async Task The_feeds_are_renamed_tagged_and_removed_and_each_notice_says_how_to_undo_it()
    {
        Have(1);
        HaveFeed();
        await StartAsync();
        await PressAsync("L", "e");
        await TypeAsync("My own");
        Assert.Equal("Renamed; u takes it back.", Reader.State.Notice);
        Assert.Equal("My own", Reader.Feeds.State.Current!.Feed!.Title);
        await PressAsync("t");
        await TypeAsync("One, Two");
        Assert.Equal(["One", "Two"], Reader.Feeds.State.Current!.Feed!.Tags);
        Assert.Equal("Put into folders; u takes it back.", Reader.State.Notice);
        await PressAsync("x");
        Assert.Equal(0, Reader.Feeds.State.FeedCount);
        Assert.Equal("My own is removed; u brings it back with its stories.", Reader.State.Notice);
    }

    [Fact]
    public async Task Only_one_feed_is_shown_until_q()
    {
        Have(3);
        Stories.All.Add(A.Story(9, feedId: 2, feed: "Other"));
        HaveFeed("A feed");
        HaveFeed("Other");
        await StartAsync();
        await PressAsync("L", "j", "Enter");
        Assert.Equal([9L], Reader.FrontPage.State.Lines.Select(line => line.Story.Id));
        Assert.Contains("1 Latest: Other", Title, StringComparison.Ordinal);
        await PressAsync("q");
        Assert.Equal(4, Reader.FrontPage.State.Lines.Count);
        Assert.False(Reader.State.HasLeft);
    }

    [Fact]
    public async Task A_folder_is_fetched_as_a_whole()
    {
        Have(1);
        HaveFeed("One", "Folder");
        HaveFeed("Two", "Folder");
        await StartAsync();
        await PressAsync("L", "R");
        Assert.Equal([1L, 2L], Refresher.Requests[0].FeedIds!);
    }

    [Fact]
    public async Task At_first_use_the_sample_edition_is_shown_and_steps_back_for_real_stories()
    {
        var sample = new FakeStories();
        sample.All.Add(A.Story(1, "A sample"));
        var starters = 0;
        await StartAsync(parts: Parts with
        {
            OpenSample = _ => Task.FromResult(new SampleEdition(sample, new FakeComments(sample), new FakeMutes(sample), sample.Journal)),
            SubscribeToStarters = _ => Task.FromResult(starters = 30),
        });
        Assert.Equal(30, starters);
        Assert.StartsWith(" SAMPLE   1 Latest  2 Popular  3 Must-Read ", Title, StringComparison.Ordinal);
        Assert.Equal("A sample", Reader.FrontPage.State.Lines[0].Headline);
        Refresher.Bring = () =>
        {
            Have(12);
            return new RefreshSummary { Feeds = 30, NewStories = 12 };
        };
        await Reader.RefreshDueAsync(A.Token);
        Assert.Equal("A sample", Reader.FrontPage.State.Lines[0].Headline);
        Assert.EndsWith("12 new — press .", Status, StringComparison.Ordinal);
        await PressAsync("Enter", ".");
        Assert.Equal((12, false, KeyScope.List), (Reader.FrontPage.State.Lines.Count, Reader.State.IsSample, Reader.State.Screen));
        Assert.Empty(Stories.Positions);
    }

    [Fact]
    public async Task With_stories_of_ones_own_there_is_no_sample()
    {
        Have(1);
        await StartAsync(parts: Parts with { OpenSample = _ => throw new InvalidOperationException("Not asked for.") });
        Assert.False(Reader.State.IsSample);
    }

    [Fact]
    public async Task A_refresh_asked_for_while_one_runs_comes_after_it()
    {
        Have(1);
        Refresher.Gate = new TaskCompletionSource();
        await StartAsync();
        var first = Reader.RefreshDueAsync(A.Token);
        await PressAsync("R", "R");
        Assert.Single(Refresher.Requests);
        Refresher.Gate.SetResult();
        await first;
        Assert.Equal([false, true], Refresher.Requests.Select(request => request.Force));
    }
}
