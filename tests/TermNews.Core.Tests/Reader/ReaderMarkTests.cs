using TermNews.Core.Rescue;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

/// <summary>Marks while another program holds the write lock, and where the disk does not take them.</summary>
public sealed class ReaderMarkTests : ReaderTest
{
    private readonly TaskCompletionSource _lock = new();

    private async Task StartLockedAsync()
    {
        Have(3);
        Stories.MarkGate = _lock.Task;
        await StartAsync(parts: Parts with { CountWaiting = () => _lock.Task.IsCompleted ? 0 : 2 });
    }

    private Story Shown(int row) => Reader.FrontPage.State.Lines[row].Story;

    [Fact]
    public async Task A_mark_shows_at_once_and_is_told_when_it_is_kept()
    {
        await StartLockedAsync();
        var saving = PressAsync("s");
        Assert.True(Shown(0).Status.IsSaved);
        Assert.DoesNotContain("Saved", Status, StringComparison.Ordinal);
        Reader.TellOfWait();
        Assert.StartsWith("Another program is writing to the database; 2 changes wait for it.", Status, StringComparison.Ordinal);
        await PressAsync("j");
        Assert.Equal(2, SelectedId);
        _lock.SetResult();
        await saving;
        Assert.True(StatusOf(1).IsSaved);
        Assert.StartsWith("Kept in Saved.", Status, StringComparison.Ordinal);
        Reader.TellOfWait();
        Assert.StartsWith("Kept in Saved.", Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_pressed_twice_before_the_mark_is_kept_takes_it_back()
    {
        await StartLockedAsync();
        var (first, second) = (PressAsync("s"), PressAsync("s"));
        Assert.False(Shown(0).Status.IsSaved);
        _lock.SetResult();
        await Task.WhenAll(first, second);
        Assert.False(StatusOf(1).IsSaved);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("d")]
    [InlineData("r")]
    public async Task A_mark_that_the_disk_does_not_take_is_not_shown(string key)
    {
        await StartLockedAsync();
        var before = StatusOf(1);
        var marking = PressAsync(key);
        _lock.SetException(new NewsException(NewsFault.Unreadable, "The disk is full."));
        await marking;
        Assert.Equal("The disk is full.", Status);
        Assert.Equal((1, before), (Shown(0).Id, Shown(0).Status));
    }

    [Fact]
    public async Task Leaving_does_not_wait_long_for_another_program()
    {
        await StartLockedAsync();
        var marking = PressAsync("s");
        var leaving = PressAsync("Q");
        Assert.False(Reader.State.HasLeft);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await leaving;
        Assert.True(Reader.State.HasLeft);
        var entry = Assert.Single(Reader.Leaving.Unwritten);
        Assert.Equal(("mark", "1 story to be marked: Saved"), (entry.Kind, entry.Words));
        _lock.SetResult();
        await marking;
        Assert.Empty(Reader.Leaving.Unwritten);
    }

    [Fact]
    public async Task Marks_of_a_rescue_file_are_taken_in_in_their_order()
    {
        Have(2);
        await StartAsync();
        var target = new RescueTarget(Stories, Comments);
        foreach (var change in new[] { StatusChange.Saved, StatusChange.Read, StatusChange.Unsaved })
            Assert.True(await RescuedMark.Kind.ApplyAsync(RescuedMark.Of([2], change, A.Noon), target, A.Token));
        Assert.Equal((true, false), (StatusOf(2).IsRead, StatusOf(2).IsSaved));
        Assert.False(await RescuedMark.Kind.ApplyAsync(RescuedMark.Of([2], (StatusChange)99, A.Noon), target, A.Token));
    }

    [Fact]
    public async Task Leaving_waits_for_a_mark_that_is_being_written()
    {
        await StartLockedAsync();
        var (marking, leaving) = (PressAsync("s"), PressAsync("Q"));
        _lock.SetResult();
        await Task.WhenAll(marking, leaving);
        Assert.True(Reader.State.HasLeft);
        Assert.True(StatusOf(1).IsSaved);
    }
}
