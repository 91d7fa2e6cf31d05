using System.Globalization;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Ranking;

/// <summary>What holds of both rankings for any snapshot: a hundred of each kind, the same in every run.</summary>
public sealed class RankingPropertyTests
{
    private const int Snapshots = 100;
    private const long Flood = 99;

    private static readonly MustReadRules Rules =
        new(["linux", "iğdır"], ["Feed 3"], ["category 1"]) { Queries = ["feed:\"Feed 5\" and title:story", "author:ırmak -quiet"] };

    /// <summary>Rankings under test; the second argument is the time.</summary>
    private static readonly (string Name, Func<Snapshot, DateTimeOffset, IReadOnlyList<RankedCandidate>> Rank)[] Rankings =
    [
        ("Popular", (snapshot, now) => PopularRanking.Rank(snapshot.Stories, now)),
        ("Must-Read", (snapshot, now) => MustReadRanking.Rank(snapshot.Stories, snapshot.Pace, Rules, now)),
    ];

    /// <summary>Stories and the pace of their feeds.</summary>
    private sealed record Snapshot(IReadOnlyList<Story> Stories, IReadOnlyDictionary<long, double> Pace);

    public static TheoryData<string> Lists => [.. Rankings.Select(ranking => ranking.Name)];

    private static Func<Snapshot, DateTimeOffset, IReadOnlyList<RankedCandidate>> RankingOf(string name) =>
        Rankings.First(one => one.Name == name).Rank;

    private static IEnumerable<(Random Random, Snapshot Snapshot)> Any() => Enumerable.Range(1, Snapshots).Select(seed =>
    {
        var random = new Random(seed);
        return (random, AnySnapshot(random));
    });

    /// <summary>Up to 90 stories of up to 14 feeds, some of them odd: dated ahead, without title, in clusters of one feed.</summary>
    private static Snapshot AnySnapshot(Random random)
    {
        var feeds = random.Next(1, 15);
        List<Story> stories = [.. Enumerable.Range(1, random.Next(1, 90)).Select(id => AnyStory(random, id, random.Next(1, feeds + 1)))];
        var pace = Enumerable.Range(1, feeds).Where(_ => random.Next(3) > 0).ToDictionary(feed => (long)feed, _ => random.NextDouble() * 4);
        return new Snapshot(stories, pace);
    }

    private static Story AnyStory(Random random, long id, long feed)
    {
        var firstSeen = A.Noon.AddMinutes(-random.Next(0, 20_000));
        var at = random.Next(8) == 0 ? firstSeen.AddMinutes(random.Next(0, 60_000)) : firstSeen.AddMinutes(-random.Next(0, 3000));
        var size = random.Next(3) == 0 ? random.Next(2, 12) : 1;
        return A.Story(
            id, random.Next(9) == 0 ? null : random.Next(9) == 0 ? "LINUX in IĞDIR" : $"Story {id}", feed, $"Feed {feed}", at,
            author: random.Next(9) == 0 ? "Irmak" : null,
            categories: random.Next(3) == 0 ? [] : [$"Category {random.Next(4)}"],
            status: new StoryStatus
            {
                Views = random.Next(4) / 3,
                IsSaved = random.Next(9) == 0,
                IsRead = random.Next(5) == 0,
                IsPinned = random.Next(40) == 0,
                IsHidden = random.Next(20) == 0,
            },
            counters: random.Next(2) == 0
            ? new PublishedCounters(Maybe(random, 50), Maybe(random, 400), Maybe(random, 9000), Maybe(random, 5)) : null,
            comments: random.Next(8) / 7,
            cluster: new ClusterReference(size == 1 ? id : 1000 + random.Next(12), size)) with
        { FirstSeenAt = firstSeen };
    }

    private static long? Maybe(Random random, int most) => random.Next(2) == 0 ? null : random.Next(most);

    private static Snapshot Shuffled(Random random, Snapshot snapshot)
    {
        Story[] stories = [.. snapshot.Stories];
        random.Shuffle(stories);
        KeyValuePair<long, double>[] pace = [.. snapshot.Pace];
        random.Shuffle(pace);
        return new Snapshot(stories, new Dictionary<long, double>(pace));
    }

    private static (long Id, double Score, string Reason)[] Rows(IEnumerable<RankedCandidate> ranked) =>
        [.. ranked.Select(row => (row.Story.Id, row.Score, row.Reason))];

