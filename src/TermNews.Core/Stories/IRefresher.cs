namespace TermNews.Core.Stories;

/// <summary>Visits feeds and stores what they bring.</summary>
public interface IRefresher
{
    /// <summary>
    /// Visits the feeds that a request names. Works on threads of its own and never stops at a failing feed. When it is cancelled it keeps
    /// what was fetched and says so in the summary (<see cref="RefreshSummary.WasInterrupted"/>); it does not throw then.
    /// </summary>
    /// <param name="request">Which feeds, and how.</param>
    /// <param name="progress">Told after each visit, on any thread; null for nobody.</param>
    /// <param name="cancellationToken">Gives up, keeping what was fetched.</param>
    /// <exception cref="NewsException">The database cannot be read or written, or a feed that was named does not exist.</exception>
    Task<RefreshSummary> RefreshAsync(RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>Which feeds to visit, and how.</summary>
public sealed record RefreshRequest
{
    /// <summary>Feeds that are visited at once, where nothing else is asked for.</summary>
    public const int DefaultJobs = 64;

    /// <summary>How long a visit may take, where nothing else is asked for.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The feeds by id; null for all.</summary>
    public IReadOnlyList<long>? FeedIds { get; init; }

    /// <summary>Only feeds with this tag; null for all.</summary>
    public string? Tag { get; init; }

    /// <summary>Ignores schedule, back-off and pauses; not ETag and Last-Modified.</summary>
    public bool Force { get; init; }

    /// <summary>Feeds that are visited at once; more are asked while servers let us wait, sixteen times as many at most.</summary>
    public int Jobs { get; init; } = DefaultJobs;

    /// <summary>How long a visit may take.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;
}

/// <summary>Where a refresh stands after a visit.</summary>
/// <param name="Done">Feeds visited.</param>
/// <param name="Total">Feeds to visit.</param>
/// <param name="NewStories">New stories stored so far.</param>
/// <param name="FeedTitle">The feed just visited.</param>
/// <param name="Error">What is wrong with it, or null.</param>
public sealed record RefreshProgress(int Done, int Total, int NewStories, string FeedTitle, RefreshError? Error);

/// <summary>A feed that could not be refreshed.</summary>
/// <param name="FeedId">The feed.</param>
/// <param name="FeedTitle">Its title.</param>
/// <param name="FeedUrl">Where it was fetched from.</param>
/// <param name="Status">The HTTP status, or null where there was no answer or it was not the reason.</param>
/// <param name="Message">The sentence that says what is wrong.</param>
/// <param name="RetryAfter">When its host wants to be asked again, or null.</param>
public sealed record RefreshError(long FeedId, string FeedTitle, string FeedUrl, int? Status, string Message, DateTimeOffset? RetryAfter);

/// <summary>What a refresh brought.</summary>
public sealed record RefreshSummary
{
    /// <summary>Feeds visited.</summary>
    public int Feeds { get; init; }

    /// <summary>Feeds that had nothing new to tell (304).</summary>
    public int Unchanged { get; init; }

    /// <summary>Feeds that sent their entries.</summary>
    public int Updated { get; init; }

    /// <summary>Feeds that failed.</summary>
    public int Failed { get; init; }

    /// <summary>Stories that were not known before.</summary>
    public int NewStories { get; init; }

    /// <summary>Bytes of content received, as they came over the wire.</summary>
    public long Bytes { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>One for each feed that failed.</summary>
    public IReadOnlyList<RefreshError> Errors { get; init; } = [];

    /// <summary>Nothing was done because another refresh of this database is running.</summary>
    public bool IsRunningElsewhere { get; init; }

    /// <summary>It was cancelled; the figures tell what was done until then.</summary>
    public bool WasInterrupted { get; init; }
}
