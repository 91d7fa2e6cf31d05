using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage;

/// <summary>
/// Statements that run many times on end, prepared: those of <see cref="StoryWriter"/>, <see cref="SearchIndex"/> and others; parameters are
/// numbered in the order of the methods' parameters.
/// </summary>
internal sealed class StatementSet
{
    private static readonly ConditionalWeakTable<SqliteConnection, StatementSet> Known = [];

    private const string Columns =
        """
        title, link, author, author_email, published_at, updated_at, categories, enclosures, image_url, image_caption,
        language, discussion_link, lead, published_comments, published_points, published_views, published_rating,
          fingerprint, text_fingerprint
        """;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    private StatementSet(SqliteConnection connection) => _connection = connection;

    /// <summary>The statements of a connection: prepared at their first use, and closed with it.</summary>
    public static StatementSet Of(SqliteConnection connection) => Known.GetValue(connection, static key => new StatementSet(key));

    public (long Id, long Fingerprint, long TextFingerprint)? Find(long feedId, string entryGuid)
    {
        using var reader = Bind("SELECT id, fingerprint, text_fingerprint FROM stories WHERE feed_id = @1 AND entry_guid = @2", feedId,
            entryGuid).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    /// <summary>What the stories of a feed are recognized by.</summary>
    public IReadOnlyList<KnownEntryRow> ListEntries(long feedId)
    {
        List<KnownEntryRow> rows = [];
        using var reader = Bind("SELECT id, entry_guid, title, link, published_at FROM stories WHERE feed_id = @1", feedId).ExecuteReader();
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

    /// <summary>Gives a story the identity that its feed uses for it now.</summary>
    public void Rename(long id, string entryGuid) => Bind("UPDATE stories SET entry_guid = @2 WHERE id = @1", id, entryGuid).ExecuteNonQuery();

    public long Insert(long feedId, string entryGuid, long now, object?[] row, long fingerprint, long textFingerprint) => (long)Bind(
        $"""
        INSERT INTO stories (feed_id, entry_guid, first_seen_at, {Columns})
        VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20, @21, @22) RETURNING id
        """, [feedId, entryGuid, now, .. row, fingerprint, textFingerprint]).ExecuteScalar()!;

    public void Update(long id, object?[] row, long fingerprint, long textFingerprint) => Bind(
        $"""
        UPDATE stories SET ({Columns}) = (@2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20)
          WHERE id = @1
        """, [id, .. row, fingerprint, textFingerprint]).ExecuteNonQuery();

    public void InsertStatus(long id, long feedId, long sortAt, long mutedUntil, bool isCounted) => Bind(
        "INSERT INTO story_status (story_id, feed_id, sort_at, muted_until, is_counted) VALUES (@1, @2, @3, @4, @5)",
        id, feedId, sortAt, mutedUntil, isCounted).ExecuteNonQuery();

    /// <summary>Notes whether the feed publishes counters of a story that say something.</summary>
    public void Count(long id, bool isCounted) =>
        Bind("UPDATE story_status SET is_counted = @2 WHERE story_id = @1 AND is_counted <> @2", id, isCounted).ExecuteNonQuery();

    public void Mute(long id, long until) =>
        Bind("UPDATE story_status SET muted_until = @2 WHERE story_id = @1 AND muted_until <> @2", id, until).ExecuteNonQuery();

    /// <summary>A corrected date may move a story down, never up: else a feed could keep its stories at the top.</summary>
    public void MoveBack(long id, long sortAt) =>
        Bind("UPDATE story_status SET sort_at = @2 WHERE story_id = @1 AND sort_at > @2", id, sortAt).ExecuteNonQuery();

    public long AddBlock(int texts, byte[] packed) =>
        (long)Bind("INSERT INTO text_blocks (texts, packed) VALUES (@1, @2) RETURNING id", texts, packed).ExecuteScalar()!;

    public (int Texts, byte[] Packed)? FindBlock(long id)
    {
        using var reader = Bind("SELECT texts, packed FROM text_blocks WHERE id = @1", id).ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public void KeepPicture(string url, long now, byte[] file) =>
        Bind("INSERT OR REPLACE INTO pictures (url, fetched_at, file) VALUES (@1, @2, @3)", url, now, file).ExecuteNonQuery();

    public void AddText(long id, long blockId, int place) =>
        Bind("INSERT INTO story_text (story_id, block_id, place) VALUES (@1, @2, @3)", id, blockId, place).ExecuteNonQuery();

    public void DeleteText(long id) => Bind("DELETE FROM story_text WHERE story_id = @1", id).ExecuteNonQuery();

    public void DeleteCategories(long id) => Bind("DELETE FROM story_categories WHERE story_id = @1", id).ExecuteNonQuery();

    public void AddCategory(long id, string name)
    {
        Bind("INSERT OR IGNORE INTO categories (name, folded) VALUES (@1, @2)", name, Folded.Of(name)).ExecuteNonQuery();
        Bind("INSERT OR IGNORE INTO story_categories (category_id, story_id) SELECT id, @1 FROM categories WHERE name = @2", id, name)
            .ExecuteNonQuery();
    }

    /// <summary>Notes that the story's cluster has to be looked for.</summary>
    public void LeaveToCluster(long id) => Bind("INSERT OR IGNORE INTO unclustered (story_id) VALUES (@1)", id).ExecuteNonQuery();

    public void ForgetUnclustered(long first, long last) =>
        Bind("DELETE FROM unclustered WHERE story_id BETWEEN @1 AND @2", first, last).ExecuteNonQuery();

    public void SetCluster(long storyId, long clusterId) =>
        Bind("UPDATE story_status SET cluster_id = @2 WHERE story_id = @1 AND cluster_id IS NOT @2", storyId, clusterId).ExecuteNonQuery();

    public void JoinClusters(long from, long into) =>
        Bind("UPDATE story_status SET cluster_id = @2 WHERE cluster_id = @1", from, into).ExecuteNonQuery();

    public void SetHeadlines(int word, int headlines) => Bind(
        "INSERT INTO cluster_words (word, headlines) VALUES (@1, @2) ON CONFLICT (word) DO UPDATE SET headlines = excluded.headlines",
        (long)word, (long)headlines).ExecuteNonQuery();

    /// <summary>Notes that the search index has to take in the story.</summary>
    public void LeaveToIndex(long id) => Bind("INSERT OR IGNORE INTO unindexed (story_id) VALUES (@1)", id).ExecuteNonQuery();

    /// <summary>Gives the search index a story, in place of what it has of it.</summary>
    public void Index(long id, string? body, string? title, string? author, string? categories, long feedId) => Bind(
        "INSERT OR REPLACE INTO story_index (rowid, body, title, author, categories, feed) VALUES (@1, @2, @3, @4, @5, @6)",
        id, body, title, author, categories, feedId).ExecuteNonQuery();

    /// <summary>The stories in which the search index finds something, the newest first.</summary>
    public IReadOnlyList<long> ListNewest(string match, int most)
    {
        List<long> ids = [];
        using var reader = Bind("SELECT rowid FROM story_index WHERE story_index MATCH @1 ORDER BY rowid DESC LIMIT @2", match, most).ExecuteReader();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    private SqliteCommand Bind(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
            _commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
