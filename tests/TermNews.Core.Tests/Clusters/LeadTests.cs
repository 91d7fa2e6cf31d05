using TermNews.Core.Clusters;

namespace TermNews.Core.Tests.Clusters;

public sealed class LeadTests
{
    /// <summary>Of the pairs that report the same event so many are found at least; the others only make two rows.</summary>
    private const double FairRecall = 0.6;

    public static TheoryData<string> Languages => [.. LabelledStories.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_looks_alike_and_is_not_the_same_stays_apart_in_each_language(string language) => Check([language]);

    [Fact]
    public void What_looks_alike_and_is_not_the_same_stays_apart_where_languages_are_read_together() => Check(LabelledStories.Languages);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_arrival_and_restarts_in_between_bring_nothing_together_that_is_not_the_same(int seed)
    {
        var random = new Random(seed);
        var stories = LabelledStories.In(LabelledStories.Languages).OrderBy(_ => random.Next()).ToList();
        var clusterOf = new Dictionary<long, long>();
        var counts = new TermCounts();
        foreach (var batch in stories.Chunk(random.Next(20, 60)))
        {
            var clusterer = new Clusterer(counts);
            foreach (var (item, _) in stories.Where(story => clusterOf.ContainsKey(story.Item.Id)))
                clusterer.Load(item with { ClusterId = clusterOf[item.Id] });
            foreach (var (item, _) in batch)
                clusterOf[item.Id] = item.Id;
            foreach (var (story, cluster) in clusterer.Add(clusterer.Read([.. batch.Select(story => story.Item)]), A.Token))
                clusterOf[story] = cluster;
        }
        Check(stories, clusterOf);
    }

    private static void Check(IReadOnlyList<string> languages)
    {
        var stories = LabelledStories.In(languages);
        var clusterOf = stories.ToDictionary(story => story.Item.Id, story => story.Item.Id);
        var clusterer = new Clusterer(new TermCounts());
        foreach (var (story, cluster) in clusterer.Add(clusterer.Read([.. stories.Select(story => story.Item)]), A.Token))
            clusterOf[story] = cluster;
        Check(stories, clusterOf);
    }

    private static void Check(IReadOnlyList<(ClusterItem Item, string Event)> stories, Dictionary<long, long> clusterOf)
    {
        var pairs = stories.SelectMany((one, at) => stories.Skip(at + 1).Select(other => (One: one, Other: other))).ToList();
        var together = pairs.Where(pair => clusterOf[pair.One.Item.Id] == clusterOf[pair.Other.Item.Id]).ToList();
        var same = pairs.Count(pair => pair.One.Event == pair.Other.Event);
        Assert.Empty(together.Where(pair => pair.One.Event != pair.Other.Event).Select(pair => $"{pair.One.Item.Title} / {pair.Other.Item.Title}"));
        Assert.InRange(together.Count / (double)same, FairRecall, 1);
    }
}
