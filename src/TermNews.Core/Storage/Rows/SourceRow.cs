namespace TermNews.Core.Storage.Rows;

/// <summary>A feed with the source that it counts as.</summary>
internal sealed class SourceRow
{
    /// <summary>The columns, from <c>feeds e</c>.</summary>
    public const string Columns =
        $"e.id, coalesce(e.own_title, e.title, shown_address(e.feed_url)) AS Title, e.feed_url AS Url, {StoryRow.Source} || '' AS Source";

    public long Id { get; set; }
    public string Title { get; set; } = "";
    public string Url { get; set; } = "";

    /// <summary>The source of the feed; see <see cref="StoryRow.Source"/>.</summary>
    public string Source { get; set; } = "";

    public FeedReference ToReference() => new(Id, Title, Url);
}

/// <summary>The feed of a story in a cluster.</summary>
internal sealed class ReportRow
{
    public long ClusterId { get; set; }
    public long FeedId { get; set; }
}
