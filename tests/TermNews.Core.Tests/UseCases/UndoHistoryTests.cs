using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.UseCases;

public sealed class UndoHistoryTests
{
    private readonly UndoHistory _history = new();
    private bool _isDone = true;
    private NewsException? _fault;

    [Fact]
    public async Task A_step_goes_back_and_forth_and_says_so()
    {
        _history.Add(Step());

        var undone = await _history.UndoAsync(A.Token);
        var redone = await _history.RedoAsync(A.Token);

        Assert.Equal(("Undone: marked.", "Done again: marked."), (undone.Words, redone.Words));
        Assert.True(_isDone);
    }

    [Fact]
    public async Task A_step_that_failed_can_be_tried_again()
    {
        _history.Add(Step());
        _fault = new NewsException(NewsFault.Unreadable, "The disk is full.");
        await Assert.ThrowsAsync<NewsException>(() => _history.UndoAsync(A.Token));
        _fault = null;

        await _history.UndoAsync(A.Token);

        Assert.False(_isDone);
    }

    [Fact]
    public async Task After_a_new_change_nothing_that_was_undone_is_made_again()
    {
        _history.Add(Step());
        await _history.UndoAsync(A.Token);

        _history.Add(Step());

        Assert.Equal("Nothing to redo.", (await _history.RedoAsync(A.Token)).Words);
    }

    private UndoStep Step() => new("marked", _ =>
    {
        if (_fault is { } fault)
            throw fault;
        _isDone = !_isDone;
        return Task.FromResult((Step(), new Outcome("")));
    });
}
