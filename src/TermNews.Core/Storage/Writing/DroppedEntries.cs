using System.IO.Hashing;
using TermNews.Core.Storage.Database;

namespace TermNews.Core.Storage.Writing;

/// <summary>The entries whose stories were dropped, so that they do not come back as new.</summary>
internal static class DroppedEntries
{
    /// <summary>
    /// Of each feed, by choice: a document has hundreds of entries, seldom thousands. It bounds what feeds fill whose GUIDs change each
    /// time.
    /// </summary>
    private const int MostOfAFeed = 20_000;

    /// <summary>True if the story of an entry was dropped.</summary>
    public static bool Has(PreparedStatements statements, long feedId, string entryGuid)
    {
        using var found = statements.Read(
            "SELECT 1 FROM dropped_entries WHERE feed_id = @1 AND entry_hash = @2", feedId, HashOf(entryGuid));
        return found.Read();
    }

    /// <summary>Notes an entry.</summary>
    public static void Add(PreparedStatements statements, long feedId, string entryGuid) => statements.Run(
        "INSERT OR IGNORE INTO dropped_entries (feed_id, entry_hash) VALUES (@1, @2)", feedId, HashOf(entryGuid));

    /// <summary>Forgets the first of a feed that has too many.</summary>
    public static void Trim(PreparedStatements statements, long feedId) => statements.Run(
        """
        DELETE FROM dropped_entries WHERE feed_id = @1 AND id <= (
            SELECT id FROM dropped_entries WHERE feed_id = @1 ORDER BY id DESC LIMIT 1 OFFSET @2)
        """, feedId, MostOfAFeed);

    private static long HashOf(string entryGuid) => (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(entryGuid.AsSpan()));
}
