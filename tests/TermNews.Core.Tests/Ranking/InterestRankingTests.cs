using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Ranking;

public sealed class InterestRankingTests : InterestTest
{
    private static readonly MustReadRules NoRules = MustReadRules.None;

    private static Interests Set(params (InterestSubject Subject, double Strength)[] edits) => Learn(InterestNotes.None with
    {
        Edits = [.. edits.Select(edit => new InterestEdit(edit.Subject, edit.Subject.Key, edit.Strength, A.Noon))],
    });

    private static IReadOnlyList<RankedCandidate> Rank(IReadOnlyList<Story> stories, Interests interests, DateTimeOffset? now = null) =>
        MustReadRanking.Rank(stories, new Dictionary<long, double>(), NoRules, now ?? A.Noon, interests: interests);

    [Fact]
    public void A_story_of_interest_stands_in_must_read_and_says_why()
    {
        var interests = Learn([.. ManyOfOne(), .. OneOfEach()]);
        var row = Assert.Single(Rank([A.Story(900, "Something new"), A.Story(901, "Something else", feedId: 2)], interests));
        Assert.Equal((900L, "you often open Feed 1"), (row.Story.Id, row.Reason));
    }

    [Fact]
    public void Terms_categories_and_feeds_add_up_but_never_above_the_cap()
    {
        var interests = Set(
            (InterestSubject.Feed(1), 3), (InterestSubject.Category("Tech"), 3), (InterestSubject.Term("linux"), 3),
            (InterestSubject.Term("kernel"), 3));
        double Points(Story story) => interests.EvidenceOf(story)?.Points ?? 0;
        var feed = Points(A.Story(1, "Other"));
        var both = Points(A.Story(1, "Linux"));
        var all = Points(A.Story(1, "Linux kernel", categories: ["tech"]));
        Assert.True(0 < feed && feed < both && both < all && all < EvidenceKinds.InterestWeight);
    }

    [Fact]
    public void No_interest_outweighs_three_sources_a_rule_or_a_pin()
    {
        var interests = Set((InterestSubject.Feed(1), 3), (InterestSubject.Term("linux"), 3), (InterestSubject.Term("kernel"), 3));
        List<Story> stories =
        [
            A.Story(1, "Linux kernel"),
            A.Story(2, "Other", feedId: 2, cluster: new ClusterReference(2, 3)),
            A.Story(3, "Floods", feedId: 3),
            A.Story(4, "Pinned", feedId: 4, status: new StoryStatus { IsPinned = true }),
        ];
        var ranked = MustReadRanking.Rank(
            stories, new Dictionary<long, double>(), new MustReadRules(["floods"], [], []), A.Noon, interests: interests);
        Assert.Equal([4L, 3L, 2L, 1L], RankingTests.Ids(ranked));
    }

