namespace TermNews.Core.UseCases;

/// <summary>A change that can be taken back.</summary>
/// <param name="Words">The change in words, for "Undone: marked as read.".</param>
/// <param name="TurnAsync">Takes the change back; gives the step in the other direction and the outcome.</param>
public sealed record UndoStep(string Words, Func<CancellationToken, Task<(UndoStep Back, Outcome Outcome)>> TurnAsync);

/// <summary>The changes of this run of the program, for undo and redo. Not thread-safe.</summary>
public sealed class UndoHistory
{
    private const int MostSteps = 200;   // Far more than anyone undoes by hand; each step keeps the status of the stories it changed.
    private readonly List<UndoStep> _done = [];
    private readonly List<UndoStep> _undone = [];

    /// <summary>Adds a change; changes that were undone before it cannot be made again.</summary>
    public void Add(UndoStep step)
    {
        Push(_done, step);
        _undone.Clear();
    }

    /// <summary>Forgets all changes: they concern stories that are no longer shown.</summary>
    public void Forget()
    {
        _done.Clear();
        _undone.Clear();
    }

    /// <summary>Takes the last change back.</summary>
    public Task<Outcome> UndoAsync(CancellationToken cancellationToken) =>
        TurnAsync(_done, _undone, "Undone", "Nothing to undo.", cancellationToken);

    /// <summary>Makes the change again that was taken back last.</summary>
    public Task<Outcome> RedoAsync(CancellationToken cancellationToken) =>
        TurnAsync(_undone, _done, "Done again", "Nothing to redo.", cancellationToken);

    private static async Task<Outcome> TurnAsync(
        List<UndoStep> from, List<UndoStep> to, string verb, string nothing, CancellationToken cancellationToken)
    {
        if (from.Count == 0)
            return new Outcome(nothing);
        var step = from[^1];
        var (back, outcome) = await step.TurnAsync(cancellationToken);
        from.Remove(step);   // Only now, so that a failed step can be tried again.
        Push(to, back);
        return outcome with { Words = $"{verb}: {step.Words}." };
    }

    private static void Push(List<UndoStep> steps, UndoStep step)
    {
        steps.Add(step);
        if (steps.Count > MostSteps)
            steps.RemoveAt(0);
    }
}
