using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>A row of a candidate. A ranking has thousands, so values that rows share are read apart from them.</summary>
internal class CandidateRow
{
    /// <summary>
    /// The columns, from <c>stories s</c> and <c>story_status t</c>; the texts only as far as <see cref="CandidateText"/> asks for them.
    /// </summary>
    public const string Columns =
        $"""
        t.story_id AS Id, t.feed_id, iif(@Text >= 1, s.title, NULL) AS Title, iif(@Text >= 1, s.categories, NULL) AS Categories,
        iif(@Text >= 2, s.author, NULL) AS Author, iif(@Text >= 2, s.lead, NULL) AS Lead,
        s.first_seen_at, t.sort_at, {StoryFactBits.Sql} AS Facts,
        s.published_comments, s.published_points,
        s.published_views, s.published_rating,
        t.read_at IS NOT NULL AS IsRead, t.saved_at IS NOT NULL AS IsSaved, t.pinned_at IS NOT NULL AS IsPinned, t.views,
        (SELECT count(*) FROM comments c WHERE c.story_id = t.story_id) AS CommentCount, t.cluster_id
        """;

    public long Id { get; set; }
    public long FeedId { get; set; }
    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? Lead { get; set; }
    public string? Categories { get; set; }
    public long FirstSeenAt { get; set; }
    public long SortAt { get; set; }
    public long Facts { get; set; }
    public long? PublishedComments { get; set; }
    public long? PublishedPoints { get; set; }
    public long? PublishedViews { get; set; }
    public double? PublishedRating { get; set; }
    public long IsRead { get; set; }
    public long IsSaved { get; set; }
    public long IsPinned { get; set; }
    public long Views { get; set; }
    public long CommentCount { get; set; }
    public long? ClusterId { get; set; }

    /// <param name="feed">The feed of the row.</param>
    /// <param name="cluster">The cluster of the row; null for a lone story.</param>
    public Candidate ToCandidate(FeedReference feed, ClusterReference? cluster) => new()
    {
        Id = Id,
        Feed = feed,
        Title = Title,
        Author = Author,
        Lead = Lead,
        Categories = StorageJson.ReadTexts(Categories),
        FirstSeenAt = UnixTime.Read(FirstSeenAt),
        SortAt = UnixTime.Read(SortAt),
        Facts = (StoryFacts)Facts,
        Counters = StoryRow.ReadCounters(PublishedComments, PublishedPoints, PublishedViews, PublishedRating),
        Status = StatusRow.ToStatus(IsRead, IsSaved, IsPinned, hidden: 0, Views, position: 0, fullTextPosition: 0),
        CommentCount = (int)CommentCount,
        Cluster = cluster ?? new ClusterReference(Id, 1),
    };
}
