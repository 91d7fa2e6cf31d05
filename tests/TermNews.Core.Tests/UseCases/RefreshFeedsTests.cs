using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.UseCases;

public sealed class RefreshFeedsTests
{
    private readonly FakeRefresher _refresher = new();
    private readonly Display _display = new();

    [Fact]
    public async Task The_last_request_by_hand_follows_the_refresh_that_is_under_way()
    {
        var feeds = new RefreshFeeds(_refresher, new FakeTimeProvider(A.Noon));
        _refresher.Gate = new TaskCompletionSource();

        var running = feeds.RunAsync(new RefreshRequest(), isByHand: false, _display, A.Token);
        await feeds.RunAsync(new RefreshRequest { FeedIds = [1] }, isByHand: true, _display, A.Token);
        await feeds.RunAsync(new RefreshRequest { FeedIds = [2] }, isByHand: true, _display, A.Token);
        await feeds.RunAsync(new RefreshRequest { Tag = "x" }, isByHand: false, _display, A.Token);
        _refresher.Gate.SetResult();
        await running;

        Assert.Equal([null, 2L], _refresher.Requests.Select(request => request.FeedIds?[0]));
        Assert.Equal(
            ["begun", "cleared", "0 new stories from 1 feed.", "begun by hand", "cleared", "0 new stories from 1 feed."], _display.Log);
    }

    [Fact]
    public async Task Where_every_feed_fails_the_outcome_warns()
    {
        _refresher.Bring = () => new RefreshSummary { Feeds = 2, Failed = 2 };

        var outcome = await new RefreshFeeds(_refresher, new FakeTimeProvider(A.Noon)).VisitAsync(new RefreshRequest(), null, A.Token);

        Assert.True(outcome.IsWarning);
        Assert.Equal("No feed could be fetched. Is there a network? What is kept can be read.", outcome.Words);
    }

    private sealed class Display : IRefreshDisplay
    {
        public List<string> Log { get; } = [];

        public void Begin(bool isByHand) => Log.Add(isByHand ? "begun by hand" : "begun");

        public void Show(RefreshProgress progress)
        {
        }

        public void Clear() => Log.Add("cleared");

        public Task FinishAsync(Outcome<RefreshSummary> outcome, bool isByHand, CancellationToken cancellationToken)
        {
            Log.Add(outcome.Words);
            return Task.CompletedTask;
        }
    }
}
