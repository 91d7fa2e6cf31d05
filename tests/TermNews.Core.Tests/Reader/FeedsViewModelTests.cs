using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Feeds;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class FeedsViewModelTests : IDisposable
{
    private readonly FakeFeedRepository _repository = new();
    private readonly FakeTimeProvider _clock = new(A.Noon);
    private readonly FeedsViewModel _feeds;

    public FeedsViewModelTests()
    {
        _feeds = new FeedsViewModel(_repository, _clock) { Keys = ReaderKeys.Default };
        Add("Alone");
        Add("BBC World", "World", unread: 5);
        Add("Yonhap", "World", unread: 2, error: "yonhap answered 503.");
        Add("LWN", "Tech");
    }

    public void Dispose() => _feeds.Dispose();

    private void Add(string title, string? tag = null, int unread = 0, string? error = null, DateTimeOffset? paused = null) =>
        _repository.Add(new Feed
        {
            Id = 0,
            FeedUrl = $"https://example.org/{title}",
            Title = title,
            Tags = tag is null ? [] : [tag],
            UnreadCount = unread,
            Error = error,
            FetchedAt = A.Noon.AddHours(-2),
            NextFetchAt = A.Noon.AddMinutes(20),
            PausedUntil = paused,
            Failures = error is null ? 0 : 3,
        });

    private IEnumerable<string> Rows(int width = 40) => _feeds.Rows(width).Select(row => row.ToString().TrimEnd());

    [Fact]
    public async Task Folders_have_their_feeds_below_them_and_count_what_is_unread()
    {
        await _feeds.LoadAsync(A.Token);
        string[] rows =
            ["  Alone", "▾ Tech", "    LWN", "▾ World                               7", "    BBC World                         5"];
        Assert.Equal(rows, Rows().Take(5));
        Assert.Equal("Feeds                4 feeds, 1 failing", _feeds.TitleRow(39).ToString());
    }

    [Fact]
    public async Task A_folder_closes_and_opens_and_stays_selected()
    {
        await _feeds.LoadAsync(A.Token);
        _feeds.Select(4);
        _feeds.ToggleFolder();
        Assert.Equal(("World", (Feed?)null), (_feeds.State.Current!.Folder, _feeds.State.Current.Feed));
        Assert.Equal(4, _feeds.State.Lines.Count);
        Assert.Equal(["BBC World", "Yonhap"], _feeds.CurrentFeeds().Select(feed => feed.Title));
        _feeds.ToggleFolder();
        Assert.Equal(6, _feeds.State.Lines.Count);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_since_when_and_when_next()
    {
        await _feeds.LoadAsync(A.Token);
        _feeds.Select(5);
        Assert.Equal("yonhap answered 503. Tried 2 h ago, failed 3 times in a row; next try in 20 min.", _feeds.Trouble());
        Assert.Contains("⚠ yonhap", Rows(80).Last(), StringComparison.Ordinal);
        _feeds.Select(0);
        Assert.Null(_feeds.Trouble());
    }

    [Fact]
    public async Task A_pause_is_told_with_its_end_in_local_time()
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(9), "here", "here"));
        Add("Busy", error: "busy answered 429.", paused: A.Noon.AddMinutes(80));
        Add("Calm", paused: A.Noon.AddHours(4));
        await _feeds.LoadAsync(A.Token);
        _feeds.Select(1);
        Assert.Equal("Paused until 22:20. busy answered 429. Tried 2 h ago, failed 3 times in a row.", _feeds.Trouble());
        _feeds.Select(2);
        Assert.Equal("Paused until 15 Mar 01:00, as its host asked.", _feeds.Trouble());
        Assert.Contains("⚠ paused until 22:20; busy answered 429.", Rows(80).ElementAt(1), StringComparison.Ordinal);
        Assert.EndsWith("  paused until 15 Mar 01:00", Rows(80).ElementAt(2), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromHours(5));
        Assert.Null(_feeds.Trouble());
    }

    [Fact]
    public async Task The_selected_feed_stays_selected_when_it_moves()
    {
        await _feeds.LoadAsync(A.Token);
        _feeds.Select(0);
        await _feeds.TagAsync(" Zoo, World ,zoo,", A.Token);
        Assert.Equal(("Alone", "Zoo"), (_feeds.State.Current!.Feed!.Title, _feeds.State.Current.Folder));
        Assert.Equal(["Zoo", "World"], _feeds.State.Current.Feed.Tags);
    }

    [Fact]
    public async Task A_feed_is_renamed_and_an_empty_title_goes_back()
    {
        await _feeds.LoadAsync(A.Token);
        await _feeds.RenameAsync("  Mine  ", A.Token);
        Assert.Equal("Mine", _feeds.State.Current!.Feed!.Title);
        await _feeds.RenameAsync(" ", A.Token);
        Assert.Null(_feeds.State.Current!.Feed!.OwnTitle);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(120)]
    public async Task No_row_is_wider_than_the_screen(int width)
    {
        Add("東京の新聞 " + new string('長', 60), "フォルダー", unread: 12345, error: new string('語', 90));
        await _feeds.LoadAsync(A.Token);
        Assert.All(_feeds.Rows(width), row => Assert.InRange(TextWidth.Of(row.ToString()), 0, width));
    }

    [Fact]
    public async Task Without_feeds_it_says_how_to_add_one()
    {
        using var empty = new FeedsViewModel(new FakeFeedRepository(), new FakeTimeProvider(A.Noon)) { Keys = ReaderKeys.Default };
        await empty.LoadAsync(A.Token);
        Assert.Contains("a adds one", string.Concat(empty.Rows(80)), StringComparison.Ordinal);
    }
}
