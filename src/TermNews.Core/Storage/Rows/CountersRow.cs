namespace TermNews.Core.Storage.Rows;

/// <summary>The counters that a feed publishes for a story.</summary>
internal sealed class CountersRow
{
    /// <summary>The columns, from <c>stories s</c>.</summary>
    public const string Columns =
        """
        s.feed_id, s.published_comments AS Comments, s.published_points AS Points,
        s.published_views AS Views, s.published_rating AS Rating
        """;

    public long FeedId { get; set; }
    public long? Comments { get; set; }
    public long? Points { get; set; }
    public long? Views { get; set; }
    public double? Rating { get; set; }

    public FeedCounters ToCounters() => new(FeedId, StoryRow.ReadCounters(Comments, Points, Views, Rating));
}
