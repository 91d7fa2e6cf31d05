using System.Globalization;
using TermNews.Core.Clusters;

namespace TermNews.Core.Tests.Clusters;

public sealed class LeadTests
{
    /// <summary>Least share of the pairs of one event that are joined; a missed pair only makes two rows.</summary>
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
        var wrong = together.Where(pair => pair.One.Event != pair.Other.Event).ToList();
        var right = together.Count - wrong.Count;
        var recall = right / (double)pairs.Count(pair => pair.One.Event == pair.Other.Event);
        var precision = together.Count == 0 ? 1 : right / (double)together.Count;
        var figures = string.Create(CultureInfo.InvariantCulture, $"Pairs: recall {recall:F4}, precision {precision:F4}.");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        var titles = wrong.Select(pair => $"{pair.One.Item.Title} / {pair.Other.Item.Title}");
        Assert.True(wrong.Count == 0, $"{figures} Joined: {string.Join("; ", titles)}");
        Assert.True(recall >= FairRecall, figures);
    }
}
