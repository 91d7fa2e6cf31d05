using TermNews.Core.Undoing;

namespace TermNews.Core.UseCases;

/// <summary>Undoes what the reader did, and does it again: by any program, also after a restart.</summary>
/// <param name="journal">The journal of the edition that is shown.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws; null: awaits it.</param>
public sealed class UndoChanges(Func<IJournal> journal, Func<Func<Task>, Task>? runBehind = null)
{
    /// <summary>Undoes the last change.</summary>
    public async Task<Outcome> UndoAsync(CancellationToken cancellationToken) =>
        OutcomeOf(await UndoAsync(1, cancellationToken), "Undone", "Nothing to undo.");

    /// <summary>Does again what was undone last.</summary>
    public async Task<Outcome> RedoAsync(CancellationToken cancellationToken) =>
        OutcomeOf(await RedoAsync(1, cancellationToken), "Done again", "Nothing to redo.");

    /// <summary>Undoes the last changes; a sentence for each.</summary>
    public Task<IReadOnlyList<JournalTurn>> UndoAsync(int count, CancellationToken cancellationToken) =>
        BehindAsync(kept => kept.UndoAsync(count, cancellationToken));

    /// <summary>Does again what was undone last; a sentence for each.</summary>
    public Task<IReadOnlyList<JournalTurn>> RedoAsync(int count, CancellationToken cancellationToken) =>
        BehindAsync(kept => kept.RedoAsync(count, cancellationToken));

    /// <summary>All changes that are remembered, the last one first.</summary>
    public Task<IReadOnlyList<JournalStep>> ListAsync(CancellationToken cancellationToken) => journal().ListAsync(cancellationToken);

    /// <summary>What came of a change that was turned: "Undone: LWN removed; 28 stories are back."</summary>
    /// <param name="turn">The change.</param>
    /// <param name="verb">"Undone" or "Done again".</param>
    public static string SentenceOf(JournalTurn turn, string verb)
    {
        var back = turn.StoriesBack > 0 ? $"; {Plural.Of(turn.StoriesBack, "story is", "stories are")} back" : "";
        var gone = turn.StoriesGone > 0 ? $"; {Plural.Stories(turn.StoriesGone)} went with it" : "";
        var skipped = turn.Skipped > 0 ? $"; {Plural.Of(turn.Skipped, "part")} of it could not: what it was about is gone" : "";
        return $"{verb}: {turn.Words}{back}{gone}{skipped}.";
    }

    private static Outcome OutcomeOf(IReadOnlyList<JournalTurn> turns, string verb, string nothing) => turns is [var turn, ..]
        ? new Outcome(SentenceOf(turn, verb))
        {
            Now = turn.Now,
            CommentsOf = turn.CommentsOf,
            ChangesLists = turn.ChangesLists,
        }
        : new Outcome(nothing);

    private async Task<T> BehindAsync<T>(Func<IJournal, Task<T>> work)
    {
        var kept = journal();
        if (runBehind is null)
            return await work(kept);
        T? result = default;
        await runBehind(async () => result = await work(kept).ConfigureAwait(false));
        return result!;
    }
}
