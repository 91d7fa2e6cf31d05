using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Muting;
using TermNews.Core.Storage.Rows;

namespace TermNews.Core.Storage.Journal;

/// <summary>What the rows of a step were about, and what follows from it for what is derived from them.</summary>
internal sealed class TurnFacts
{
    private readonly HashSet<Mute> _mutes = [];
    private readonly HashSet<long> _feeds = [];
    private readonly Dictionary<long, (long? From, long? Into)> _clusters = [];

    /// <summary>Stories whose marks changed.</summary>
    public HashSet<long> Marked { get; } = [];

    /// <summary>Stories whose comments changed.</summary>
    public HashSet<long> Commented { get; } = [];

    /// <summary>Stories that came back.</summary>
    public int StoriesBack { get; private set; }

    /// <summary>Stories that went with their feeds.</summary>
    public int StoriesGone { get; set; }

    /// <summary>Rows that did not apply any more.</summary>
    public int Skipped { get; set; }

    /// <summary>Notes what a row is about, before it is turned.</summary>
    public void Take(JournalRow row, PreparedStatements statements)
    {
        switch (row.Subject)
        {
            case "story_status" when row.Deed == "update" && row.Columns.Contains("cluster_id"):
                _clusters[row.Id1] = (NumberOf(statements, "SELECT coalesce(max(cluster_id), 0) FROM story_status WHERE story_id = @1",
                    row.Id1), row["cluster_id"] as long?);
                break;
            case "story_status" when row.Deed == "update":
                Marked.Add(row.Id1);
                break;
            case "comments":
                if ((row["story_id"] as long? ?? NumberOf(statements, "SELECT coalesce(max(story_id), 0) FROM comments WHERE id = @1",
                    row.Id1)) is { } story)
                    Commented.Add(story);
                break;
            case "stories" when row.Deed == "insert":
                StoriesBack++;
                break;
            case "feeds":
                _feeds.Add(row.Id1);
                break;
            case "mutes":
                if (new MuteRow
                {
                    Kind = (string)row["kind"]!,
                    Text = (string)row["text"]!,
                    FeedId = row["feed_id"] as long?,
                    Until = (long)row["until"]!,
                    IsConfigured = (long)row["is_configured"]!,
                }.ToMute() is { } mute)
                    _mutes.Add(mute);
                break;
        }
    }

    private static long? NumberOf(PreparedStatements statements, string sql, long id) =>
        statements.RunForNumber(sql, id) is var number and > 0 ? number : null;

    /// <summary>
    /// Stories that joined a cluster meanwhile move along with those that they joined; stories are muted as the mutes are now.
    /// </summary>
    public async Task SettleAsync(SqliteConnection connection, long now)
    {
        var statements = PreparedStatements.Of(connection);
        foreach (var (from, into) in _clusters.Values.Distinct().Where(static move => move is { From: not null, Into: not null }))
        {
            if (from != into && !_clusters.Values.Any(move => move.Into == from))
                statements.Run("UPDATE story_status SET cluster_id = @2 WHERE cluster_id = @1", from, into);
        }
        if (_mutes.Count == 0 && _feeds.Count == 0)
            return;
        var muted = await MutedStories.OfAsync(connection, now).ConfigureAwait(false);
        foreach (var mute in _mutes)
            await muted.LookAgainAsync(mute).ConfigureAwait(false);
        foreach (var feed in _feeds)
            await muted.LookAgainAsync(feed).ConfigureAwait(false);
    }
}
