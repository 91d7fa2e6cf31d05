using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Tests.Ranking;

public sealed class RankingTests
{
    private static readonly Dictionary<long, double> BusyFeeds = [];

    private static PublishedCounters Points(long points) => new(null, points, null, null);

    /// <summary>Stories of many feeds with all kinds of evidence, the same for the same seed.</summary>
    private static List<Story> Snapshot(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, 120).Select(id => A.Story(
            id, feedId: random.Next(1, 15), at: A.Noon.AddMinutes(-random.Next(0, 4000)),
            categories: random.Next(3) == 0 ? [] : [$"Category {random.Next(5)}"],
            status: new StoryStatus
            {
                Views = random.Next(4) / 3, IsSaved = random.Next(9) == 0, IsRead = random.Next(4) == 0, IsPinned = random.Next(40) == 0,
            },
            counters: random.Next(2) == 0 ? new PublishedCounters(random.Next(50), random.Next(400), null, null) : null,
            comments: random.Next(8) / 7,
            cluster: new ClusterReference(id, random.Next(4) == 0 ? random.Next(2, 9) : 1)))];
    }

    private static double ScoreOf(IReadOnlyList<RankedCandidate> ranked, long id) =>
        ranked.FirstOrDefault(row => row.Story.Id == id)?.Score ?? 0;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void More_evidence_never_lowers_a_story(int seed)
    {
        var stories = Snapshot(seed);
        Func<Story, Story>[] additions =
        [
            story => story with { Counters = story.Counters with { Points = (story.Counters.Points ?? 0) + 50 } },
            story => story with { Counters = story.Counters with { Comments = (story.Counters.Comments ?? 0) + 1 } },
            story => story with { Counters = story.Counters with { Views = (story.Counters.Views ?? 0) + 1000 } },
            story => story with { CommentCount = story.CommentCount + 1 },
            story => story with { Cluster = story.Cluster with { Size = story.Cluster.Size + 1 } },
            story => story with { Status = story.Status with { Views = story.Status.Views + 1 } },
        ];
        var scaleBefore = FeedScale.Of(stories);
        for (var at = 0; at < stories.Count; at += 7)
        {
            foreach (var add in additions)
            {
                List<Story> more = [.. stories];
                more[at] = add(stories[at]);
                var before = PopularRanking.EvidenceOf(stories[at], scaleBefore).Sum(piece => piece.Points);
                var after = PopularRanking.EvidenceOf(more[at], FeedScale.Of(more)).Sum(piece => piece.Points);
                Assert.True(after >= before, $"{stories[at]} fell from {before} to {after}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Time_only_decays(int seed)
    {
        var stories = Snapshot(seed);
        var (now, later) = (PopularRanking.Rank(stories, A.Noon), PopularRanking.Rank(stories, A.Noon.AddHours(5)));
        Assert.NotEmpty(now);
        Assert.All(later.Where(row => ScoreOf(now, row.Story.Id) > 0), row => Assert.True(row.Score < ScoreOf(now, row.Story.Id)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_stories_in_another_order_give_the_same_list(int seed)
    {
        var stories = Snapshot(seed);
        List<Story> shuffled = [.. stories.OrderBy(story => story.Id * 7919 % 127)];
        Assert.Equal(Ids(PopularRanking.Rank(stories, A.Noon)), Ids(PopularRanking.Rank(shuffled, A.Noon)));
        Assert.Equal(
            Ids(MustReadRanking.Rank(stories, BusyFeeds, MustReadRules.None, A.Noon)),
            Ids(MustReadRanking.Rank(shuffled, BusyFeeds, MustReadRules.None, A.Noon)));
    }

    [Fact]
    public void A_flood_from_one_feed_takes_two_rows_of_ten_and_leaves_the_others_in_order()
    {
        var quiet = Snapshot(4);
        List<Story> flooded = [.. quiet, .. Enumerable.Range(1000, 10_000).Select(id =>
            A.Story(id, feedId: 99, feed: "Flood", counters: Points(id * 1000), status: new StoryStatus { Views = 500 }))];
        var (before, after) = (PopularRanking.Rank(quiet, A.Noon), PopularRanking.Rank(flooded, A.Noon));
        Assert.Equal(2, after.Take(10).Count(row => row.Story.Feed.Id == 99));
        var others = Ids(after).Where(id => id < 1000).ToList();
        Assert.Equal(Ids(before).Take(8), others.Take(8));
        var mustRead = MustReadRanking.Rank(flooded, BusyFeeds, MustReadRules.None, A.Noon);
        Assert.InRange(mustRead.Count(row => row.Story.Feed.Id == 99), 0, 2);
    }

    [Fact]
    public void A_feed_alone_does_not_fill_the_list()
    {
        var ranked = PopularRanking.Rank([.. Enumerable.Range(1, 50).Select(id => A.Story(id, counters: Points(id)))], A.Noon);
        Assert.Equal(2, ranked.Count);
    }

    [Fact]
    public void A_date_in_the_future_gains_nothing()
    {
        var seen = A.Noon.AddHours(-6);
        var honest = A.Story(1, at: seen, counters: Points(10));
        var nextYear = A.Noon.AddYears(1);
        var early = A.Story(2, feedId: 2, at: seen, counters: Points(10)) with { SortAt = nextYear, PublishedAt = nextYear };
        var ranked = PopularRanking.Rank([honest, early], A.Noon);
        Assert.Equal(ranked[0].Score, ranked[1].Score);
    }

    [Fact]
    public void Without_evidence_nothing_is_popular() => Assert.Empty(PopularRanking.Rank([A.Story(1), A.Story(2)], A.Noon));

    [Fact]
    public void Counters_count_within_their_feed()
    {
        List<Story> stories =
            [.. Enumerable.Range(1, 20).Select(id => A.Story(id, feedId: 1, feed: "Large", counters: Points(id * 1_000_000)))];
        stories.AddRange(Enumerable.Range(101, 20).Select(id => A.Story(id, feedId: 2, feed: "Small", counters: Points(id - 100))));
        var ranked = PopularRanking.Rank(stories, A.Noon);
        Assert.Equal([20L, 120L], Ids(ranked).Take(2));
        Assert.Equal(ranked[0].Score, ranked[1].Score);
        Assert.Equal("20,000,000 points, more than 79 % of Large", ranked[0].Reason);
    }

    [Fact]
    public void Several_sources_are_told_and_outweigh_a_counter()
    {
        var ranked = PopularRanking.Rank(
            [A.Story(1, cluster: new ClusterReference(7, 6)), A.Story(2, feedId: 2, counters: Points(900))], A.Noon);
        Assert.Equal((1L, "6 sources"), (ranked[0].Story.Id, ranked[0].Reason));
    }

    [Fact]
    public void A_cluster_has_one_row()
    {
        var cluster = new ClusterReference(7, 2);
        Assert.Single(PopularRanking.Rank([A.Story(1, cluster: cluster), A.Story(2, feedId: 2, cluster: cluster)], A.Noon));
    }

    [Fact]
    public void Must_read_puts_pins_first_then_rules_then_coverage_and_leaves_read_and_hidden_out()
    {
        Story[] stories =
        [
            A.Story(1, feedId: 1, cluster: new ClusterReference(1, 5)),
            A.Story(2, "Linux 7 is out", feedId: 2),
            A.Story(3, feedId: 3, status: new StoryStatus { IsPinned = true }, at: A.Noon.AddDays(-100)),
            A.Story(4, feedId: 4, status: new StoryStatus { IsPinned = true, IsRead = true }),
            A.Story(5, feedId: 5, status: new StoryStatus { IsPinned = true, IsHidden = true }),
            A.Story(6, feedId: 6),
        ];
        var ranked = MustReadRanking.Rank(stories, BusyFeeds, new MustReadRules(["linux"], [], []), A.Noon);
        Assert.Equal([3L, 2L, 1L], Ids(ranked));
        Assert.Equal(["you pinned it", "you pinned 'linux'", "5 sources"], ranked.Select(row => row.Reason));
    }

    [Fact]
    public void Must_read_gives_rare_feeds_a_voice_and_tells_how_rare()
    {
        var pace = new Dictionary<long, double> { [1] = 40, [2] = 1.0 / 12 };
        var row = Assert.Single(MustReadRanking.Rank([A.Story(1, feedId: 1), A.Story(2, feedId: 2)], pace, MustReadRules.None, A.Noon));
        Assert.Equal("rare feed: about one post in 12 days", row.Reason);
    }

    [Fact]
    public void What_others_report_too_needs_no_voice_of_a_rare_feed()
    {
        var pace = new Dictionary<long, double> { [1] = 1.0 / 12 };
        Assert.Equal(
            "2 sources", MustReadRanking.Rank([A.Story(cluster: new ClusterReference(1, 2))], pace, MustReadRules.None, A.Noon)[0].Reason);
    }

    [Fact]
    public void What_stood_without_a_date_in_a_feed_that_was_added_is_no_rare_news()
    {
        var pace = new Dictionary<long, double> { [1] = 1.0 / 12 };
        Assert.Empty(MustReadRanking.Rank([A.Story() with { IsOfUnknownAge = true }], pace, MustReadRules.None, A.Noon));
    }

    [Fact]
    public void A_story_of_unknown_age_stands_behind_what_is_known_to_be_new()
    {
        var covered = new ClusterReference(1, 8);
        var ranked = PopularRanking.Rank(
            [A.Story(1, cluster: covered) with { IsOfUnknownAge = true },
            A.Story(2, feedId: 2, at: A.Noon.AddDays(-3), cluster: new ClusterReference(2, 2))], A.Noon);
        Assert.Equal([2L, 1L], Ids(ranked));
        Assert.Equal(
            "no date: found 2 h ago when the feed was new here, may be older",
            Reasons.OfTime(A.Story(at: A.Noon.AddHours(-2)) with { PublishedAt = null, IsOfUnknownAge = true }, A.Noon));
    }

    [Fact]
    public void A_second_counter_does_not_name_the_feed_again()
    {
        List<Story> stories = [.. Enumerable.Range(1, 20)
            .Select(id => A.Story(id, feed: "Film", counters: new PublishedCounters(null, null, id * 1000, id)))];
        Assert.Equal(
            "20,000 views, more than 79 % of Film; rated higher than 79 % of its stories", PopularRanking.Rank(stories, A.Noon)[0].Reason);
        Assert.Equal("1,000 views on Film; also rated there", PopularRanking.Rank([stories[0]], A.Noon)[0].Reason);
    }

    [Theory]
    [InlineData("Al Jazeera – Breaking News, World News and Video from Al Jazeera", "Al Jazeera")]
    [InlineData("NDTV News Search Records Found 1000", "NDTV News Search Records Foun…")]
    [InlineData("CTVNews.ca - Top Stories", "CTVNews.ca - Top Stories")]
    public void A_long_name_of_a_feed_stands_without_its_subtitle_in_a_reason(string title, string name)
    {
        var covered = new ClusterReference(1, 2) { Coverage = new ClusterCoverage([title, "AP"], A.Noon, A.Noon) };
        Assert.Equal($"2 sources at once: {name}, AP", PopularRanking.Rank([A.Story(1, cluster: covered)], A.Noon)[0].Reason);
    }

    [Fact]
    public void The_one_post_of_a_month_is_the_first_in_so_many_days()
    {
        var pace = new Dictionary<long, double> { [1] = 1.0 / 30 };
        Assert.Equal("rare feed: its first post in 30 days", MustReadRanking.Rank([A.Story()], pace, MustReadRules.None, A.Noon)[0].Reason);
    }

    [Fact]
    public void Must_read_is_short_and_spread_but_keeps_every_pin()
    {
        var rules = new MustReadRules([], [], ["News"]);
        List<Story> stories = [.. Enumerable.Range(1, 200).Select(id => A.Story(id, feedId: id % 60, categories: ["News", $"{id % 9}"]))];
        Assert.Equal(4, MustReadRanking.Rank(stories, BusyFeeds, rules, A.Noon).Count);
        List<Story> varied = [.. Enumerable.Range(1, 200).Select(id => A.Story(id, feedId: id % 60, categories: [$"{id % 9}", "News"]))];
        Assert.Equal(MustReadRanking.Longest, MustReadRanking.Rank(varied, BusyFeeds, rules, A.Noon).Count);
        List<Story> pinned = [.. Enumerable.Range(1, 20).Select(id => A.Story(id, status: new StoryStatus { IsPinned = true }))];
        Assert.Equal(20, MustReadRanking.Rank(pinned, BusyFeeds, rules, A.Noon).Count);
    }

    [Theory]
    [InlineData("art", "The start of it", false)]
    [InlineData("art", "Modern Art, again", true)]
    [InlineData("東京", "今日の東京は晴れ", true)]
    [InlineData("new york", "In New York today", true)]
    public void Rules_find_whole_words(string word, string title, bool found) =>
        Assert.Equal(found, new MustReadRules([word], [], []).EvidenceOf(A.Story(title: title)) is not null);

    [Theory]
    [InlineData("feed:bbc and title:election", true)]
    [InlineData("feed:BBC title:elections", false)]
    [InlineData("feed:guardian or author:sorensen", true)]
    [InlineData("election -sport", true)]
    [InlineData("election -politics", false)]
    [InlineData("category:politics \"the result\"", true)]
    [InlineData("\"result the\"", false)]
    [InlineData("elec* OR football", true)]
    [InlineData("ELECTION author:sørensen*", false)]
    [InlineData("東京", true)]
    [InlineData("cafe", true)]
    [InlineData("-football", true)]
    [InlineData("-- !!", false)]
    [InlineData("and", false)]
    public void Rules_are_searches(string query, bool found)
    {
        var story = A.Story(
            title: "An election in 東京の町", feed: "BBC World", lead: "What the result means, told in a café.", author: "Ida Sörensen",
            categories: ["World", "Politics"]);
        var evidence = new MustReadRules([], [], []) { Queries = ["nothing", query] }.EvidenceOf(story);
        Assert.Equal(found ? $"your rule '{query}'" : null, evidence?.Words);
    }

    [Theory]
    [InlineData(0, "0m", "just now")]
    [InlineData(12, "12m", "12 min ago")]
    [InlineData(60, "1h", "1 h ago")]
    [InlineData(23 * 60 + 59, "23h", "23 h ago")]
    [InlineData(24 * 60, "1d", "1 day ago")]
    [InlineData(6 * 24 * 60, "6d", "6 days ago")]
    [InlineData(7 * 24 * 60, "1w", "1 week ago")]
    [InlineData(-30, "0m", "just now")]
    public void Ages_are_short_in_cells_and_clear_in_words(int minutes, string cells, string words)
    {
        var at = A.Noon.AddMinutes(-minutes);
        Assert.Equal((cells, words), (Ages.InCells(at, A.Noon), Ages.InWords(at, A.Noon)));
    }

    internal static IEnumerable<long> Ids(IEnumerable<RankedStory> ranked) => ranked.Select(row => row.Story.Id);

    internal static IEnumerable<long> Ids(IEnumerable<RankedCandidate> ranked) => ranked.Select(row => row.Story.Id);
}
