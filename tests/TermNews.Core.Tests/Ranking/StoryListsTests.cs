using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;
using TermNews.Core.Words;

namespace TermNews.Core.Tests.Ranking;

public sealed class StoryListsTests
{
    private readonly FakeStories _stories = new();
    private readonly FakeMutes _mutes;
    private readonly FakeTimeProvider _clock = new(A.Noon);
    private readonly StoryLists _lists;

    public StoryListsTests()
    {
        _mutes = new FakeMutes(_stories);
        _lists = new StoryLists(_stories, _clock, MustReadRules.None, null, _mutes);
    }

    [Fact]
    public async Task A_ranking_is_kept_until_something_is_written_or_a_minute_is_over()
    {
        _stories.All.AddRange(
            Enumerable.Range(1, 20).Select(id => A.Story(id, feedId: id, counters: new PublishedCounters(id, null, null, null))));
        _stories.State = new DatabaseState("connection", 1, 0);
        var query = new StoryQuery { List = StoryList.Popular };

        var first = await _lists.PageAsync(query, null, 10, A.Token);
        await _lists.PageAsync(query, first.Next, 10, A.Token);
        Assert.Equal(1, _stories.CandidatesRead);

        foreach (var change in new Action[]
        {
            () => _stories.State = new DatabaseState("connection", 2, 0), () => _stories.State = new DatabaseState("connection", 2, 1),
            () => _stories.State = new DatabaseState("another", 2, 1), () => _clock.Advance(TimeSpan.FromMinutes(1)), () =>
            query = query with { Tag = "tech" },
        })
        {
            var before = _stories.CandidatesRead;
            change();
            await _lists.PageAsync(query, null, 10, A.Token);
            Assert.NotEqual(before, _stories.CandidatesRead);
        }
    }

    [Fact]
    public async Task Stories_are_counted_again_only_when_something_was_written_or_a_minute_is_over()
    {
        _stories.All.Add(A.Story(1));
        _stories.State = new DatabaseState("connection", 1, 0);
        var (all, unread) = (new StoryQuery(), new StoryQuery { List = StoryList.Unread });
        async Task CountAsync(int expected, int counts)
        {
            foreach (var query in new[] { all, unread })
                Assert.Equal(expected, await _lists.CountAsync(query, A.Token));
            Assert.Equal(counts, _stories.Counts);
        }

        await CountAsync(1, 2);
        await CountAsync(1, 2);

        _stories.All.Add(A.Story(2));
        _stories.State = new DatabaseState("connection", 2, 0);
        await CountAsync(2, 4);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(2, 6);
    }

    [Theory]
    [InlineData("popular", "", CandidateText.None)]
    [InlineData("must-read", "", CandidateText.Headline)]
    [InlineData("must-read", "linux", CandidateText.All)]
    public async Task No_more_text_is_read_than_the_list_looks_at(string list, string rule, CandidateText expected)
    {
        var rules = MustReadRules.None with { Queries = rule.Length == 0 ? [] : [rule] };
        await new StoryLists(_stories, _clock, rules).PageAsync(new StoryQuery { List = ListCatalog.Parse(list) }, null, 10, A.Token);
        Assert.Equal(expected, _stories.TextRead);
    }

