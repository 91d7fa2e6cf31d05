namespace TermNews.Core.Storage.Journal;

/// <summary>A kind of change that the reader makes: all that undoing and redoing it needs to know.</summary>
/// <param name="Name">Its name in the database, which never changes.</param>
/// <param name="Triggers">The triggers that record it: those of <see cref="JournalTable"/>.</param>
internal sealed record StepKind(string Name, params IReadOnlyList<JournalTrigger> Triggers)
{
    /// <summary>
    /// What it is called where it could not be written: "a change of the mutes"; null if it gets into a rescue file then.
    /// </summary>
    public required string? Noun { get; init; }

    /// <summary>Lists contain other stories afterwards.</summary>
    public bool ChangesLists { get; init; }

    /// <summary>Comments that are deleted by undoing it are deleted for other machines, too.</summary>
    public bool LeavesTombstones { get; init; } = true;

    /// <summary>The statements that begin recording, within a transaction.</summary>
    public string Begin { get; } = string.Concat(Triggers.Select(static trigger => trigger.Sql));

    /// <summary>The statements that end recording.</summary>
    public string End { get; } = string.Concat(Triggers.Select(static trigger => $"DROP TRIGGER temp.{trigger.Name};"));
}

/// <summary>A change of the reader: a kind, and the words for what was done.</summary>
/// <typeparam name="T">What the change gives.</typeparam>
/// <param name="Kind">The kind.</param>
/// <param name="Words">The words, from what the change gave: "3 stories marked as read".</param>
internal sealed record Step<T>(StepKind Kind, Func<T, string> Words);
