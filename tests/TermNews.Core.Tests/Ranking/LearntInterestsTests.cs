using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.ViewModels;

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
}
