using System.Text.Json.Serialization.Metadata;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>A row of a list of stories.</summary>
internal sealed class StoryRow : CandidateRow
{
    /// <summary>The columns, from <c>stories s</c>, <c>story_status t</c> and <c>feeds f</c>.</summary>
    public new const string Columns =
        $"""
        s.id, s.feed_id, coalesce(f.own_title, f.title, shown_address(f.feed_url)) AS FeedTitle, f.feed_url,
        s.entry_guid, s.title, s.link, s.author, s.author_email,
        s.published_at, s.updated_at, s.first_seen_at, t.sort_at,
        {StoryFactBits.Sql} AS Facts,
        s.categories, s.enclosures, s.image_url, s.image_caption,
        s.language, s.discussion_link, s.lead,
        s.published_comments, s.published_points,
        s.published_views, s.published_rating,
        t.read_at IS NOT NULL AS IsRead, t.saved_at IS NOT NULL AS IsSaved, t.pinned_at IS NOT NULL AS IsPinned,
        t.hidden_at IS NOT NULL AS IsHidden, t.views, t.position, t.full_text_position,
        t.muted_until, (SELECT count(*) FROM comments c WHERE c.story_id = s.id) AS CommentCount,
        coalesce(t.cluster_id, s.id) AS ClusterId,
        CASE WHEN t.cluster_id IS NULL THEN 1 ELSE (
            SELECT count(*) FROM story_status o WHERE o.cluster_id = t.cluster_id) END AS ClusterSize,
        CASE WHEN t.cluster_id IS NULL THEN 1 ELSE (
            SELECT count(DISTINCT {Source}) FROM story_status o CROSS JOIN feeds e ON e.id = o.feed_id
             WHERE o.cluster_id = t.cluster_id) END AS ClusterSources
        """;

    /// <summary>
    /// The source of a feed <c>e</c>: feeds of one site with the same title (RSS and Atom of the same news) are one source. The site is
    /// part of it because several sites have a feed titled "World".
    /// </summary>
    public const string Source = "iif(e.site_url IS NULL OR e.title IS NULL, e.id, e.site_url || ' ' || e.title)";

    /// <summary>
    /// The tables of <see cref="Columns"/> for ids <c>k.id</c>. CROSS JOIN fixes the order, so that the ids drive the join.
    /// </summary>
    public const string Joins =
        """
        CROSS JOIN stories s ON s.id = k.id CROSS JOIN story_status t ON t.story_id = k.id CROSS JOIN feeds f ON f.id = s.feed_id
        """;

    public string FeedTitle { get; set; } = "";
    public string FeedUrl { get; set; } = "";
    public string EntryGuid { get; set; } = "";
    public string? Link { get; set; }
    public string? AuthorEmail { get; set; }
    public long? PublishedAt { get; set; }
    public long? UpdatedAt { get; set; }
    public string? Enclosures { get; set; }
    public string? ImageUrl { get; set; }
    public string? ImageCaption { get; set; }
    public string? Language { get; set; }
    public string? DiscussionLink { get; set; }
    public long IsHidden { get; set; }
    public long Position { get; set; }
    public long FullTextPosition { get; set; }
    public long MutedUntil { get; set; }
    public long ClusterSize { get; set; }
    public long ClusterSources { get; set; }

    /// <summary>The sort key of a page; 0 in other queries.</summary>
    public long Key { get; set; }

    public Story ToStory()
    {
        var areLists = true;
        return new Story
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
            Categories = StorageJson.ReadTexts(Categories, ref areLists),
            Enclosures = StorageJson.ReadEnclosures(Enclosures, ref areLists),
            Image = ImageUrl is null ? null : new StoryImage(ImageUrl, ImageCaption),
            Language = Language,
            DiscussionLink = DiscussionLink,
            Lead = Lead,
            MutedUntil = MutedUntil == 0 ? null : UnixTime.Read(MutedUntil),
            Counters = ReadCounters(PublishedComments, PublishedPoints, PublishedViews, PublishedRating),
            Status = StatusRow.ToStatus(IsRead, IsSaved, IsPinned, IsHidden, Views, Position, FullTextPosition),
            CommentCount = (int)CommentCount,
            Cluster = new ClusterReference(ClusterId ?? Id, (int)ClusterSize) { Sources = (int)ClusterSources },
            IsDamaged = !(areLists && UnixTime.IsTime(PublishedAt) && UnixTime.IsTime(UpdatedAt) && UnixTime.IsTime(FirstSeenAt)
                && UnixTime.IsTime(SortAt)),
        };
    }

    /// <summary>Counters from their columns; most feeds publish none.</summary>
    public static PublishedCounters ReadCounters(long? comments, long? points, long? views, double? rating) =>
        comments is null && points is null && views is null && rating is null
            ? PublishedCounters.None : new PublishedCounters(comments, points, views, rating);
}

/// <summary>
/// The columns of <c>stories</c> that an entry fills, each with its value. All statements that write stories are composed of this list, and
/// the fingerprint of an entry is the hash of these values in this order: a new column belongs at the end.
/// </summary>
internal static class StoryColumns
{
    private static readonly (string Name, Func<IncomingStory, object?> Value)[] All =
    [
        ("title", static story => story.Title),
        ("link", static story => story.Link),
        ("author", static story => story.Author),
        ("author_email", static story => story.AuthorEmail),
        ("published_at", static story => story.PublishedAt?.ToUnixTimeSeconds()),
        ("updated_at", static story => story.UpdatedAt?.ToUnixTimeSeconds()),
        ("categories", static story => Json(story.Categories, StorageJsonContext.Default.IReadOnlyListString)),
        ("enclosures", static story => Json(story.Enclosures, StorageJsonContext.Default.IReadOnlyListEnclosure)),
        ("image_url", static story => story.Image?.Url),
        ("image_caption", static story => story.Image?.Caption),
        ("language", static story => story.Language),
        ("discussion_link", static story => story.DiscussionLink),
        ("lead", static story => story.Lead),
        ("published_comments", static story => story.Counters.Comments),
        ("published_points", static story => story.Counters.Points),
        ("published_views", static story => story.Counters.Views),
        ("published_rating", static story => story.Counters.Rating),
    ];

    /// <summary>The number of columns.</summary>
    public static int Count => All.Length;

    /// <summary>The names, as a list in SQL.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(static column => column.Name));

    /// <summary>The values of an entry in the order of <see cref="Names"/>; times are Unix seconds.</summary>
    public static object?[] ValuesOf(IncomingStory story)
    {
        var values = new object?[All.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = All[i].Value(story);
        return values;
    }

    private static string? Json<T>(IReadOnlyList<T> list, JsonTypeInfo<IReadOnlyList<T>> type) =>
        list.Count == 0 ? null : JsonSerializer.Serialize(list, type);
}
