namespace TermNews.Core.Stories;

/// <summary>A feed the reader subscribes to, with what the last visits brought.</summary>
public sealed record Feed
{
    /// <summary>Stable for the life of the database.</summary>
    public required long Id { get; init; }

    /// <summary>Where it is fetched from.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The reader's own title, else the feed's, else its address.</summary>
    public required string Title { get; init; }

    /// <summary>The reader's own title; null where the feed's is used.</summary>
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

    /// <summary>When it is due; null means now, or never where it is gone.</summary>
    public DateTimeOffset? NextFetchAt { get; init; }

    /// <summary>How often it is worth a visit.</summary>
    public FeedPace Pace { get; init; } = FeedPace.Unknown;

    /// <summary>Until when its host asked to be left alone (<c>Retry-After</c>), or null.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>When its host first said that it is gone (410, RFC 9110 §15.5.11), or null. A feed that is gone is visited by hand only.</summary>
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

/// <summary>A subscription to be made.</summary>
/// <param name="FeedUrl">Where the feed is.</param>
/// <param name="OwnTitle">The reader's own title, or null.</param>
/// <param name="Tags">Folders.</param>
public sealed record NewSubscription(string FeedUrl, string? OwnTitle, IReadOnlyList<string> Tags)
{
    /// <summary>The web site, where known (OPML <c>htmlUrl</c>).</summary>
    public string? SiteUrl { get; init; }
}

/// <summary>What a successful visit to a feed brought.</summary>
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

    /// <summary>The feed's own title; null leaves what is kept.</summary>
    public string? Title { get; init; }

    /// <summary>Its web site; null leaves what is kept.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>HTTP <c>ETag</c>, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>HTTP <c>Last-Modified</c>, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>
    /// Its host said that it moved here for good; null where it did not. The subscription follows when two visits in a row are sent to
    /// the same address, so that one wrong answer does not lose a feed.
    /// </summary>
    public string? MovedTo { get; init; }

    /// <summary>More of the same visit follows: only the stories count, the rest comes with the last part.</summary>
    public bool IsPart { get; init; }

    /// <summary>All entries that the feed has now are among <see cref="Stories"/>; false for every part of a long document.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Its entries; empty where nothing had changed (304).</summary>
    public IReadOnlyList<IncomingStory> Stories { get; init; } = [];
}

/// <summary>What a failed visit leaves behind.</summary>
/// <param name="FeedId">The feed.</param>
/// <param name="FetchedAt">When it was visited.</param>
/// <param name="NextFetchAt">When to try again; null where it is not tried again.</param>
/// <param name="Error">The sentence that says what is wrong.</param>
/// <param name="PausedUntil">Until when the host asked to be left alone, or null.</param>
public sealed record FeedFailure(long FeedId, DateTimeOffset FetchedAt, DateTimeOffset? NextFetchAt, string Error, DateTimeOffset? PausedUntil)
{
    /// <summary>Its host said that it is gone, at this visit or before.</summary>
    public bool IsGone { get; init; }

    /// <summary>No request was made, as its host wants none: the feed is not broken, and as due as before when the pause is over.</summary>
    public bool IsOnlyPaused { get; init; }
}

/// <summary>An entry on its way into the database; foreign text is already clean and HTML already safe.</summary>
public sealed record IncomingStory
{
    /// <summary>See <see cref="Story.EntryGuid"/>.</summary>
    public required string EntryGuid { get; init; }

    /// <summary>See <see cref="Candidate.Title"/>.</summary>
    public string? Title { get; init; }

    /// <summary>See <see cref="Story.Link"/>.</summary>
    public string? Link { get; init; }

    /// <summary>See <see cref="Candidate.Author"/>.</summary>
    public string? Author { get; init; }

    /// <summary>See <see cref="Story.AuthorEmail"/>.</summary>
    public string? AuthorEmail { get; init; }

    /// <summary>See <see cref="Story.PublishedAt"/>.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>See <see cref="Story.UpdatedAt"/>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it is of: published, or else updated, as Atom demands no more (RFC 4287 §4.1.2); null where it does not say.</summary>
    public DateTimeOffset? DatedAt => PublishedAt ?? UpdatedAt;

    /// <summary>See <see cref="Candidate.Categories"/>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>See <see cref="Story.Enclosures"/>.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>See <see cref="Story.Image"/>.</summary>
    public StoryImage? Image { get; init; }

    /// <summary>See <see cref="Story.Language"/>.</summary>
    public string? Language { get; init; }

    /// <summary>See <see cref="Story.DiscussionLink"/>.</summary>
    public string? DiscussionLink { get; init; }

    /// <summary>See <see cref="Candidate.Lead"/>.</summary>
    public string? Lead { get; init; }

    /// <summary>See <see cref="Candidate.Counters"/>.</summary>
    public PublishedCounters Counters { get; init; } = PublishedCounters.None;

    /// <summary>See <see cref="StoryText"/>.</summary>
    public required StoryText Text { get; init; }
}
