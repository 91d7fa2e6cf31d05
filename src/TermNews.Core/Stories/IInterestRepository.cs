namespace TermNews.Core.Stories;

/// <summary>
/// The evidence of the reader's interests, and the reader's own edits. Every method throws <see cref="NewsException"/> when the database
/// cannot be read or written.
/// </summary>
public interface IInterestRepository
{
    /// <summary>The deeds of the reader since a time, the latest ones if there are very many, and the edits.</summary>
    Task<InterestNotes> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The times of the latest deeds: while they are equal, nothing new can be learnt. Cheap to call.</summary>
    Task<InterestStamp> StampAsync(CancellationToken cancellationToken);

    /// <summary>The frequencies of terms and categories.</summary>
    /// <param name="terms">The terms; others are not counted.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<InterestCounts> CountAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken);

    /// <summary>Sets the strength of an interest over what is learnt; or deletes what was set and learnt.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="name">The name for display.</param>
    /// <param name="strength">From −3 to 3; null to forget, and to learn anew from now on.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task SetAsync(InterestSubject subject, string name, double? strength, CancellationToken cancellationToken);

    /// <summary>Deletes everything set and learnt; learning starts anew. Stories and their status stay.</summary>
    Task EraseAsync(CancellationToken cancellationToken);
}

/// <summary>The latest deeds of the reader on a story; null for never or undone.</summary>
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

    /// <summary>Its primary language subtag; empty if the feed does not say.</summary>
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

/// <summary>An edit of the reader about an interest.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Name">How it is shown.</param>
/// <param name="Strength">From −3 to 3; null if what was learnt before was forgotten.</param>
/// <param name="At">When.</param>
public sealed record InterestEdit(InterestSubject Subject, string Name, double? Strength, DateTimeOffset At);

/// <summary>The evidence of interests.</summary>
/// <param name="Deeds">Stories the reader did something with.</param>
/// <param name="Edits">The edits.</param>
/// <param name="ErasedAt">Deeds up to then do not count; null if nothing was erased.</param>
public sealed record InterestNotes(IReadOnlyList<StoryDeeds> Deeds, IReadOnlyList<InterestEdit> Edits, DateTimeOffset? ErasedAt)
{
    /// <summary>The evidence of an unknown reader.</summary>
    public static InterestNotes None { get; } = new([], [], null);
}

/// <summary>The time or id of the latest deed of each kind; 0 for none. Times are Unix seconds.</summary>
/// <param name="Liked">The latest time a story was opened or saved.</param>
/// <param name="Hidden">The latest time a story was hidden.</param>
/// <param name="Comment">The last comment.</param>
/// <param name="Edited">The latest time of an edit.</param>
public readonly record struct InterestStamp(long Liked, long Hidden, long Comment, long Edited);

/// <summary>The frequencies of terms, categories and languages among all stories, read or not.</summary>
/// <param name="Headlines">The number of headlines counted for terms.</param>
/// <param name="Terms">The headlines that have a term; a missing term has none.</param>
/// <param name="Stories">The number of recent stories counted for categories and languages.</param>
/// <param name="Categories">The stories of a category (<see cref="InterestSubject.Category"/>); a missing category has none.</param>
public sealed record InterestCounts(
    int Headlines, IReadOnlyDictionary<string, int> Terms, int Stories, IReadOnlyDictionary<string, int> Categories)
{
    /// <summary>The recent stories of a language (<see cref="StoryDeeds.Language"/>); a missing language has none.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; init; } = new Dictionary<string, int>();

    /// <summary>No frequencies.</summary>
    public static InterestCounts None { get; } = new(0, new Dictionary<string, int>(), 0, new Dictionary<string, int>());
}
