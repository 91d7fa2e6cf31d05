using TermNews.Core.Undoing;

namespace TermNews.Core.Tests.Reader;

/// <summary>Steps in memory, each with what takes it back and makes it again.</summary>
internal sealed class FakeJournal : IJournal
{
    private readonly List<Step> _done = [];
    private readonly List<Step> _undone = [];

    /// <summary>Adds a step.</summary>
    /// <param name="words">What was done.</param>
    /// <param name="undo">Takes it back.</param>
    /// <param name="redo">Makes it again.</param>
    public void Add(string words, Func<JournalTurn> undo, Func<JournalTurn> redo)
    {
        _done.Add(new Step(words, undo, redo));
        _undone.Clear();
    }

    public Task<IReadOnlyList<JournalTurn>> UndoAsync(int count, CancellationToken cancellationToken) =>
        TurnAsync(_done, _undone, count, static step => step.Undo());

    public Task<IReadOnlyList<JournalTurn>> RedoAsync(int count, CancellationToken cancellationToken) =>
        TurnAsync(_undone, _done, count, static step => step.Redo());

    public Task<IReadOnlyList<JournalStep>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JournalStep>>(
            [.. _done.Select((step, at) => new JournalStep(at + 1, A.Noon, "fake", step.Words, null)).Reverse()]);

    private static Task<IReadOnlyList<JournalTurn>> TurnAsync(List<Step> from, List<Step> into, int count, Func<Step, JournalTurn> turn)
    {
        List<JournalTurn> turns = [];
        for (; turns.Count < count && from.Count > 0; from.RemoveAt(from.Count - 1))
        {
            turns.Add(turn(from[^1]) with { Words = from[^1].Words });
            into.Add(from[^1]);
        }
        return Task.FromResult<IReadOnlyList<JournalTurn>>(turns);
    }

    private sealed record Step(string Words, Func<JournalTurn> Undo, Func<JournalTurn> Redo);
}
