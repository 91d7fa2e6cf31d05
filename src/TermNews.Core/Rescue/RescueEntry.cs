namespace TermNews.Core.Rescue;

/// <summary>Something the reader did that is not in the database when the program ends.</summary>
/// <param name="Kind">The name of its <see cref="RescueKind"/>; one of a newer version may be unknown here.</param>
/// <param name="Words">What it is, for people, on one line.</param>
/// <param name="Text">The words that were typed, exactly; empty for none.</param>
public sealed record RescueEntry(string Kind, string Words, string Text)
{
    /// <summary>The headline of the story; null for none.</summary>
    public string? Headline { get; init; }

    /// <summary>The link of the story, by which it is known again; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>Ids and the like, as the kind has them.</summary>
    public IReadOnlyList<long> Numbers { get; init; } = [];

    /// <summary>When it was done, to the second.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Where entries of a rescue file are taken in.</summary>
/// <param name="Stories">The stories.</param>
/// <param name="Comments">The comments and drafts.</param>
public sealed record RescueTarget(IStoryRepository Stories, ICommentRepository Comments);

/// <summary>A kind of entry: how it is named, and how it is taken in when the reader starts next.</summary>
/// <param name="Name">The name in the file, a word in lower case.</param>
/// <param name="One">One of them in a sentence: "draft".</param>
/// <param name="ApplyAsync">
/// Takes an entry in; false where it cannot be: its story is gone, or there is something newer. Doing it twice changes nothing more.
/// </param>
public sealed record RescueKind(
    string Name, string One, Func<RescueEntry, RescueTarget, CancellationToken, Task<bool>> ApplyAsync)
{
    /// <summary>All kinds. A new one is a file of this folder, and its line here.</summary>
    public static IReadOnlyList<RescueKind> All { get; } = [RescuedDraft.Kind, RescuedMark.Kind];

    /// <summary>The kind of a name; null where this version does not know it.</summary>
    public static RescueKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
