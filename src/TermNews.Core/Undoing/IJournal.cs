namespace TermNews.Core.Undoing;

/// <summary>
/// What the reader did, kept in the database: by any program, to be undone and done again by any. Every method throws
/// <see cref="NewsException"/> when the database cannot be read or written.
/// </summary>
public interface IJournal
{
    /// <summary>Undoes the last steps that are not undone, the last one first, in one transaction.</summary>
    /// <param name="count">How many, at most.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>What was undone, in this order; empty where there was nothing.</returns>
    Task<IReadOnlyList<JournalTurn>> UndoAsync(int count, CancellationToken cancellationToken);

    /// <summary>Does steps again that were undone, the last undone one first, in one transaction.</summary>
    /// <param name="count">How many, at most.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>What was done again, in this order; empty where there was nothing.</returns>
    Task<IReadOnlyList<JournalTurn>> RedoAsync(int count, CancellationToken cancellationToken);

    /// <summary>All steps that are remembered, the last one first, undone ones included.</summary>
    Task<IReadOnlyList<JournalStep>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A step of the reader.</summary>
/// <param name="Id">Later steps have higher ids.</param>
/// <param name="At">When it was done.</param>
/// <param name="Kind">Its kind, in one word: "mark".</param>
/// <param name="Words">What was done: "3 stories marked as read".</param>
/// <param name="UndoneAt">When it was undone; null while it is done.</param>
public sealed record JournalStep(long Id, DateTimeOffset At, string Kind, string Words, DateTimeOffset? UndoneAt);

/// <summary>A step that was undone or done again.</summary>
/// <param name="Words">What had been done: "3 stories marked as read".</param>
public sealed record JournalTurn(string Words)
{
    /// <summary>The status, as it is now, of the stories whose marks changed.</summary>
    public IReadOnlyList<StatusBefore> Now { get; init; } = [];

    /// <summary>The stories whose comments changed.</summary>
    public IReadOnlyList<long> CommentsOf { get; init; } = [];

    /// <summary>Lists contain other stories now.</summary>
    public bool ChangesLists { get; init; }

    /// <summary>Stories that came back with their feeds.</summary>
    public int StoriesBack { get; init; }

    /// <summary>Stories that went with their feeds.</summary>
    public int StoriesGone { get; init; }

    /// <summary>Changes that cannot be turned: what they were about is no longer there.</summary>
    public int Skipped { get; init; }
}