    /// <summary>Everything that can be added to what speaks for a story.</summary>
    private static IEnumerable<Story> WithMore(Story story, Random random)
    {
        var counters = story.Counters;
        var more = random.Next(1, 500);
        yield return story with { Counters = counters with { Points = (counters.Points ?? 0) + more } };
        yield return story with { Counters = counters with { Comments = (counters.Comments ?? 0) + more } };
        yield return story with { Counters = counters with { Views = (counters.Views ?? 0) + more } };
        yield return story with { Counters = counters with { Rating = (counters.Rating ?? 0) + more } };
        yield return story with { CommentCount = story.CommentCount + 1 };
        yield return story with { Cluster = story.Cluster with { Size = story.Cluster.Size + 1, Sources = story.Cluster.Sources + 1 } };
        yield return story with { Status = story.Status with { Views = story.Status.Views + 1 } };
        yield return story with { Status = story.Status with { IsSaved = true } };
        yield return story with { Status = story.Status with { IsPinned = true } };
        yield return story with { Title = $"{story.Title} linux" };
    }

    /// <summary>The score alone, without the places that other rows take.</summary>
    private static double ScoreOf(string list, Snapshot snapshot, Story story)
    {
        var scale = FeedScale.Of(snapshot.Stories);
        return list == "Popular"
            ? Sum(PopularRanking.EvidenceOf(story, scale)) * AgeDecay.Of(story, A.Noon, PopularWeights.Default.HalfLife)
            : Sum(MustReadRanking.EvidenceOf(story, scale, snapshot.Pace, Rules, MustReadWeights.Default))
                * MustReadRanking.DecayOf(story, A.Noon, MustReadWeights.Default);
    }

    private static double Sum(IEnumerable<Evidence> evidence) => evidence.Sum(piece => piece.Points);

    [Theory]
    [MemberData(nameof(Lists))]
    public void More_evidence_never_lowers_a_story(string list)
    {
        var additions = 0;
        foreach (var (random, snapshot) in Any())
        {
            var story = snapshot.Stories[random.Next(snapshot.Stories.Count)];
            var before = ScoreOf(list, snapshot, story);
            var place = PlaceOf(RankingOf(list)(snapshot, A.Noon), story.Id);
            foreach (var more in WithMore(story, random))
            {
                var after = snapshot with { Stories = [.. snapshot.Stories.Select(one => one.Id == story.Id ? more : one)] };
                Assert.True(ScoreOf(list, after, more) >= before, $"{list}: {more} fell from {before}");
                Assert.True(PlaceOf(RankingOf(list)(after, A.Noon), story.Id) <= place, $"{list}: {more} lost place {place}");
                additions++;
            }
        }
        Assert.Equal(Snapshots * 10, additions);
    }

