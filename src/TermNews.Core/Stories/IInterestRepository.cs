namespace TermNews.Core.Stories;

/// <summary>
/// What interest is learnt from, and what the reader said about it. Every method throws <see cref="NewsException"/> when the database
/// cannot be read or written.
/// </summary>
public interface IInterestRepository
{
    /// <summary>The stories the reader did something with since a time, the latest of them where there are very many, and the edits.</summary>
    Task<InterestNotes> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What the reader did last: while it stays the same, nothing new can be learnt. Takes no time.</summary>
    Task<InterestStamp> StampAsync(CancellationToken cancellationToken);

    /// <summary>How common terms and categories are.</summary>
    /// <param name="terms">The terms; others are not counted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<InterestCounts> CountAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken);

    /// <summary>Sets how much the reader cares, whatever is learnt; or forgets what was set and learnt.</summary>
    /// <param name="subject">For what.</param>
    /// <param name="name">How it is shown.</param>
    /// <param name="strength">From −3 to 3; null to forget, and to learn anew from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetAsync(InterestSubject subject, string name, double? strength, CancellationToken cancellationToken);

    /// <summary>Forgets everything that was set and learnt; learning begins anew from now on. Stories and their status stay as they are.</summary>
    Task EraseAsync(CancellationToken cancellationToken);
}

/// <summary>A story, and when the reader did what with it last; null where never, or where it was undone.</summary>
public sealed record StoryDeeds
{
    /// <summary>The story.</summary>
    public required long StoryId { get; init; }

    /// <summary>Its feed.</summary>
    public required long FeedId { get; init; }

    /// <summary>The title of its feed.</summary>
    public required string FeedTitle { get; init; }

    /// <summary>Its headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Its categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Its language, the first part of the tag; empty where the feed does not say.</summary>
    public string Language { get; init; } = "";

    /// <summary>Its article was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Its article was read to the end.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>It was saved, and still is.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The reader commented on it.</summary>
    public DateTimeOffset? CommentedAt { get; init; }

    /// <summary>It was hidden, and still is.</summary>
    public DateTimeOffset? HiddenAt { get; init; }
}

/// <summary>What the reader said about an interest.</summary>
/// <param name="Subject">About what.</param>
/// <param name="Name">How it is shown.</param>
/// <param name="Strength">From −3 to 3; null where what was learnt before was forgotten.</param>
/// <param name="At">When.</param>
public sealed record InterestEdit(InterestSubject Subject, string Name, double? Strength, DateTimeOffset At);

/// <summary>All that interest is learnt from.</summary>
/// <param name="Deeds">Stories the reader did something with.</param>
/// <param name="Edits">What the reader said.</param>
/// <param name="ErasedAt">Nothing up to then counts; null where nothing was erased.</param>
public sealed record InterestNotes(IReadOnlyList<StoryDeeds> Deeds, IReadOnlyList<InterestEdit> Edits, DateTimeOffset? ErasedAt)
{
    /// <summary>A reader of whom nothing is known.</summary>
    public static InterestNotes None { get; } = new([], [], null);
}

/// <summary>The last of each kind of deed, in Unix seconds or ids; 0 where there is none.</summary>
/// <param name="Liked">When a story was opened or saved.</param>
/// <param name="Hidden">When a story was hidden.</param>
/// <param name="Comment">The last comment.</param>
/// <param name="Edited">When the reader said something about interests.</param>
public readonly record struct InterestStamp(long Liked, long Hidden, long Comment, long Edited);

/// <summary>How common things are among stories, whether they were read or not.</summary>
/// <param name="Headlines">How many headlines were counted for terms.</param>
/// <param name="Terms">Of them with a term; none where it is missing.</param>
/// <param name="Stories">How many recent stories were counted for categories and languages.</param>
/// <param name="Categories">Of them with a category (<see cref="InterestSubject.Category"/>); none where it is missing.</param>
public sealed record InterestCounts(
    int Headlines, IReadOnlyDictionary<string, int> Terms, int Stories, IReadOnlyDictionary<string, int> Categories)
{
    /// <summary>Of the recent stories those of a language (<see cref="StoryDeeds.Language"/>); none where it is missing.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; init; } = new Dictionary<string, int>();

    /// <summary>Nothing was counted.</summary>
    public static InterestCounts None { get; } = new(0, new Dictionary<string, int>(), 0, new Dictionary<string, int>());
}
