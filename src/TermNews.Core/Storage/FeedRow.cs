using System.Text.Json;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

/// <summary>A feed as SQLite gives it.</summary>
internal sealed class FeedRow
{
    /// <summary>The columns, from <c>feeds f</c>; <c>@now</c> is the time.</summary>
    public const string Columns =
        """
        f.id AS Id, f.feed_url AS FeedUrl, f.title AS Title, f.own_title AS OwnTitle, f.site_url AS SiteUrl, f.etag AS ETag,
        f.last_modified AS LastModified, f.fetched_at AS FetchedAt, f.next_fetch_at AS NextFetchAt,
        f.rhythm AS Rhythm, f.time_to_live AS TimeToLive, f.skip_hours AS SkipHours, f.skip_days AS SkipDays,
        f.paused_until AS PausedUntil,
        f.gone_at AS GoneAt, f.error AS Error, f.failures AS Failures,
        (SELECT json_group_array(g.tag ORDER BY g.position) FROM feed_tags g WHERE g.feed_id = f.id) AS Tags,
        (SELECT count(*) FROM story_status n WHERE n.feed_id = f.id) AS StoryCount,
        (SELECT count(*) FROM story_status n WHERE n.feed_id = f.id AND n.read_at IS NULL AND n.hidden_at IS NULL AND n.muted_until <= @now) AS UnreadCount
        """;

    public long Id { get; set; }
    public string FeedUrl { get; set; } = "";
    public string? Title { get; set; }
    public string? OwnTitle { get; set; }
    public string? SiteUrl { get; set; }
    public string? ETag { get; set; }
    public string? LastModified { get; set; }
    public long? FetchedAt { get; set; }
    public long? NextFetchAt { get; set; }
    public long? Rhythm { get; set; }
    public long? TimeToLive { get; set; }
    public long SkipHours { get; set; }
    public long SkipDays { get; set; }
    public long? PausedUntil { get; set; }
    public long? GoneAt { get; set; }
    public string? Error { get; set; }
    public long Failures { get; set; }
    public string Tags { get; set; } = "[]";
    public long StoryCount { get; set; }
    public long UnreadCount { get; set; }

    public Feed ToFeed() => new()
    {
        Id = Id,
        FeedUrl = FeedUrl,
        Title = OwnTitle ?? Title ?? FeedUrl,
        OwnTitle = OwnTitle,
        SiteUrl = SiteUrl,
        Tags = JsonSerializer.Deserialize(Tags, StorageJsonContext.Default.IReadOnlyListString)!,
        ETag = ETag,
        LastModified = LastModified,
        FetchedAt = UnixTime.Read(FetchedAt),
        NextFetchAt = UnixTime.Read(NextFetchAt),
        Pace = new FeedPace { Rhythm = Span(Rhythm), TimeToLive = Span(TimeToLive), Skipped = new((int)SkipHours, (int)SkipDays) },
        PausedUntil = UnixTime.Read(PausedUntil),
        GoneAt = UnixTime.Read(GoneAt),
        Error = Error,
        Failures = (int)Failures,
        StoryCount = (int)StoryCount,
        UnreadCount = (int)UnreadCount,
    };

    private static TimeSpan? Span(long? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;
}

/// <summary>What a feed is called by.</summary>
internal sealed class FeedNameRow
{
    public string Title { get; set; } = "";
    public string Url { get; set; } = "";
}
