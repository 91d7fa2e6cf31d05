using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Session;

/// <summary>What a change came to: the sentence for the reader, and what lists have to show now.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Now">The status that stories have now (read, saved, pinned, hidden).</param>
/// <param name="CommentsOf">The story whose comments changed, or null.</param>
public sealed record MarkOutcome(string Words, IReadOnlyList<StatusBefore> Now, long? CommentsOf = null)
{
    /// <summary>Other stories stand in the lists now: something was muted, or parted, or is no longer.</summary>
    public bool ChangesLists { get; init; }

    /// <summary>The mute that was made; null where none was.</summary>
    public Mute? Muted { get; init; }
}

/// <summary>Changes that the reader makes to stories, comments and mutes, with undo and redo for as long as the program runs.</summary>
public sealed partial class StoryMarks(IStoryRepository stories, ICommentRepository comments, IMuteRepository mutes)
{
    private const int Remembered = 200;
    private readonly List<Step> _done = [];
    private readonly List<Step> _undone = [];

    /// <summary>Something that can be taken back: turning it takes it back and gives the step the other way.</summary>
    private sealed record Step(string Words, Func<CancellationToken, Task<(Step Back, MarkOutcome Outcome)>> TurnAsync);

    /// <summary>Changes the status of one story.</summary>
    public async Task<MarkOutcome> MarkAsync(long storyId, StatusChange change, CancellationToken cancellationToken)
    {
        var before = await stories.MarkAsync([storyId], change, cancellationToken);
        Remember(before, WordsOf(change));
        return new MarkOutcome($"{Sentences.Capital(WordsOf(change))}.", [.. before.Select(one => one with { Status = one.Status.After(change) })]);
    }

    /// <summary>Marks stories as read.</summary>
    public async Task<MarkOutcome> MarkReadAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken)
    {
        var before = storyIds.Count == 0 ? [] : await stories.MarkAsync(storyIds, StatusChange.Read, cancellationToken);
        if (before.Count == 0)
            return new MarkOutcome("All stories here are read already.", []);
        var words = $"{Plural.Stories(before.Count)} marked as read";
        Remember(before, words);
        var now = before.Select(one => one with { Status = one.Status.After(StatusChange.Read) });
        return new MarkOutcome($"{words}; u takes it back.", [.. now]);
    }

    /// <summary>Deletes a comment.</summary>
    public async Task<MarkOutcome> DeleteAsync(Comment comment, CancellationToken cancellationToken)
    {
        await comments.DeleteAsync(comment.Id, cancellationToken);
        Push(_done, DeletionStep(comment));
        _undone.Clear();
        return new MarkOutcome("Comment deleted; u brings it back.", [], comment.StoryId);
    }

    /// <summary>Takes a story out of its cluster.</summary>
    public async Task<MarkOutcome> SplitAsync(long storyId, CancellationToken cancellationToken)
    {
        if (await stories.SplitAsync(storyId, cancellationToken) is not { } split)
            return new MarkOutcome("The story stands alone already.", []);
        Push(_done, RejoinStep(split));
        _undone.Clear();
        return new MarkOutcome("Other news now, for good; u undoes it.", []) { ChangesLists = true };
    }

    /// <summary>Nothing can be taken back any more.</summary>
    public void Forget()
    {
        _done.Clear();
        _undone.Clear();
    }

    /// <summary>Takes the last change back.</summary>
    public Task<MarkOutcome> UndoAsync(CancellationToken cancellationToken) =>
        TurnAsync(_done, _undone, "Undone", "Nothing to undo.", cancellationToken);

    /// <summary>Makes the change again that was taken back last.</summary>
    public Task<MarkOutcome> RedoAsync(CancellationToken cancellationToken) =>
        TurnAsync(_undone, _done, "Done again", "Nothing to redo.", cancellationToken);

    private static async Task<MarkOutcome> TurnAsync(
        List<Step> from, List<Step> to, string verb, string nothing, CancellationToken cancellationToken)
    {
        if (from.Count == 0)
            return new MarkOutcome(nothing, []);
        var step = from[^1];
        var (back, outcome) = await step.TurnAsync(cancellationToken);
        from.Remove(step);   // Only now: what failed can be tried again.
        Push(to, back);
        return outcome with { Words = $"{verb}: {step.Words}." };
    }

    private void Remember(IReadOnlyList<StatusBefore> before, string words)
    {
        if (before.Count == 0)
            return;
        Push(_done, StatusStep(before, words));
        _undone.Clear();
    }

    private Step StatusStep(IReadOnlyList<StatusBefore> before, string words) => new(words, async cancellationToken =>
    {
        var other = await stories.RestoreAsync(before, cancellationToken);
        return (StatusStep(other, words), new MarkOutcome(words, before));
    });

    private Step RejoinStep(ClusterSplit split) => new("taken out as other news", async cancellationToken =>
    {
        await stories.RejoinAsync(split, cancellationToken);
        return (SplitStep(split), new MarkOutcome("", []) { ChangesLists = true });
    });

    private Step SplitStep(ClusterSplit split) => new("taken out as other news", async cancellationToken =>
    {
        var done = await stories.SplitAsync(split.StoryId, cancellationToken);
        return (RejoinStep(done ?? split), new MarkOutcome("", []) { ChangesLists = true });
    });

    private Step DeletionStep(Comment comment) => new("comment deleted", async cancellationToken =>
    {
        await comments.RestoreAsync(comment, cancellationToken);
        return (RestorationStep(comment), new MarkOutcome("", [], comment.StoryId));
    });

    private Step RestorationStep(Comment comment) => new("comment deleted", async cancellationToken =>
    {
        await comments.DeleteAsync(comment.Id, cancellationToken);
        return (DeletionStep(comment), new MarkOutcome("", [], comment.StoryId));
    });

    private static void Push(List<Step> steps, Step step)
    {
        steps.Add(step);
        if (steps.Count > Remembered)
            steps.RemoveAt(0);
    }

    private static string WordsOf(StatusChange change) => change switch
    {
        StatusChange.Read => "marked as read",
        StatusChange.Unread => "marked as unread",
        StatusChange.Saved => "kept in Saved",
        StatusChange.Unsaved => "taken out of Saved",
        StatusChange.Pinned => "pinned as Must-Read",
        StatusChange.Unpinned => "no longer pinned",
        StatusChange.Hidden => "hidden",
        StatusChange.Shown => "shown again",
    };
}
