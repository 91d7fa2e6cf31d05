namespace TermNews.Core.Stories;

/// <summary>A subscribed feed, with the state of its last visits.</summary>
public sealed record Feed
{
    /// <summary>The id; stable for the life of the database.</summary>
    public required long Id { get; init; }

    /// <summary>Its address.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The address without a password, as every output prints it.</summary>
    public string ShownUrl => ShownAddress.Of(FeedUrl);

    /// <summary>The reader's own title, else the feed's, else its address.</summary>
    public required string Title { get; init; }

    /// <summary>The reader's own title; null if the feed's is used.</summary>
    public string? OwnTitle { get; init; }

    /// <summary>The web site it belongs to, or null.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Folders; the first is where the feeds view shows it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>HTTP <c>ETag</c> of the last answer (RFC 9110 §8.8.3), or null.</summary>
    public string? ETag { get; init; }

    /// <summary>HTTP <c>Last-Modified</c> of the last answer as it was sent (RFC 9110 §8.8.2), or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>When it was last visited, with or without success; null if never.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The time of the next visit; null means now, or never if it is gone.</summary>
    public DateTimeOffset? NextFetchAt { get; init; }

    /// <summary>The rate at which it is worth a visit.</summary>
    public FeedPace Pace { get; init; } = FeedPace.Unknown;

    /// <summary>The time until which its host asked for no requests (<c>Retry-After</c>), or null.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>
    /// The first time its host said that it is gone (410, RFC 9110 §15.5.11), or null. Such a feed is visited only by hand.
    /// </summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The sentence that says what is wrong with it; null while it works.</summary>
    public string? Error { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Stories kept of it.</summary>
    public int StoryCount { get; init; }

    /// <summary>Unread stories of it, neither hidden nor muted.</summary>
    public int UnreadCount { get; init; }
}

/// <summary>A new subscription.</summary>
/// <param name="FeedUrl">The address of the feed.</param>
/// <param name="OwnTitle">The reader's own title, or null.</param>
/// <param name="Tags">Folders.</param>
public sealed record NewSubscription(string FeedUrl, string? OwnTitle, IReadOnlyList<string> Tags)
{
    /// <summary>The web site, where known (OPML <c>htmlUrl</c>).</summary>
    public string? SiteUrl { get; init; }
}

/// <summary>The result of a successful visit to a feed.</summary>
public sealed record FeedUpdate
{
    /// <summary>The feed.</summary>
    public required long FeedId { get; init; }

    /// <summary>When it was visited.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>When it is due again.</summary>
    public required DateTimeOffset NextFetchAt { get; init; }

    /// <summary>How often it is worth a visit.</summary>
    public FeedPace Pace { get; init; } = FeedPace.Unknown;

    /// <summary>The feed's own title; null keeps the stored one.</summary>
    public string? Title { get; init; }

    /// <summary>Its web site; null keeps the stored one.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>HTTP <c>ETag</c>, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>HTTP <c>Last-Modified</c>, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>
    /// The address that its host gives as permanent (301, 308), or null. The subscription follows after two visits in a row with the same
    /// address, so that one wrong answer does not lose a feed.
    /// </summary>
    public string? MovedTo { get; init; }

    /// <summary>True if more parts of this visit follow: only the stories count, the rest comes with the last part.</summary>
    public bool IsPart { get; init; }

    /// <summary>True if <see cref="Stories"/> has all current entries of the feed; false for parts of a long document.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Its entries; empty where nothing had changed (304).</summary>
    public IReadOnlyList<IncomingStory> Stories { get; init; } = [];
}

/// <summary>The result of a failed visit.</summary>
/// <param name="FeedId">The feed.</param>
/// <param name="FetchedAt">When it was visited.</param>
/// <param name="NextFetchAt">The time of the next attempt; null for none.</param>
/// <param name="Error">The sentence that says what is wrong.</param>
/// <param name="PausedUntil">The time until which its host asked for no requests, or null.</param>
public sealed record FeedFailure(long FeedId, DateTimeOffset FetchedAt, DateTimeOffset? NextFetchAt, string Error,
    DateTimeOffset? PausedUntil)
{
    /// <summary>True if its host said that it is gone, at this visit or before.</summary>
    public bool IsGone { get; init; }

    /// <summary>
    /// True if no request was made because its host wants none: the feed is not broken, and is due when the pause is over.
    /// </summary>
    public bool IsOnlyPaused { get; init; }
}

/// <summary>An entry on its way into the database; foreign text is already clean and HTML already safe.</summary>
public sealed record IncomingStory : EntryFacts
{
    /// <summary>An entry without facts.</summary>
    public IncomingStory()
    {
    }

    /// <summary>An entry with all facts of another.</summary>
    public IncomingStory(EntryFacts facts) : base(facts)
    {
    }

    /// <summary>RSS <c>guid</c>, Atom <c>id</c>, or a substitute; identifies the story within its feed.</summary>
    public required string EntryGuid { get; init; }

    /// <summary>The beginning of the text, plain and on one line; null if there is no text.</summary>
    public string? Lead { get; init; }

    /// <summary>The text, apart from what lists show.</summary>
    public required StoryText Text { get; init; }

    /// <summary>
    /// Publication date, else update date (Atom requires only the latter, RFC 4287 §4.1.2); null if the entry has neither.
    /// </summary>
    public DateTimeOffset? DatedAt => PublishedAt ?? UpdatedAt;
}