    [Fact]
    public async Task Latest_says_when_and_what_dates_were_not_believed()
    {
        _stories.All.Add(A.Story(1, at: A.Noon.AddMinutes(-12)));
        _stories.All.Add(A.Story(2, at: A.Noon.AddHours(-3)) with { PublishedAt = null });
        _stories.All.Add(A.Story(4, at: A.Noon.AddHours(-5)) with { PublishedAt = null, UpdatedAt = A.Noon.AddHours(-1) });
        _stories.All.Add(A.Story(5, at: A.Noon.AddHours(-6)) with { PublishedAt = null, UpdatedAt = A.Noon.AddDays(9) });
        _stories.All.Add(A.Story(3, at: A.Noon.AddHours(-4)) with { PublishedAt = A.Noon.AddDays(9) });
        var page = await _lists.PageAsync(new StoryQuery(), null, 10, A.Token);
        Assert.Equal(
            ["published 12 min ago", "no date: first seen 3 h ago", "dated in the future: first seen 4 h ago", "updated 5 h ago",
                "dated in the future: first seen 6 h ago"],
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
        var why = await _lists.WhyAsync(1, withRanks: true, A.Token);
        Assert.Equal(
            ["rare feed: about one post in 10 days", "you saved it", "1 comment of yours", "3 comments on A feed", "published just now"],
            why!.InWords());
        Assert.Equal(
            [
                "Popular: place 1, score 0.5 = 0.5 points × 1 for its age", "   0.40  1 comment of yours", "   0.10  3 comments on A feed",
                "Must-Read: place 1, score 2.65 = 2.65 points × 1 for its age", "   1.25  rare feed: about one post in 10 days",
                "   1.00  you saved it", "   0.40  1 comment of yours", "published just now",
            ], why.InNumbers());
        Assert.Null(await _lists.WhyAsync(99, withRanks: false, A.Token));
    }

    [Fact]
    public async Task What_several_feeds_report_names_them_and_the_time_between_the_first_and_the_last()
    {
        var counters = new PublishedCounters(3, null, null, null);
        _stories.All.Add(A.Story(1, cluster: new ClusterReference(7, 6), counters: counters));
        _stories.All.Add(A.Story(2, feedId: 2, cluster: new ClusterReference(8, 2), at: A.Noon.AddHours(-9), counters: counters));
        _stories.Coverage[7] = new ClusterCoverage(["Reuters", "BBC", "AP", "AFP", "dpa", "Yonhap"], A.Noon.AddHours(-3), A.Noon);
        _stories.Coverage[8] = new ClusterCoverage(["Kyodo", "NHK"], A.Noon, A.Noon);
        var page = await _lists.PageAsync(new StoryQuery { List = StoryList.Popular }, null, 10, A.Token);
        Assert.Equal(
            ["6 sources in 3 h: Reuters, BBC, …; 3 comments on A feed", "2 sources at once: Kyodo, NHK; 3 comments on A feed"],
            page.Stories.Select(row => row.Reason));
        Assert.Equal("6 sources in 3 h: Reuters, BBC, …", (await _lists.WhyAsync(1, withRanks: false, A.Token))!.InWords()[0]);
    }

    [Fact]
    public async Task Weights_and_lengths_are_the_readers()
    {
        _stories.All.AddRange(Enumerable.Range(1, 9).Select(id => A.Story(
            id, feedId: id, at: A.Noon.AddHours(-id), counters: new PublishedCounters(id, null, null, null), comments: id == 5 ? 1 : 0)));
        var settings = new RankingSettings
        {
            Popular = new PopularWeights { Evidence = EvidenceWeights.Popular.With("counters", 0), HalfLife = TimeSpan.FromHours(5) },
            MustRead = new MustReadWeights
            { Longest = 3, Evidence = EvidenceWeights.MustRead.With("rare_feeds", 50), Window = TimeSpan.FromHours(6) },
        };
        Enumerable.Range(1, 9).ToList().ForEach(feed => _stories.PerDay[feed] = 0.1);
        var lists = new StoryLists(_stories, new FakeTimeProvider(A.Noon), MustReadRules.None, settings);
        var popular = await lists.PageAsync(new StoryQuery { List = StoryList.Popular }, null, 100, A.Token);
        var mustRead = await lists.PageAsync(new StoryQuery { List = StoryList.MustRead }, null, 100, A.Token);
        Assert.Equal((5L, "1 comment of yours", EvidenceKinds.OwnCommentsWeight / 2),
            popular.Stories.Select(row => (row.Story.Id, row.Reason, row.Score)).Single());
        Assert.Equal([1L, 2, 3], RankingTests.Ids(mustRead.Stories));
        Assert.InRange(mustRead.Stories[0].Score, 40, 50);
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
        Assert.Equal(["muted until 13 Apr by the word 'storm' and the author 'Ann'", "published just now"],
            (await _lists.WhyAsync(1, withRanks: false, A.Token))!.InWords());
        Assert.Equal("published just now", Assert.Single((await _lists.PageAsync(new StoryQuery(), null, 10, A.Token)).Stories).Reason);
        Assert.StartsWith("muted", Assert.Single(
            await _lists.SearchAsync("storm", new StoryQuery { List = StoryList.All }, 9, A.Token)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "until 15 Mar 12:00")]
    [InlineData(3, "until 17 Mar")]
    [InlineData(300, "until 8 Jan 2027")]
    [InlineData(null, "for ever")]
    public void A_mute_says_when_it_ends(int? days, string words) =>
        Assert.Equal(words, MuteWords.Until(days is { } some ? A.Noon.AddDays(some) : null, A.Noon, TimeZoneInfo.Utc));
}
