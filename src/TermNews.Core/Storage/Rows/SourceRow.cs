using TermNews.Core.Stories;

namespace TermNews.Core.Storage.Rows;

/// <summary>A feed that stories may come from, as SQLite gives it.</summary>
internal sealed class SourceRow
{
    /// <summary>The columns, from <c>feeds e</c>.</summary>
    public const string Columns =
        $"e.id, coalesce(e.own_title, e.title, e.feed_url) AS Title, e.feed_url AS Url, {StoryRow.Source} || '' AS Source";

    public long Id { get; set; }
    public string Title { get; set; } = "";
    public string Url { get; set; } = "";

    /// <summary>What the feed counts as; see <see cref="StoryRow.Source"/>.</summary>
    public string Source { get; set; } = "";

    public FeedReference ToReference() => new(Id, Title, Url);
}

/// <summary>A story of a cluster, as SQLite gives it: the feed it came from.</summary>
internal sealed class ReportRow
{
    public long ClusterId { get; set; }
    public long FeedId { get; set; }
}
