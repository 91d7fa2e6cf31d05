namespace TermNews.Core.Storage.Values;

/// <summary>Tells stories whose age nobody knows: the undated ones that stood in a feed when its subscription began.</summary>
internal static class UnknownAge
{
    /// <summary>
    /// A condition on <c>story_status t</c> and <c>stories s</c>. Undated stories stand where they were first seen, so those of a feed's first
    /// visit, whenever that was, are its earliest; where it has dated ones too, that they came within an hour of the subscription tells.
    /// </summary>
    public const string Condition =
        """
        iif(coalesce(s.published_at, s.updated_at) IS NULL,
            s.first_seen_at < (SELECT b.added_at + 3600 FROM feeds b WHERE b.id = s.feed_id)
            OR t.sort_at = (SELECT min(b.sort_at) FROM story_status b WHERE b.feed_id = s.feed_id), 0)
        """;
}
