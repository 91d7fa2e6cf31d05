using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Listing;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;

namespace TermNews.Core.Tests.Ranking;

public sealed class RelatedRankingTests
{
    private static readonly Story Source = A.Story(1, "An orbiter reaches Mars", categories: ["Space", "Science"]);

    [Fact]
    public void A_row_says_which_words_it_shares_or_which_category()
    {
        var rows = RelatedRanking.Rank(Source, [new(A.Story(2, "Mars in sight"), ["Mars", "orbiter", "reaches", "NASA"])],
            [A.Story(3, "A comet", feedId: 2, categories: ["Night", "Science", "Space"])], 5);
        Assert.Equal([(2L, "shares: Mars, orbiter, reaches", 2d), (3L, "also in Space", 1d)],
            rows.Select(row => (row.Story.Id, row.Reason, row.Score)));
    }

    [Fact]
    public void There_is_one_of_a_cluster_two_of_a_feed_and_no_headline_twice() => Assert.Equal([2L, 5, 7], Ids(
        Near(2, "Mars dust", feed: 1), Near(3, "Red planet", feed: 2, cluster: 2), Near(4, "Dust on Mars", feed: 3),
        Near(5, "Rovers on Mars", feed: 1), Near(6, "Rocks of Mars", feed: 1), Near(7, "Water, once", feed: 4),
        Near(8, "Water once?", feed: 5)));

    [Fact]
    public void What_has_nearly_the_headline_of_the_story_is_left_out_unless_it_is_another_issue_of_a_series() =>
        Assert.Equal([3L, 4, 5], Ids(
        Near(2, "Orbiter reaches Mars", feed: 2), Near(3, null, feed: 3), Near(4, "", feed: 4),
        Near(5, "An orbiter reaches Mars (2)", feed: 5)));

    [Fact]
    public async Task Categories_are_asked_only_where_words_find_too_little()
    {
        var stories = new FakeStories();
        stories.All.Add(Source);
        stories.Related.Add(A.Story(2, "Mars dust", feedId: 2));
        stories.SameCategory.AddRange(
            [A.Story(2, "Mars dust", feedId: 2, categories: ["Space"]), A.Story(3, "A comet", feedId: 3, categories: ["Space"])]);
        var lists = new StoryLists(stories, new FakeTimeProvider(A.Noon), MustReadRules.None);

        Assert.Equal([2L, 3], (await lists.RelatedAsync(1, 5, A.Token)).Select(row => row.Story.Id));
        Assert.Equal(["shares: words"], (await lists.RelatedAsync(1, 1, A.Token)).Select(row => row.Reason));
        Assert.Empty(await lists.RelatedAsync(99, 5, A.Token));
    }

    private static IEnumerable<long> Ids(params RelatedStory[] near) =>
        RelatedRanking.Rank(Source, near, [], 5).Select(row => row.Story.Id);

    private static RelatedStory Near(long id, string? title, long feed, long? cluster = null) =>
        new(A.Story(id, title, feedId: feed, cluster: new ClusterReference(cluster ?? id, 1)), ["Mars"]);
}