    private static int PlaceOf(IReadOnlyList<RankedCandidate> ranked, long id) =>
        ranked.Index().Where(one => one.Item.Story.Id == id).Select(one => one.Index).FirstOrDefault(int.MaxValue);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Time_only_decays(string list)
    {
        TimeSpan[] steps =
        [
            TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(7), TimeSpan.FromHours(5), TimeSpan.FromDays(2), TimeSpan.FromDays(40),
            TimeSpan.FromDays(400),
        ];
        foreach (var (_, snapshot) in Any())
        {
            foreach (var story in snapshot.Stories)
            {
                var alone = snapshot with { Stories = [story] };
                var score = double.MaxValue;
                for (var (now, step) = (A.Noon.AddDays(-20), 0); step < steps.Length; now += steps[step++])
                {
                    var later = RankingOf(list)(alone, now).Select(row => row.Score).SingleOrDefault();
                    Assert.True(later <= score, $"{list}: {story} rose from {score} to {later} at {now}");
                    score = later;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void No_feed_has_a_third_row_and_no_cluster_a_second(string list)
    {
        foreach (var (_, snapshot) in Any())
        {
            var ranked = RankingOf(list)(snapshot, A.Noon);
            Assert.DoesNotContain(ranked.Where(row => list == "Popular" || !row.Story.Status.IsPinned).CountBy(row => row.Story.Feed.Id),
                pair => pair.Value > 2);
            Assert.Equal(ranked.Count, ranked.DistinctBy(row => row.Story.Cluster.Id).Count());
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_same_snapshot_in_any_order_and_any_language_gives_the_same_list(string list)
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            foreach (var (random, snapshot) in Any())
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var expected = Rows(RankingOf(list)(snapshot, A.Noon));
                foreach (var culture in new[] { "tr-TR", "de-DE", "ar-SA" })
                {
                    CultureInfo.CurrentCulture = Odd(culture);
                    Assert.Equal(expected, Rows(RankingOf(list)(Shuffled(random, snapshot), A.Noon)));
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    /// <summary>A culture with marks of its own: the program runs without the data of cultures, where all have the same.</summary>
    private static CultureInfo Odd(string name)
    {
        var culture = (CultureInfo)new CultureInfo(name).Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (
            ",", ".", "−");
        return culture;
    }

    /// <summary>What a list looks like is written down: the same on every machine, in every process.</summary>
    [Theory]
    [InlineData("Popular", "12:1.3777 67:0.5386 19:0.2928 2:0.1984 62:0.167 43:0.0836 44:0.0591 76:0.0469")]
    [InlineData("Must-Read", "54:1000 19:8.3827 1:8.0482 57:6.9973 47:5.2046 64:3.8191 12:3.0771 52:2.8127")]
    public void The_same_snapshot_gives_the_same_list_on_every_machine(string list, string expected)
    {
        var ranked = RankingOf(list)(AnySnapshot(new Random(7)), A.Noon);

        Assert.Equal(expected, string.Join(
            ' ', ranked.Take(8).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Story.Id}:{row.Score:0.####}"))));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_flood_changes_only_the_rows_of_its_own_feed_two_at_most(string list)
    {
        foreach (var (random, snapshot) in Any().Take(12))
        {
            Story[] flood = [.. Enumerable.Range(10_000, 10_000).Select(id => AnyStory(random, id, Flood) with
            {
                Cluster = new ClusterReference(id, 1),
                Status = new StoryStatus { Views = 500, IsSaved = true },
                Counters = new PublishedCounters(id, id * 1000L, id, 5),
                Title = "Linux, linux, linux",
            })];
            Story[] all = [.. snapshot.Stories, .. flood];
            random.Shuffle(all);
            var pace = new Dictionary<long, double>(snapshot.Pace) { [Flood] = 333 };

            var (before, after) = (RankingOf(list)(snapshot, A.Noon), RankingOf(list)(new Snapshot(all, pace), A.Noon));
            var withoutPace = RankingOf(list)(snapshot with { Stories = all }, A.Noon);

            Assert.InRange(after.Count(row => row.Story.Feed.Id == Flood), 0, 2);
            Assert.Equal(Rows(before), Rows(after.Where(row => row.Story.Feed.Id != Flood)));
            Assert.Equal(Rows(after), Rows(withoutPace));
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_flood_of_copies_takes_the_rows_of_two_clusters_at_most(string list)
    {
        foreach (var (_, snapshot) in Any().Take(20))
        {
            var copies = snapshot.Stories.Select(story => story with
            {
                Id = story.Id + 10_000,
                Feed = new FeedReference(Flood, "Flood", "https://flood/"),
                Counters = new PublishedCounters(story.Id, 9000 + story.Id, null, null),
                Status = StoryStatus.New,
            });
            var before = RankingOf(list)(snapshot, A.Noon);
            var pace = new Dictionary<long, double>(snapshot.Pace) { [Flood] = 333 };

            var after = RankingOf(list)(new Snapshot([.. snapshot.Stories, .. copies], pace), A.Noon);

            var others = after.Where(row => row.Story.Feed.Id != Flood).Select(row => row.Story.Cluster.Id).ToHashSet();
            Assert.InRange(before.Count(row => !others.Contains(row.Story.Cluster.Id)), 0, 2);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_date_in_the_future_gains_nothing(string list)
    {
        foreach (var (random, snapshot) in Any())
        {
            var at = random.Next(snapshot.Stories.Count);
            var chosen = snapshot.Stories[at];
            var honest = chosen with { SortAt = chosen.FirstSeenAt, PublishedAt = chosen.FirstSeenAt };
            var ahead = honest.FirstSeenAt.AddMinutes(random.Next(1, 900_000));
            Snapshot With(Story story) =>
                snapshot with { Stories = [.. snapshot.Stories.Select((one, place) => place == at ? story : one)] };

            var early = RankingOf(list)(With(honest with { SortAt = ahead, PublishedAt = ahead }), A.Noon);

            Assert.Equal(Rows(RankingOf(list)(With(honest), A.Noon)), Rows(early));
        }
    }
}
