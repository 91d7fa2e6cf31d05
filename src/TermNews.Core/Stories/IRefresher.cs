namespace TermNews.Core.Stories;

/// <summary>Visits feeds and stores their entries.</summary>
public interface IRefresher
{
    /// <summary>
    /// Visits the feeds of a request, on threads of its own. A failing feed does not stop the others. When cancelled it keeps what was
    /// fetched and does not throw; see <see cref="RefreshSummary.WasInterrupted"/>.
    /// </summary>
    /// <param name="request">Which feeds, and how.</param>
    /// <param name="progress">Called after each visit, on any thread; null for no reports.</param>
    /// <param name="cancellationToken">Cancels the operation; fetched feeds are kept.</param>
    /// <exception cref="NewsException">The database cannot be read or written, or a feed that was named does not exist.</exception>
    Task<RefreshSummary> RefreshAsync(RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>Which feeds to visit, and how.</summary>
public sealed class RefreshRequest
{
    /// <summary>The default of <see cref="Jobs"/>: most of a visit is waiting, so this is many times the number of cores.</summary>
    public const int DefaultJobs = 64;

    /// <summary>The default of <see cref="Timeout"/>: slow servers of small sites answer within it.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The feeds by id; null for all.</summary>
    public IReadOnlyList<long>? FeedIds { get; init; }

    /// <summary>Only feeds with this tag; null for all.</summary>
    public string? Tag { get; init; }

    /// <summary>Ignores schedule, back-off and pauses; not ETag and Last-Modified.</summary>
    public bool Force { get; init; }

    /// <summary>Visits in progress at once. Visits that only wait for a server free their slot, up to sixteen times as many.</summary>
    public int Jobs { get; init; } = DefaultJobs;

    /// <summary>How long a visit may take.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;
}

/// <summary>The progress of a refresh after a visit.</summary>
/// <param name="Done">Feeds visited.</param>
/// <param name="Total">Feeds to visit.</param>
/// <param name="NewStories">New stories stored so far.</param>
/// <param name="FeedTitle">The feed just visited.</param>
/// <param name="Error">What is wrong with it, or null.</param>
public sealed record RefreshProgress(int Done, int Total, int NewStories, string FeedTitle, RefreshError? Error);

/// <summary>A feed that could not be refreshed.</summary>
/// <param name="FeedId">The feed.</param>
/// <param name="FeedTitle">Its title.</param>
/// <param name="FeedUrl">Its address.</param>
/// <param name="Status">The HTTP status, or null if there was no answer or it was not the reason.</param>
/// <param name="Message">The sentence that says what is wrong.</param>
/// <param name="RetryAfter">When its host asks for the next request, or null.</param>
public sealed record RefreshError(long FeedId, string FeedTitle, string FeedUrl, int? Status, string Message, DateTimeOffset? RetryAfter)
{
    /// <summary>The address without a password, as every output prints it.</summary>
    public string FeedUrl { get; init; } = ShownAddress.Of(FeedUrl);
}

/// <summary>The result of a refresh.</summary>
public sealed record RefreshSummary
{
    /// <summary>Feeds visited.</summary>
    public int Feeds { get; init; }

    /// <summary>Feeds that were unchanged (304).</summary>
    public int Unchanged { get; init; }

    /// <summary>Feeds that sent their entries.</summary>
    public int Updated { get; init; }

    /// <summary>Feeds that failed.</summary>
    public int Failed { get; init; }

    /// <summary>New stories.</summary>
    public int NewStories { get; init; }

    /// <summary>Bytes of content received, as they came over the wire.</summary>
    public long Bytes { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>One error for each failed feed.</summary>
    public IReadOnlyList<RefreshError> Errors { get; init; } = [];

    /// <summary>True if another refresh of this database is running; nothing was done.</summary>
    public bool IsRunningElsewhere { get; init; }

    /// <summary>True if it was cancelled; the figures cover the part that was done.</summary>
    public bool WasInterrupted { get; init; }
}
