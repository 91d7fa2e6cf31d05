using System.Text.Json;
using System.Text.Json.Serialization;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

/// <summary>A story as SQLite gives it.</summary>
internal sealed class StoryRow
{
    /// <summary>The columns, from <c>stories s</c>, <c>story_status t</c> and <c>feeds f</c>.</summary>
    public const string Columns =
        $"""
        s.id AS Id, s.feed_id AS FeedId, coalesce(f.own_title, f.title, f.feed_url) AS FeedTitle, f.feed_url AS FeedUrl,
        s.entry_guid AS EntryGuid, s.title AS Title, s.link AS Link, s.author AS Author, s.author_email AS AuthorEmail,
        s.published_at AS PublishedAt, s.updated_at AS UpdatedAt, s.first_seen_at AS FirstSeenAt, t.sort_at AS SortAt,
        {StoryFactBits.Sql} AS Facts,
        s.categories AS Categories, s.enclosures AS Enclosures, s.image_url AS ImageUrl, s.image_caption AS ImageCaption,
        s.language AS Language, s.discussion_link AS DiscussionLink, s.lead AS Lead,
        s.published_comments AS PublishedComments, s.published_points AS PublishedPoints,
        s.published_views AS PublishedViews, s.published_rating AS PublishedRating,
        t.read_at IS NOT NULL AS IsRead, t.saved_at IS NOT NULL AS IsSaved, t.pinned_at IS NOT NULL AS IsPinned,
        t.hidden_at IS NOT NULL AS IsHidden, t.views AS Views, t.position AS Position, t.full_text_position AS FullTextPosition,
        t.muted_until AS MutedUntil, (SELECT count(*) FROM comments c WHERE c.story_id = s.id) AS CommentCount,
        coalesce(t.cluster_id, s.id) AS ClusterId,
        CASE WHEN t.cluster_id IS NULL THEN 1 ELSE (SELECT count(*) FROM story_status o WHERE o.cluster_id = t.cluster_id) END AS ClusterSize,
        CASE WHEN t.cluster_id IS NULL THEN 1 ELSE (
            SELECT count(DISTINCT {Source}) FROM story_status o CROSS JOIN feeds e ON e.id = o.feed_id
             WHERE o.cluster_id = t.cluster_id) END AS ClusterSources
        """;

    /// <summary>
    /// What a feed <c>e</c> counts as: the feeds that a site offers under one title (RSS and Atom, the same in two places) are one source.
    /// Other sites have a "World" too.
    /// </summary>
    public const string Source = "iif(e.site_url IS NULL OR e.title IS NULL, e.id, e.site_url || ' ' || e.title)";

    /// <summary>The tables of <see cref="Columns"/> for ids <c>k.id</c>; the order of the joins is fixed, so that the ids lead.</summary>
    public const string Joins =
        """
        CROSS JOIN stories s ON s.id = k.id CROSS JOIN story_status t ON t.story_id = k.id CROSS JOIN feeds f ON f.id = s.feed_id
        """;

    public long Id { get; set; }
    public long FeedId { get; set; }
    public string FeedTitle { get; set; } = "";
    public string FeedUrl { get; set; } = "";
    public string EntryGuid { get; set; } = "";
    public string? Title { get; set; }
    public string? Link { get; set; }
    public string? Author { get; set; }
    public string? AuthorEmail { get; set; }
    public long? PublishedAt { get; set; }
    public long? UpdatedAt { get; set; }
    public long FirstSeenAt { get; set; }
    public long SortAt { get; set; }
    public long Facts { get; set; }
    public string? Categories { get; set; }
    public string? Enclosures { get; set; }
    public string? ImageUrl { get; set; }
    public string? ImageCaption { get; set; }
    public string? Language { get; set; }
    public string? DiscussionLink { get; set; }
    public string? Lead { get; set; }
    public long? PublishedComments { get; set; }
    public long? PublishedPoints { get; set; }
    public long? PublishedViews { get; set; }
    public double? PublishedRating { get; set; }
    public long IsRead { get; set; }
    public long IsSaved { get; set; }
    public long IsPinned { get; set; }
    public long IsHidden { get; set; }
    public long Views { get; set; }
    public long Position { get; set; }
    public long FullTextPosition { get; set; }
    public long MutedUntil { get; set; }
    public long CommentCount { get; set; }
    public long ClusterId { get; set; }
    public long ClusterSize { get; set; }
    public long ClusterSources { get; set; }

