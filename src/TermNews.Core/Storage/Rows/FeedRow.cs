using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>A row of <c>feeds</c>, with the counts of its stories.</summary>
internal sealed class FeedRow
{
    /// <summary>The columns, from <c>feeds f</c>; <c>@now</c> is the time.</summary>
    public const string Columns =
        """
        f.id, f.feed_url, f.title, f.own_title, f.site_url, f.etag,
        f.last_modified, f.fetched_at, f.next_fetch_at,
        f.rhythm, f.time_to_live, f.skip_hours, f.skip_days,
        f.paused_until,
        f.gone_at, f.error, f.failures,
        (SELECT json_group_array(g.tag ORDER BY g.position) FROM feed_tags g WHERE g.feed_id = f.id) AS Tags,
        (SELECT count(*) FROM story_status n WHERE n.feed_id = f.id) AS StoryCount,
        (SELECT count(*) FROM story_status n WHERE n.feed_id = f.id AND n.read_at IS NULL AND n.hidden_at IS NULL
            AND n.muted_until <= @now) AS UnreadCount
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
        Title = OwnTitle ?? Title ?? ShownAddress.Of(FeedUrl),
        OwnTitle = OwnTitle,
        SiteUrl = SiteUrl,
        Tags = StorageJson.ReadTexts(Tags),
        ETag = ETag,
        LastModified = LastModified,
        FetchedAt = UnixTime.Read(FetchedAt),
        NextFetchAt = UnixTime.Read(NextFetchAt),
        Pace = new FeedPace
        {
            Rhythm = UnixTime.ReadSpan(Rhythm),
            TimeToLive = UnixTime.ReadSpan(TimeToLive),
            Skipped = new((int)SkipHours, (int)SkipDays),
        },
        PausedUntil = UnixTime.Read(PausedUntil),
        GoneAt = UnixTime.Read(GoneAt),
        Error = Error,
        Failures = (int)Failures,
        StoryCount = (int)StoryCount,
        UnreadCount = (int)UnreadCount,
    };
}

/// <summary>The names of a feed, as far as a query asks for them.</summary>
internal sealed class FeedNameRow
{
    public long Id { get; set; }
    public string Title { get; set; } = "";
    public string Url { get; set; } = "";
}

/// <summary>A feed that has been subscribed to, now or before.</summary>
internal sealed class KnownFeedRow
{
    public long Id { get; set; }
    public long IsRemoved { get; set; }
}
