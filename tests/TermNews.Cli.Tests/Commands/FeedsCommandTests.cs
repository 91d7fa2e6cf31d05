using System.Text.Json;
using TermNews.Core;
using TermNews.Core.Stories;

namespace TermNews.Cli.Tests.Commands;

public sealed class FeedsCommandTests
{
    private readonly FeedCommandRun _run = new();

    [Theory]
    [InlineData("feeds")]
    [InlineData("feeds list")]
    public async Task Piped_lists_are_separated_by_tabs_and_unabridged(string words)
    {
        AddTwo();

        Assert.Equal(0, await _run.RunAsync(words.Split(' ')));

        Assert.Equal(
            "1\tA quite long title that stays whole\thttps://example.org/a\ttech, daily\t3\t\n"
            + "2\tB, \"quoted\"\thttps://example.org/b\t\t0\texample.org answered 500.\n", _run.Output);
    }

    [Fact]
    public async Task A_terminal_gets_columns_that_fit()
    {
        AddTwo();
        _run.Width = 50;

        await _run.RunAsync("feeds");

        Assert.Equal("1  A quite long ti…  3 unread  tech, daily\n2  B, \"quoted\"       0 unread  example.org answer…\n", _run.Output);
    }

    [Theory]
    [InlineData(2, "paused until 14:20; example.org answered 429.")]
    [InlineData(12, "paused until 2 Mar 00:20; example.org answered 429.")]
    [InlineData(-1, "example.org answered 429.")]
    public async Task A_pause_is_told_in_local_time(int hours, string words)
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 20, 0, TimeSpan.FromHours(9));
        _run.Clock.SetUtcNow(noon);
        _run.Clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(9), "here", "here"));
        _run.Feeds.Add(new Feed
        {
            Id = 0,
            FeedUrl = "https://example.org/a",
            Title = "A",
            Error = "example.org answered 429.",
            PausedUntil = noon.AddHours(hours),
        });

        await _run.RunAsync("feeds");

        Assert.Equal($"1\tA\thttps://example.org/a\t\t0\t{words}\n", _run.Output);
    }

    [Fact]
    public async Task Only_broken_feeds_are_listed_where_that_is_asked()
    {
        AddTwo();

        await _run.RunAsync("feeds", "list", "--broken", "--format", "json");

        using var parsed = JsonDocument.Parse(_run.Output);
        var feed = Assert.Single(parsed.RootElement.EnumerateArray());
        Assert.Equal(["id", "title", "url", "site", "tags", "stories", "unread", "last_fetched", "next_fetch", "error", "paused_until"],
            feed.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-03-01T12:00:00Z", feed.GetProperty("last_fetched").GetString());
        Assert.Equal(JsonValueKind.Null, feed.GetProperty("site").ValueKind);
    }

    [Fact]
    public async Task No_feeds_are_an_empty_array_and_a_word_what_to_do()
    {
        Assert.Equal(0, await _run.RunAsync("feeds", "--format", "json"));

        Assert.Equal("[]\n", _run.Output);
        Assert.Contains("feeds add URL", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ndjson", 2)]
    [InlineData("csv", 3)]
    [InlineData("tsv", 3)]
    public async Task Every_format_has_a_line_for_each_feed(string format, int lines)
    {
        AddTwo();

        await _run.RunAsync("feeds", "list", "--format", format);

        Assert.Equal(lines, _run.Output.Count(c => c == '\n'));
        Assert.Contains(format switch { "csv" => "\"B, \"\"quoted\"\"\"", "tsv" => "\tB, \"quoted\"\t", _ => "\"B, \\\"quoted\\\"\"" },
            _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_shows_the_title_and_three_headlines()
    {
        _run.Preview = Preview(subscribed: null);

        Assert.Equal(0, await _run.RunAsync("feeds", "add", "--tag", "a", "example.org", "--tag", "b"));

        Assert.Equal("Subscribed to News (https://example.org/feed) as feed 1.\n  - One\n  - Two\n", _run.Output);
        Assert.Equal("The site has more feeds: https://example.org/other\n", _run.Error);
        Assert.Equal(["a", "b"], (await _run.Feeds.FindAsync(1, TestContext.Current.CancellationToken))!.Tags);
    }

    [Fact]
    public async Task A_feed_that_is_there_already_is_said_to_be()
    {
        _run.Preview = Preview(_run.Feeds.Add("https://example.org/feed"));

        Assert.Equal(0, await _run.RunAsync("feeds", "add", "https://example.org/feed"));

        Assert.StartsWith("There is a subscription to https://example.org/feed", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_a_full_address_is_added_unseen()
    {
        _run.IsOffline = true;

        Assert.Equal(0, await _run.RunAsync("feeds", "add", "https://example.org/feed"));

        Assert.EndsWith("It was not fetched, as the network is switched off.\n", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("file:///etc/passwd")]
    public async Task Offline_anything_less_is_wrong_use(string address)
    {
        _run.IsOffline = true;

        Assert.Equal(NewsFault.WrongUse, (await Assert.ThrowsAsync<NewsException>(() => _run.RunAsync("feeds", "add", address))).Fault);
    }

    [Fact]
    public async Task A_feed_is_renamed_tagged_and_removed()
    {
        _run.Feeds.Add("https://example.org/a");

        await _run.RunAsync("feeds", "rename", "https://example.org/a", "Mine\e[31m");
        await _run.RunAsync("feeds", "tag", "https://example.org/a", "x", "X", "y");
        await _run.RunAsync("feeds", "tag", "https://example.org/a");
        await _run.RunAsync("feeds", "remove", "https://example.org/a");

        Assert.Equal(
            "https://example.org/a is now called Mine.\nMine: x, y\nMine has no tags.\n"
            + "Removed Mine (https://example.org/a).\n", _run.Output);
        Assert.Empty(await _run.Feeds.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Offline_nothing_is_checked()
    {
        _run.IsOffline = true;

        Assert.Equal(NewsFault.Network, (await Assert.ThrowsAsync<NewsException>(() => _run.RunAsync("feeds", "check"))).Fault);
    }

    private void AddTwo()
    {
        _run.Feeds.Add(new Feed
        {
            Id = 0,
            FeedUrl = "https://example.org/a",
            Title = "A quite long title that stays whole",
            Tags = ["tech", "daily"],
            UnreadCount = 3,
        });
        _run.Feeds.Add(new Feed
        {
            Id = 0,
            FeedUrl = "https://example.org/b",
            Title = "B, \"quoted\"",
            Error = "example.org answered 500.",
            FetchedAt = new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)),
        });
    }

    private static FeedPreview Preview(Feed? subscribed) => new()
    {
        FeedUrl = "https://example.org/feed",
        Title = "News",
        Headlines = ["One", "Two"],
        OtherFeedUrls = ["https://example.org/other"],
        Subscribed = subscribed,
        Visit = new FeedUpdate { FeedId = 0, FetchedAt = default, NextFetchAt = default },
    };
}