    [Fact]
    public void Dislike_takes_away_interest_and_nothing_else()
    {
        var story = A.Story(1, "Football results", cluster: new ClusterReference(1, 2));
        var interests = Set((InterestSubject.Term("football"), -3), (InterestSubject.Feed(1), 2));
        Assert.Null(interests.EvidenceOf(story));
        Assert.Equal(Rank([story], Interests.None)[0].Score, Rank([story], interests)[0].Score);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Interest_never_lowers_a_story(int seed)
    {
        var random = new Random(seed);
        List<Story> stories = [.. Enumerable.Range(1, 100).Select(id => A.Story(
            id, $"word{random.Next(30)} word{random.Next(30)}", feedId: random.Next(1, 11), at: A.Noon.AddMinutes(-random.Next(4000)),
            categories: [$"Category {random.Next(5)}"], cluster: new ClusterReference(id, random.Next(1, 4))))];
        var interests = Set(
            [.. Enumerable.Range(0, 30).Select(word => (InterestSubject.Term($"word{word}"), (random.NextDouble() * 6) - 3)),
            .. Enumerable.Range(1, 10).Select(feed => (InterestSubject.Feed(feed), (random.NextDouble() * 6) - 3))]);
        var scale = FeedScale.Of(stories);
        foreach (var story in stories)
        {
            var without = MustReadRanking.EvidenceOf(story, scale, TenFeeds, NoRules, MustReadWeights.Default).Sum(piece => piece.Points);
            var with = MustReadRanking.EvidenceOf(story, scale, TenFeeds, NoRules, MustReadWeights.Default, interests)
                .Sum(piece => piece.Points);
            Assert.True(with >= without, $"{story} fell from {without} to {with}");
        }
    }

    [Fact]
    public void A_feed_of_interest_does_not_fill_the_list()
    {
        var ranked = Rank([.. Enumerable.Range(1, 200).Select(id => A.Story(id))], Set((InterestSubject.Feed(1), 3)));
        Assert.Equal(2, ranked.Count);
    }

    [Fact]
    public void One_place_in_five_is_kept_for_what_the_reader_cares_for_among_what_everybody_reports()
    {
        var interests = Set((InterestSubject.Term("linux"), 3));
        List<Story> stories =
        [
            .. Enumerable.Range(1, 30).Select(id => A.Story(id, $"News {id}", feedId: id, cluster: new ClusterReference(id, 9))),
            .. Enumerable.Range(101, 5).Select(id => A.Story(id, $"Linux {id}", feedId: id, at: A.Noon.AddHours(-id % 100))),
            A.Story(200, "Linux years ago", feedId: 200, at: A.Noon.AddDays(-9)),
        ];

        var ranked = Rank(stories, interests);

        Assert.Equal(MustReadRanking.Longest, ranked.Count);
        Assert.Equal([101L, 102L, 103L], RankingTests.Ids(ranked.Skip(12)));
        Assert.Equal(RankingTests.Ids(ranked.Take(12)), RankingTests.Ids(Rank(stories, Interests.None).Take(12)));
        Assert.Equal(MustReadRanking.Longest, Rank([.. stories.Take(30)], interests).Count);
        var ofFour = MustReadRanking.Rank(
            stories, new Dictionary<long, double>(), NoRules, A.Noon, new MustReadWeights { Longest = 4 }, interests);
        Assert.Equal([1L, 2L, 3L, 4L], RankingTests.Ids(ofFour));
        var without = MustReadRanking.Rank(
            stories, new Dictionary<long, double>(), NoRules, A.Noon,
            new MustReadWeights { Evidence = EvidenceWeights.MustRead.With("interest", 0) }, interests);
        Assert.Equal(Enumerable.Range(1, 15).Select(id => (long)id), RankingTests.Ids(without));
    }

    [Fact]
    public void A_flood_of_what_the_reader_cares_for_takes_no_place_that_another_feed_has()
    {
        var interests = Set((InterestSubject.Term("linux"), 3));
        List<Story> quiet =
            [.. Enumerable.Range(1, 30).Select(id => A.Story(id, $"News {id}", feedId: id, cluster: new ClusterReference(id, 9)))];
        List<Story> flood = [.. Enumerable.Range(1000, 10_000).Select(id => A.Story(id, $"Linux {id}", feedId: 99))];

        Assert.Equal(RankingTests.Ids(Rank(quiet, interests)), RankingTests.Ids(Rank([.. quiet, .. flood], interests)));
    }

    [Fact]
    public void One_row_a_day_is_from_a_feed_that_is_seldom_opened()
    {
        var interests = Learn([.. ManyOfOne(40)]);
        List<Story> stories =
            [.. Enumerable.Range(900, 40).Select(id => A.Story(id, $"t{id}", feedId: (id % 10) + 1, feed: $"Feed {(id % 10) + 1}"))];
        var ranked = Rank(stories, interests);
        var explored = ranked.Where(row => row.Story.Feed.Id != 1).ToList();
        Assert.Equal($"something else: you seldom open {explored[0].Story.Feed.Title}", Assert.Single(explored).Reason);
        Assert.Equal(ranked.OrderByDescending(row => row.Score), ranked);
        Assert.Equal(RankingTests.Ids(ranked), RankingTests.Ids(Rank([.. stories.AsEnumerable().Reverse()], interests)));
        Assert.Equal(RankingTests.Ids(ranked), RankingTests.Ids(Rank(stories, interests, A.Noon.AddHours(9))));
    }

    [Fact]
    public void Another_day_brings_another_feed_sooner_or_later()
    {
        var interests = Learn([.. ManyOfOne(40)]);
        var chosen = Enumerable.Range(0, 10).Select(day =>
        {
            var now = A.Noon.AddDays(day);
            var stories = Enumerable.Range(900, 40).Select(id => A.Story(id, $"t{id}", feedId: (id % 10) + 1, at: now));
            return Exploration.StoryOfTheDay(stories, interests, now)!.Feed.Id;
        });
        Assert.InRange(chosen.Distinct().Count(), 3, 9);
    }

    [Fact]
    public void The_row_from_elsewhere_keeps_its_place_in_a_full_list()
    {
        var interests = Learn([.. ManyOfOne(60)]);
        List<Story> stories =
            [.. Enumerable.Range(900, 40).Select(id => A.Story(id, $"t{id}", feedId: id, cluster: new ClusterReference(id, 4))),
                A.Story(2, "t2", feedId: 2)];
        var ranked = Rank(stories, interests);
        Assert.Equal((MustReadRanking.Longest, 2L), (ranked.Count, ranked[^1].Story.Id));
    }

    [Fact]
    public void Nothing_is_explored_by_who_looked_today_who_hides_it_or_who_has_no_habits()
    {
        var story = A.Story(900, "t", feedId: 2);
        Assert.Null(Exploration.StoryOfTheDay([story], Interests.None, A.Noon));
        Assert.Null(Exploration.StoryOfTheDay([story], Learn([.. ManyOfOne(5)]), A.Noon));
        Assert.NotNull(Exploration.StoryOfTheDay([story], Learn([.. ManyOfOne(40)]), A.Noon));
        Assert.Null(Exploration.StoryOfTheDay([story], Learn([.. ManyOfOne(40), Opened(800, 3, "t", 0.1)]), A.Noon));
        var hides = Enumerable.Range(700, 4).Select(id =>
            Opened(id, 2, $"h{id}", 4) with { OpenedAt = null, HiddenAt = A.Noon.AddDays(-4).AddMinutes(id) });
        Assert.Null(Exploration.StoryOfTheDay([story], Learn([.. ManyOfOne(40), .. hides]), A.Noon));
    }
}
