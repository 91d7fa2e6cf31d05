using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Writing;

/// <summary>
/// The statements that <see cref="StoryWriter"/> runs for each entry. Those over columns are composed of <see cref="StoryColumns"/>.
/// </summary>
internal sealed class StoryStatements(SqliteConnection connection)
{
    private const string Fingerprints = "fingerprint, text_fingerprint";

    private static readonly string InsertText =
        $"""
        INSERT INTO stories (feed_id, entry_guid, first_seen_at, {StoryColumns.Names}, {Fingerprints})
        VALUES ({Marks(1, StoryColumns.Count + 5)}) RETURNING id
        """;

    private static readonly string UpdateText =
        $"UPDATE stories SET ({StoryColumns.Names}, {Fingerprints}) = ({Marks(2, StoryColumns.Count + 2)}) WHERE id = @1";

    private readonly PreparedStatements _statements = PreparedStatements.Of(connection);

    public (long Id, long Fingerprint, long TextFingerprint)? Find(long feedId, string entryGuid)
    {
        using var reader = _statements.Read(
            "SELECT id, fingerprint, text_fingerprint FROM stories WHERE feed_id = @1 AND entry_guid = @2", feedId, entryGuid);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    /// <summary>The stories of a feed, with the columns by which a renamed entry is recognized.</summary>
    public IReadOnlyList<KnownEntryRow> ListEntries(long feedId)
    {
        List<KnownEntryRow> rows = [];
        using var reader = _statements.Read("SELECT id, entry_guid, title, link, published_at FROM stories WHERE feed_id = @1", feedId);
        while (reader.Read())
        {
            rows.Add(new KnownEntryRow
            {
                Id = reader.GetInt64(0),
                EntryGuid = reader.GetString(1),
                Title = reader.IsDBNull(2) ? null : reader.GetString(2),
                Link = reader.IsDBNull(3) ? null : reader.GetString(3),
                PublishedAt = reader.IsDBNull(4) ? null : reader.GetInt64(4),
            });
        }
        return rows;
    }

    /// <summary>True if the story of an entry was dropped by age or number.</summary>
    public bool IsDropped(long feedId, string entryGuid) => DroppedEntries.Has(_statements, feedId, entryGuid);

    /// <summary>Changes the GUID of a story to the current one of its feed.</summary>
    public void Rename(long id, string entryGuid) => _statements.Run("UPDATE stories SET entry_guid = @2 WHERE id = @1", id, entryGuid);

    /// <param name="feedId">The feed.</param>
    /// <param name="entryGuid">The identity of the story within the feed.</param>
    /// <param name="now">The time of the visit, in Unix seconds.</param>
    /// <param name="row">The values of <see cref="StoryColumns"/>.</param>
    /// <param name="fingerprint">The hash of all values.</param>
    /// <param name="textFingerprint">The hash of the texts that are indexed.</param>
    public long Insert(long feedId, string entryGuid, long now, object?[] row, long fingerprint, long textFingerprint) =>
        _statements.RunForNumber(InsertText, [feedId, entryGuid, now, .. row, fingerprint, textFingerprint]);

    public void Update(long id, object?[] row, long fingerprint, long textFingerprint) =>
        _statements.Run(UpdateText, [id, .. row, fingerprint, textFingerprint]);

    public void InsertStatus(long id, long feedId, long sortAt, long mutedUntil, bool isCounted) => _statements.Run(
        "INSERT INTO story_status (story_id, feed_id, sort_at, muted_until, is_counted) VALUES (@1, @2, @3, @4, @5)",
        id, feedId, sortAt, mutedUntil, isCounted);

    /// <summary>Notes whether the feed publishes a counter of the story that is above 0.</summary>
    public void Count(long id, bool isCounted) =>
        _statements.Run("UPDATE story_status SET is_counted = @2 WHERE story_id = @1 AND is_counted <> @2", id, isCounted);

    /// <summary>A corrected date may move a story down, never up: otherwise a feed could keep its stories at the top.</summary>
    public void MoveBack(long id, long sortAt) =>
        _statements.Run("UPDATE story_status SET sort_at = @2 WHERE story_id = @1 AND sort_at > @2", id, sortAt);

    public void DeleteCategories(long id) => _statements.Run("DELETE FROM story_categories WHERE story_id = @1", id);

    public void AddCategory(long id, string name)
    {
        _statements.Run("INSERT OR IGNORE INTO categories (name, folded) VALUES (@1, @2)", name, Folded.Of(name));
        _statements.Run(
            "INSERT OR IGNORE INTO story_categories (category_id, story_id) SELECT id, @1 FROM categories WHERE name = @2", id, name);
    }

    /// <summary>Queues the story for clustering.</summary>
    public void LeaveToCluster(long id) => _statements.Run("INSERT OR IGNORE INTO unclustered (story_id) VALUES (@1)", id);

    /// <summary>Queues the story for the search index.</summary>
    public void LeaveToIndex(long id) => _statements.Run("INSERT OR IGNORE INTO unindexed (story_id) VALUES (@1)", id);

    /// <summary><c>@first, …</c>, as many as there are values.</summary>
    private static string Marks(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(static number => $"@{number}"));
}
