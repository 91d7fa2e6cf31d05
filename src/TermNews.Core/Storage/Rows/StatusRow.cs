namespace TermNews.Core.Storage.Rows;

/// <summary>A row of <c>story_status</c>.</summary>
internal sealed class StatusRow
{
    public const string Columns =
        """
        t.story_id, t.read_at IS NOT NULL AS IsRead, t.saved_at IS NOT NULL AS IsSaved, t.pinned_at IS NOT NULL AS IsPinned,
        t.hidden_at IS NOT NULL AS IsHidden, t.views, t.position, t.full_text_position
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

    public static StoryStatus ToStatus(long read, long saved, long pinned, long hidden, long views, long position,
        long fullTextPosition) => new()
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
