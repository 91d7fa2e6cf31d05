using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds;

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

        _clock.Advance(VisitSlots.Patience);

        await Task.WhenAll(third, fourth);
        slow.Dispose();
        Assert.False(fifth.IsCompleted);
        (await third).Dispose();
        await fifth;
    }

    [Fact]
    public async Task As_long_as_visits_are_done_now_and_then_slots_are_kept()
    {
        using var slots = new VisitSlots(2, 10, _clock);
        await slots.EnterAsync(Token);
        var busy = await slots.EnterAsync(Token);
        for (var done = 0; done < 20; done++)
        {
            var next = slots.EnterAsync(Token);
            _clock.Advance(VisitSlots.Patience * 0.9);
            Assert.False(next.IsCompleted);
            busy.Dispose();
            busy = await next;
        }
    }

    [Fact]
    public async Task All_together_are_bounded()
    {
        using var slots = new VisitSlots(2, 3, _clock);
        await slots.EnterAsync(Token);
        await slots.EnterAsync(Token);
        var (third, fourth) = (slots.EnterAsync(Token), slots.EnterAsync(Token));

        _clock.Advance(VisitSlots.Patience * 5);

        await third;
        Assert.False(fourth.IsCompleted);
    }

    [Fact]
    public async Task While_this_machine_is_busy_with_an_answer_no_slot_is_given_on()
    {
        using var slots = new VisitSlots(2, 10, _clock);
        await slots.EnterAsync(Token);
        var busy = await slots.EnterAsync(Token);
        busy.TakeAnswer();
        var third = slots.EnterAsync(Token);

        _clock.Advance(VisitSlots.Patience * 3);
        Assert.False(third.IsCompleted);
        busy.Dispose();

        await third;
    }
}
