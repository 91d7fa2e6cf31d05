using TermNews.Core.Clusters;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>The columns of a story that clusters are found by.</summary>
internal sealed class ClusterRow
{
    /// <summary>The columns, from <c>story_status t</c> and <c>stories s</c>.</summary>
    public const string Columns =
        $"""
        t.story_id, t.feed_id, t.sort_at, t.cluster_id, s.title, s.link,
        s.language, iif(length(s.lead) >= 100, s.text_fingerprint, NULL) AS TextFingerprint, substr(s.lead, 1, 220) AS Lead,
        {UnknownAge.Condition} AS IsOfUnknownAge
        """;

    public long StoryId { get; set; }
    public long FeedId { get; set; }
    public long SortAt { get; set; }
    public long? ClusterId { get; set; }
    public string? Title { get; set; }
    public string? Lead { get; set; }
    public string? Link { get; set; }
    public string? Language { get; set; }
    public long? TextFingerprint { get; set; }
    public long IsOfUnknownAge { get; set; }

    public ClusterItem ToItem() => new(StoryId, FeedId, SortAt, Title)
    {
        Lead = Lead,
        Link = Link,
        Language = Language,
        TextFingerprint = TextFingerprint,
        ClusterId = ClusterId,
        IsOfUnknownAge = IsOfUnknownAge != 0,
    };
}
