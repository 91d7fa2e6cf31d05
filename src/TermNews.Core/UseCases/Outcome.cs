namespace TermNews.Core.UseCases;

/// <summary>The result of a use case: a sentence for the reader, and the changes that lists and articles have to show.</summary>
/// <param name="Words">The sentence, with keys as <see cref="KeyTemplates"/> templates; empty for none.</param>
public record Outcome(string Words)
{
    /// <summary>The new status of the stories that changed (read, saved, pinned, hidden); empty where no status changed.</summary>
    public IReadOnlyList<StatusBefore> Now { get; init; } = [];

    /// <summary>The stories whose comments changed.</summary>
    public IReadOnlyList<long> CommentsOf { get; init; } = [];

    /// <summary>Lists contain other stories now, after a mute or a split: they have to be loaded anew.</summary>
    public bool ChangesLists { get; init; }

    /// <summary>The new mute, or null.</summary>
    public Mute? Muted { get; init; }

    /// <summary>The sentence reports a failure.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>An outcome with a value for callers that write their own sentences.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Words">The sentence, with keys as <see cref="KeyTemplates"/> templates; empty for none.</param>
/// <param name="Value">The value.</param>
public sealed record Outcome<T>(string Words, T Value) : Outcome(Words);

/// <summary>A question to be answered with yes before something is done that cannot be undone, or was only looked at.</summary>
/// <param name="Text">The question, without the keys that answer it: "Remove LWN?".</param>
/// <param name="Details">Lines to be shown above the question; may be empty.</param>
public sealed record Confirmation(string Text, IReadOnlyList<string> Details);
