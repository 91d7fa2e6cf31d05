namespace TermNews.Core.Storage.Values;

/// <summary>Recognizes stories of unknown age: undated ones that were already in the feed when its subscription began.</summary>
internal static class UnknownAge
{
    /// <summary>
    /// A condition on <c>story_status t</c> and <c>stories s</c>. Undated stories are sorted by the time of their first sight, so those
    /// of the first visit are the earliest of their feed. In a feed that has dated stories too, undated ones seen within an hour of the
    /// subscription count as of the first visit.
    /// </summary>
    public const string Condition =
        """
        iif(coalesce(s.published_at, s.updated_at) IS NULL,
            s.first_seen_at < (SELECT b.added_at + 3600 FROM feeds b WHERE b.id = s.feed_id)
            OR t.sort_at = (SELECT min(b.sort_at) FROM story_status b WHERE b.feed_id = s.feed_id), 0)
        """;
}
