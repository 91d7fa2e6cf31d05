using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Refreshing;

namespace TermNews.Core.Tests.Feeds;

public sealed class VisitSlotsTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_enter_than_there_are_slots_and_who_leaves_lets_one_in()
    {
        using var slots = new VisitSlots(2, 10, _clock);
        var first = await slots.EnterAsync(Token);
        await slots.EnterAsync(Token);

        var third = slots.EnterAsync(Token);
        Assert.False(third.IsCompleted);
        first.Dispose();

        await third;
    }

    [Fact]
    public async Task Visits_that_let_us_wait_give_their_slots_on_and_take_none_back()
    {
        using var slots = new VisitSlots(2, 10, _clock);
        var slow = await slots.EnterAsync(Token);
        await slots.EnterAsync(Token);
        var (third, fourth, fifth) = (slots.EnterAsync(Token), slots.EnterAsync(Token), slots.EnterAsync(Token));

        _clock.Advance(VisitSlots.FirstPatience);

        await Task.WhenAll(third, fourth);
        slow.Dispose();
        Assert.False(fifth.IsCompleted);
        (await third).Dispose();
        await fifth;
    }

    [Fact]
    public async Task Servers_that_are_merely_far_away_keep_their_slots()
    {
        using var slots = new VisitSlots(2, 10, _clock);
        var (one, two) = (await slots.EnterAsync(Token), await slots.EnterAsync(Token));
        for (var done = 0; done < 20; done++)
        {
            var next = slots.EnterAsync(Token);
            _clock.Advance(VisitSlots.FirstPatience * 0.9);
            Assert.False(next.IsCompleted);
            one.Dispose();
            (one, two) = (two, await next);
        }
    }

    [Fact]
    public async Task All_together_are_bounded()
    {
        using var slots = new VisitSlots(2, 3, _clock);
        await slots.EnterAsync(Token);
        await slots.EnterAsync(Token);
        var (third, fourth) = (slots.EnterAsync(Token), slots.EnterAsync(Token));

        _clock.Advance(VisitSlots.FirstPatience * 5);

        await third;
        Assert.False(fourth.IsCompleted);
    }

    [Fact]
    public async Task A_visit_that_has_its_answer_keeps_its_slot()
    {
        using var slots = new VisitSlots(1, 10, _clock);
        var busy = await slots.EnterAsync(Token);
        busy.TakeAnswer();
        var next = slots.EnterAsync(Token);

        _clock.Advance(VisitSlots.FirstPatience * 30);
        Assert.False(next.IsCompleted);
        busy.Dispose();

        await next;
    }

    [Fact]
    public async Task Where_servers_answer_at_once_those_that_do_not_are_waited_for_no_longer_than_needed()
    {
        using var slots = new VisitSlots(2, 10, _clock);
        await slots.EnterAsync(Token);
        for (var done = 0; done < 10; done++)
            (await slots.EnterAsync(Token)).Dispose();
        var second = await slots.EnterAsync(Token);
        var next = slots.EnterAsync(Token);

        _clock.Advance(VisitSlots.FirstPatience / 20);

        await next;
        second.Dispose();
    }
}
