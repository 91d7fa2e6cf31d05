using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.UseCases;

public sealed class DraftKeeperTests : IDisposable
{
    private static readonly DraftPlace Here = new(1), There = new(1, ReplyTo: 7);
    private readonly FakeComments _comments = new(new FakeStories());
    private readonly FakeTimeProvider _clock = new(A.Noon);
    private readonly DraftKeeper _keeper;

    public DraftKeeperTests() => _keeper = new DraftKeeper(() => _comments, _clock, work => work());

    public void Dispose() => _keeper.Dispose();

    private void Type(string text, DraftPlace? place = null) => _keeper.Change(place ?? Here, A.Story(), text);

    [Fact]
    public void A_write_that_is_held_up_never_overwrites_newer_words()
    {
        _comments.Drafts.Gate = new TaskCompletionSource();
        Type("one");
        _clock.Advance(DraftKeeper.Pause);
        Type("one two");
        _clock.Advance(DraftKeeper.Pause);
        _comments.Drafts.Gate.SetResult();
        Assert.Equal(["one", "one two"], _comments.Drafts.Writes);
        Assert.Empty(_keeper.Unwritten());
    }

    [Fact]
    public async Task Words_on_their_way_are_found()
    {
        Type("one");
        Assert.Equal("one", await _keeper.FindAsync(Here, A.Token));
        Assert.Null(await _keeper.FindAsync(There, A.Token));
        Type(" ");
        Assert.Null(await _keeper.FindAsync(Here, A.Token));
    }

    [Fact]
    public void A_failed_write_is_tried_again_without_a_key()
    {
        _comments.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");
        Type("one");
        _clock.Advance(DraftKeeper.Pause);
        Assert.Equal("one", Assert.Single(_keeper.Unwritten()).Text);
        _comments.Fault = null;
        _clock.Advance(DraftKeeper.Retry);
        Assert.Equal("one", _comments.Drafts[1]);
        Assert.Empty(_keeper.Unwritten());
    }

    [Fact]
    public void A_key_after_a_failed_write_is_not_written_later_than_others()
    {
        _comments.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");
        Type("one");
        _clock.Advance(DraftKeeper.Pause);
        _comments.Fault = null;
        Type("one two");
        _clock.Advance(DraftKeeper.Pause);
        Assert.Equal("one two", _comments.Drafts[1]);
    }

    [Fact]
    public void A_draft_whose_story_is_gone_does_not_hold_up_others()
    {
        _comments.Drafts.FaultAt = (Here, new NewsException(NewsFault.WrongUse, "There is no story 1."));
        Type("lost");
        Type("kept", There);
        _clock.Advance(DraftKeeper.Pause);
        Assert.Equal("kept", _comments.Drafts[There]);
        Assert.Equal("lost", Assert.Single(_keeper.Unwritten()).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_happens_meanwhile_the_last_words_of_each_place_are_kept(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            Dictionary<DraftPlace, string> last = [];
            for (var step = 0; step < 40; step++)
                Step(random, last, $"{round}.{step}");
            _comments.Fault = null;
            Release();
            _clock.Advance(DraftKeeper.Retry);
            Assert.Equal(last.Where(draft => draft.Value.Length > 0).OrderBy(draft => draft.Value),
                _comments.Drafts.OrderBy(draft => draft.Value));
            Assert.Empty(_keeper.Unwritten());
            foreach (var place in last.Keys)
                Type("", place);
            _clock.Advance(DraftKeeper.Pause);
        }
    }

    private void Step(Random random, Dictionary<DraftPlace, string> last, string words)
    {
        var place = random.Next(2) == 0 ? Here : There;
        switch (random.Next(8))
        {
            case < 3:
                last[place] = words;
                Type(words, place);
                break;
            case 3:
                last[place] = "";
                Type("", place);
                break;
            case 4:
                _comments.Fault = random.Next(2) == 0 ? null : new NewsException(NewsFault.Unreadable, "The disk is full.");
                break;
            case 5:
                _comments.Drafts.Gate ??= new TaskCompletionSource();
                break;
            case 6:
                Release();
                break;
            default:
                _clock.Advance(TimeSpan.FromSeconds(random.NextDouble()));
                break;
        }
    }

    private void Release()
    {
        var gate = _comments.Drafts.Gate;
        _comments.Drafts.Gate = null;
        gate?.SetResult();
    }
}
