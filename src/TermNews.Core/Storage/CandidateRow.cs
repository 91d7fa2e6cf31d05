using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

/// <summary>A candidate as SQLite gives it. A list is made of thousands, so what they have in common is not in each of them.</summary>
internal sealed class CandidateRow
{
    /// <summary>The columns, from <c>stories s</c> and <c>story_status t</c>; the text as far as <see cref="CandidateText"/> asks for it.</summary>
    public const string Columns =
        $"""
        t.story_id AS Id, t.feed_id AS FeedId, iif(@Text >= 1, s.title, NULL) AS Title, iif(@Text >= 1, s.categories, NULL) AS Categories,
        iif(@Text >= 2, s.author, NULL) AS Author, iif(@Text >= 2, s.lead, NULL) AS Lead,
        s.first_seen_at AS FirstSeenAt, t.sort_at AS SortAt, {StoryFactBits.Sql} AS Facts,
        s.published_comments AS PublishedComments, s.published_points AS PublishedPoints,
        s.published_views AS PublishedViews, s.published_rating AS PublishedRating,
        t.read_at IS NOT NULL AS IsRead, t.saved_at IS NOT NULL AS IsSaved, t.pinned_at IS NOT NULL AS IsPinned, t.views AS Views,
        (SELECT count(*) FROM comments c WHERE c.story_id = t.story_id) AS CommentCount, t.cluster_id AS ClusterId
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
        Categories = StoryRow.ReadCategories(Categories),
        FirstSeenAt = UnixTime.Read(FirstSeenAt),
        SortAt = UnixTime.Read(SortAt),
        Facts = (StoryFacts)Facts,
        Counters = StoryRow.ReadCounters(PublishedComments, PublishedPoints, PublishedViews, PublishedRating),
        Status = StatusRow.ToStatus(IsRead, IsSaved, IsPinned, hidden: 0, Views, position: 0, fullTextPosition: 0),
        CommentCount = (int)CommentCount,
        Cluster = cluster ?? new ClusterReference(Id, 1),
    };
}
