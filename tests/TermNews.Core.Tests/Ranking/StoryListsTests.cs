using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.ViewModels;

namespace TermNews.Core.Tests.Ranking;

public sealed class StoryListsTests
{
    private readonly FakeStories _stories = new();
    private readonly FakeMutes _mutes;
    private readonly StoryLists _lists;

    public StoryListsTests()
    {
        _mutes = new FakeMutes(_stories);
        _lists = new StoryLists(_stories, new FakeTimeProvider(A.Noon), MustReadRules.None, _mutes);
    }

    [Fact]
    public async Task Latest_says_when_and_what_dates_were_not_believed()
    {
        _stories.All.Add(A.Story(1, at: A.Noon.AddMinutes(-12)));
        _stories.All.Add(A.Story(2, at: A.Noon.AddHours(-3)) with { PublishedAt = null });
        _stories.All.Add(A.Story(3, at: A.Noon.AddHours(-4)) with { PublishedAt = A.Noon.AddDays(9) });
        var page = await _lists.PageAsync(new StoryQuery(), null, 10, A.Token);
        Assert.Equal(
            ["published 12 min ago", "no date: first seen 3 h ago", "dated in the future: first seen 4 h ago"],
            page.Stories.Select(row => row.Reason));
    }

    [Fact]
    public async Task Pages_of_a_ranked_list_follow_each_other_without_a_gap()
    {
        _stories.All.AddRange(Enumerable.Range(1, 40).Select(id =>
            A.Story(id, feedId: id, counters: new PublishedCounters(id, null, null, null), at: A.Noon.AddMinutes(-id))));
        var whole = await _lists.PageAsync(new StoryQuery { List = StoryList.Popular }, null, 100, A.Token);
        var first = await _lists.PageAsync(new StoryQuery { List = StoryList.Popular }, null, 15, A.Token);
        var second = await _lists.PageAsync(new StoryQuery { List = StoryList.Popular }, first.Next, 100, A.Token);
        Assert.Equal(40, whole.Stories.Count);
        Assert.Equal(RankingTests.Ids(whole.Stories), RankingTests.Ids([.. first.Stories, .. second.Stories]));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Popular_falls_back_on_older_stories_where_the_last_weeks_were_silent()
    {
        _stories.All.Add(A.Story(1, at: A.Noon.AddDays(-400), counters: new PublishedCounters(9, null, null, null)));
        var page = await _lists.PageAsync(new StoryQuery { List = StoryList.Popular }, null, 10, A.Token);
        Assert.Equal([1L], RankingTests.Ids(page.Stories));
        var bounded = await _lists.PageAsync(new StoryQuery { List = StoryList.Popular, Since = A.Noon.AddDays(-1) }, null, 10, A.Token);
        Assert.Empty(bounded.Stories);
    }

    [Fact]
    public async Task Why_tells_all_the_evidence_with_its_points()
    {
        _stories.PerDay[1] = 0.1;
        var saved = new StoryStatus { IsSaved = true };
        _stories.All.Add(A.Story(1, counters: new PublishedCounters(3, null, null, null), comments: 1, status: saved));
        var why = await _lists.WhyAsync(1, A.Token);
        Assert.Contains(why, line => line.StartsWith("3 comments on A feed (", StringComparison.Ordinal));
        Assert.Contains(why, line => line.StartsWith("1 comment of yours (", StringComparison.Ordinal));
        Assert.Contains(why, line => line.StartsWith("you saved it (1 points)", StringComparison.Ordinal));
        Assert.Contains(why, line => line.StartsWith("rare feed: first post in 10 days", StringComparison.Ordinal));
        Assert.Equal("published just now", why[^1]);
        Assert.Empty(await _lists.WhyAsync(99, A.Token));
    }

    [Fact]
    public async Task Muted_stories_say_what_mutes_them_and_until_when()
    {
        _stories.All.Add(A.Story(1, "A storm", author: "Ann"));
        _stories.All.Add(A.Story(2, "A calm"));
        await _mutes.AddAsync(new Mute(MuteKind.Word, "storm") { Until = A.Noon.AddDays(30) }, A.Token);
        await _mutes.AddAsync(new Mute(MuteKind.Author, "Ann") { Until = A.Noon.AddDays(1) }, A.Token);

        var muted = Assert.Single((await _lists.PageAsync(new StoryQuery { MutedOnly = true }, null, 10, A.Token)).Stories);

        Assert.Equal("muted until 13 Apr by the word 'storm' and the author 'Ann'; published just now", muted.Reason);
        Assert.Equal([MuteKind.Word, MuteKind.Author], muted.MutedBy.Select(mute => mute.Kind));
        Assert.Equal(["muted until 13 Apr by the word 'storm' and the author 'Ann'", "published just now"], await _lists.WhyAsync(1, A.Token));
        Assert.Equal("published just now", Assert.Single((await _lists.PageAsync(new StoryQuery(), null, 10, A.Token)).Stories).Reason);
        Assert.StartsWith("muted", Assert.Single(await _lists.SearchAsync("storm", new StoryQuery { List = StoryList.All }, 9, A.Token)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "until 15 Mar 12:00")]
    [InlineData(3, "until 17 Mar")]
    [InlineData(300, "until 8 Jan 2027")]
    [InlineData(null, "for ever")]
    public void A_mute_says_when_it_ends(int? days, string words) =>
        Assert.Equal(words, MuteWords.Until(days is { } some ? A.Noon.AddDays(some) : null, A.Noon, TimeZoneInfo.Utc));
}