    /// <summary>What the list is ordered by, where the query is a page.</summary>
    public long Key { get; set; }

    public Story ToStory() => new()
    {
        Id = Id,
        Feed = new FeedReference(FeedId, FeedTitle, FeedUrl),
        EntryGuid = EntryGuid,
        Title = Title,
        Link = Link,
        Author = Author,
        AuthorEmail = AuthorEmail,
        PublishedAt = UnixTime.Read(PublishedAt),
        UpdatedAt = UnixTime.Read(UpdatedAt),
        FirstSeenAt = UnixTime.Read(FirstSeenAt),
        SortAt = UnixTime.Read(SortAt),
        Facts = (StoryFacts)Facts,
        Categories = ReadCategories(Categories),
        Enclosures = Enclosures is null ? [] : JsonSerializer.Deserialize(Enclosures, StorageJsonContext.Default.IReadOnlyListEnclosure)!,
        Image = ImageUrl is null ? null : new StoryImage(ImageUrl, ImageCaption),
        Language = Language,
        DiscussionLink = DiscussionLink,
        Lead = Lead,
        MutedUntil = MutedUntil == 0 ? null : UnixTime.Read(MutedUntil),
        Counters = ReadCounters(PublishedComments, PublishedPoints, PublishedViews, PublishedRating),
        Status = StatusRow.ToStatus(IsRead, IsSaved, IsPinned, IsHidden, Views, Position, FullTextPosition),
        CommentCount = (int)CommentCount,
        Cluster = new ClusterReference(ClusterId, (int)ClusterSize) { Sources = (int)ClusterSources },
    };

    /// <summary>Categories as a column has them: a JSON array, or null.</summary>
    public static IReadOnlyList<string> ReadCategories(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, StorageJsonContext.Default.IReadOnlyListString)!;

    /// <summary>Counters as their columns have them: most feeds publish none.</summary>
    public static PublishedCounters ReadCounters(long? comments, long? points, long? views, double? rating) =>
        comments is null && points is null && views is null && rating is null
            ? PublishedCounters.None : new PublishedCounters(comments, points, views, rating);
}

/// <summary>A story's status as SQLite gives it.</summary>
internal sealed class StatusRow
{
    public const string Columns =
        """
        t.story_id AS StoryId, t.read_at IS NOT NULL AS IsRead, t.saved_at IS NOT NULL AS IsSaved, t.pinned_at IS NOT NULL AS IsPinned,
        t.hidden_at IS NOT NULL AS IsHidden, t.views AS Views, t.position AS Position, t.full_text_position AS FullTextPosition
        """;

    public long StoryId { get; set; }
    public long IsRead { get; set; }
    public long IsSaved { get; set; }
    public long IsPinned { get; set; }
    public long IsHidden { get; set; }
    public long Views { get; set; }
    public long Position { get; set; }
    public long FullTextPosition { get; set; }

    public StatusBefore ToBefore() => new(StoryId, ToStatus(IsRead, IsSaved, IsPinned, IsHidden, Views, Position, FullTextPosition));

    public static StoryStatus ToStatus(long read, long saved, long pinned, long hidden, long views, long position, long fullTextPosition) => new()
    {
        IsRead = read != 0,
        IsSaved = saved != 0,
        IsPinned = pinned != 0,
        IsHidden = hidden != 0,
        Views = (int)views,
        Position = (int)position,
        FullTextPosition = (int)fullTextPosition,
    };
}

/// <summary>A name and a number, or a number and a number.</summary>
internal sealed class CountRow
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public long Count { get; set; }
}

/// <summary>Points in time as the database keeps them.</summary>
internal static class UnixTime
{
    public static DateTimeOffset Read(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static DateTimeOffset? Read(long? seconds) => seconds is { } known ? Read(known) : null;
}

/// <summary>Lists inside a column.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Enclosure>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
