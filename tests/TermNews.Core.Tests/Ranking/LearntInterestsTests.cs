using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;

namespace TermNews.Core.Tests.Ranking;

public sealed class LearntInterestsTests : InterestTest
{
    private readonly FakeInterests _repository = new();
    private readonly LearntInterests _learnt;

    public LearntInterestsTests() => _learnt = new LearntInterests(_repository);

    private Task<Interests> ReadAsync(DateTimeOffset now) => _learnt.ReadAsync(TenFeeds, now, A.Token);

    [Fact]
    public async Task Who_did_nothing_has_no_interests_and_nothing_is_read()
    {
        Assert.Same(Interests.None, await ReadAsync(A.Noon));
        Assert.Equal(0, _repository.TimesRead);
    }

    [Fact]
    public async Task They_are_learnt_anew_when_something_was_done_and_once_a_minute()
    {
        _repository.Notes = InterestNotes.None with { Deeds = [.. ManyOfOne(), .. OneOfEach()] };
        _repository.Stamp = new InterestStamp(1, 0, 0, 0);
        var first = await ReadAsync(A.Noon);
        Assert.NotEmpty(first.All);
        Assert.Same(first, await ReadAsync(A.Noon.AddSeconds(59)));
        Assert.NotSame(first, await ReadAsync(A.Noon.AddSeconds(60)));
        _repository.Notes = InterestNotes.None;
        _repository.Stamp = new InterestStamp(1, 2, 0, 0);
        Assert.Empty((await ReadAsync(A.Noon.AddSeconds(61))).All);
    }

    [Fact]
    public async Task The_row_from_elsewhere_says_so_also_where_it_is_asked_why()
    {
        _repository.Notes = InterestNotes.None with { Deeds = [.. ManyOfOne(40)] };
        _repository.Stamp = new InterestStamp(1, 0, 0, 0);
        var stories = new FakeStories();
        stories.All.AddRange(
            Enumerable.Range(900, 20).Select(id => A.Story(id, $"t{id}", feedId: (id % 10) + 1, feed: $"Feed {(id % 10) + 1}")));
        foreach (var (feed, perDay) in TenFeeds)
            stories.PerDay[feed] = perDay;
        var lists = new StoryLists(stories, new FakeTimeProvider(A.Noon), MustReadRules.None, learnt: _learnt);
        var page = await lists.PageAsync(new StoryQuery { List = StoryList.MustRead }, null, 20, A.Token);
        var row = Assert.Single(page.Stories, ranked => ranked.Reason.StartsWith("something else", StringComparison.Ordinal));
        List<long> told = [];
        foreach (var story in stories.All)
        {
            if ((await lists.WhyAsync(story.Id, withRanks: false, A.Token))!.Lists.SelectMany(list => list.Pieces)
                .Any(piece => piece == new EvidencePoints(row.Reason, 0.1)))
                told.Add(story.Id);
        }
        Assert.Equal([row.Story.Id], told);
    }
}
