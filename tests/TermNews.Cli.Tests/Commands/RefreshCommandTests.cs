using System.Text.Json;
using TermNews.Core;
using TermNews.Core.Stories;

namespace TermNews.Cli.Tests.Commands;

public sealed class RefreshCommandTests
{
    private static readonly RefreshError Failing = new(2, "LWN", "https://lwn.net/feed", 503, "lwn.net answered 503.",
        new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero));

    private readonly FeedCommandRun _run = new();

    [Fact]
    public async Task A_good_refresh_ends_with_its_summary()
    {
        var elapsed = TimeSpan.FromSeconds(1.26);
        _run.Summary = new RefreshSummary { Feeds = 3, Updated = 2, Unchanged = 1, NewStories = 1, Bytes = 1_234_567, Elapsed = elapsed };

        Assert.Equal(0, await _run.RunAsync("refresh"));

        Assert.Equal("3 feeds: 2 fetched, 1 unchanged. 1 new story, 1.2 MB in 1.3 s.\n", _run.Output);
        Assert.Equal("", _run.Error);
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(2000, true, true)]
    [InlineData(2001, true, false)]
    [InlineData(2001, false, true)]
    public async Task Few_stories_are_indexed_here_and_many_elsewhere_where_that_can_be(int waiting, bool elsewhere, bool isHere)
    {
        (_run.Waiting, _run.IndexesElsewhere) = (waiting, elsewhere);
        _run.Summary = new RefreshSummary { Feeds = 1, Updated = 1 };

        Assert.Equal(0, await _run.RunAsync("refresh"));

        Assert.Equal(isHere, _run.WasIndexedHere);
    }

    [Fact]
    public async Task A_failing_feed_has_its_line_and_the_rest_is_done()
    {
        _run.Summary = new RefreshSummary { Feeds = 2, Updated = 1, Failed = 1, Bytes = 10, Errors = [Failing] };

        Assert.Equal(1, await _run.RunAsync("refresh"));

        Assert.Equal("LWN: lwn.net answered 503.\n", _run.Error);
        Assert.StartsWith("2 feeds: 1 fetched, 1 failed. 0 new stories", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_could_be_fetched_the_network_is_to_blame()
    {
        _run.Summary = new RefreshSummary { Feeds = 1, Failed = 1, Errors = [Failing] };

        Assert.Equal(4, await _run.RunAsync("refresh"));
    }

    [Fact]
    public async Task Json_is_one_object_with_every_field()
    {
        var elapsed = TimeSpan.FromSeconds(2);
        _run.Summary =
            new RefreshSummary { Feeds = 2, Updated = 1, Failed = 1, NewStories = 5, Bytes = 10, Elapsed = elapsed, Errors = [Failing] };

        await _run.RunAsync("refresh", "--format", "json");

        Assert.Equal(
            """{"feeds":2,"unchanged":0,"updated":1,"failed":1,"new_stories":5,"bytes":10,"seconds":2,"""
            + """
            "errors":[{"feed":"LWN","url":"https://lwn.net/feed","status":503,"message":"lwn.net answered 503.","retry_after":"2026-03-01T12:30:00Z"}]}
            """,
            _run.Output.TrimEnd('\n'));
        using var parsed = JsonDocument.Parse(_run.Output);
    }

    [Fact]
    public async Task A_second_refresh_says_that_one_is_running()
    {
        _run.Summary = new RefreshSummary { IsRunningElsewhere = true };

        Assert.Equal(0, await _run.RunAsync("refresh"));

        Assert.Equal(("", "Another refresh of this database is running; nothing was done.\n"), (_run.Output, _run.Error));
    }

    [Fact]
    public async Task An_interrupted_refresh_ends_with_130()
    {
        _run.Summary = new RefreshSummary { Feeds = 1, Updated = 1, WasInterrupted = true };

        Assert.Equal(130, await _run.RunAsync("refresh"));
        Assert.EndsWith("Interrupted; what was fetched is kept.\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_nothing_is_asked()
    {
        _run.IsOffline = true;

        var fault = await Assert.ThrowsAsync<NewsException>(() => _run.RunAsync("refresh"));

        Assert.Equal(NewsFault.Network, fault.Fault);
        Assert.Null(_run.Request);
    }

    [Fact]
    public async Task The_options_make_the_request()
    {
        _run.Feeds.Add("https://example.org/a");
        _run.Feeds.Add("https://example.org/b");

        await _run.RunAsync("refresh", "https://example.org/b", "--tag", "tech", "--jobs", "3", "--timeout", "7", "--force");

        Assert.Equal([2L], _run.Request?.FeedIds!);
        var request = _run.Request!;
        Assert.Equal(("tech", 3, TimeSpan.FromSeconds(7), true), (request.Tag, request.Jobs, request.Timeout, request.Force));
    }

    [Theory]
    [InlineData("--jobs", "0")]
    [InlineData("--jobs", "many")]
    [InlineData("--timeout", "601")]
    [InlineData("--format", "xml")]
    public async Task A_bad_value_is_refused(string option, string value)
    {
        Assert.NotEqual(0, await _run.RunAsync("refresh", option, value));
        Assert.Null(_run.Request);
        Assert.Contains(value, _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_sees_a_bar_that_goes_away_again()
    {
        _run.Width = 60;
        _run.Summary = new RefreshSummary { Feeds = 2, Updated = 1, Failed = 1, Bytes = 1, Errors = [Failing] };

        await _run.RunAsync("refresh");

        Assert.Equal("LWN: lwn.net answered 503.\n\r[##########..........] 1/2  0 new  LWN\e[K\r\e[K", _run.Error);
    }
}
