using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

public sealed class ServerPaceTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ServerPace _pace;

    public ServerPaceTests() => _pace = new ServerPace(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private List<Task<ServerPace.Turn>> Enter(int count, CancellationToken token) =>
        [.. Enumerable.Range(0, count).Select(_ => _pace.EnterAsync(token))];

    [Fact]
    public async Task A_few_go_first_and_the_others_with_the_answers_that_come_quickly()
    {
        var turns = Enter(20, Token);
        Assert.Equal(4, turns.Count(turn => turn.IsCompleted));

        _clock.Advance(TimeSpan.FromMilliseconds(10));
        (await turns[0]).TakeAnswer();

        Assert.Equal(5, _pace.Limit);
        await turns[5];
        Assert.False(turns[6].IsCompleted);
    }

    [Fact]
    public async Task Answers_that_take_longer_and_longer_bring_no_more_at_once()
    {
        var turns = Enter(12, Token);
        _clock.Advance(TimeSpan.FromMilliseconds(10));
        (await turns[0]).TakeAnswer();
        _clock.Advance(TimeSpan.FromMilliseconds(20));

        (await turns[1]).TakeAnswer();

        Assert.Equal(5, _pace.Limit);
    }

    [Fact]
    public async Task A_server_that_takes_its_time_keeps_nobody_waiting_and_its_answer_counts_all_the_same()
    {
        var turns = Enter(9, Token);

        _clock.Advance(TimeSpan.FromMilliseconds(100));

        await turns[7];
        Assert.False(turns[8].IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await turns[0]).TakeAnswer();
        await turns[8];
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_no_turn()
    {
        var turns = Enter(4, Token);
        using var cancellation = new CancellationTokenSource();
        var given = _pace.EnterAsync(cancellation.Token);
        var last = _pace.EnterAsync(Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        (await turns[0]).Dispose();

        await last;
    }
}
