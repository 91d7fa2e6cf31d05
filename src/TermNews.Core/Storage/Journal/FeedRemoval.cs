using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Journal;

/// <summary>What goes with a feed: its stories but those that were saved, pinned, commented on or have a draft.</summary>
internal static class FeedRemoval
{
    /// <summary>Deletes these stories of a feed, and their words in the search index. Returns how many.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="feedId">The feed.</param>
    /// <param name="kept">The ids of more stories that stay, as a JSON array; null for none.</param>
    public static int DropStories(SqliteConnection connection, long feedId, string? kept = null)
    {
        var statements = PreparedStatements.Of(connection);
        statements.Run("CREATE TEMP TABLE IF NOT EXISTS dropped (id INTEGER PRIMARY KEY)");
        statements.Run("DELETE FROM temp.dropped");
        statements.Run(
            $"""
            INSERT INTO temp.dropped SELECT t.story_id FROM story_status t
             WHERE t.feed_id = @1 AND {KeptStories.AreNot}
               AND t.story_id NOT IN (SELECT value FROM json_each(coalesce(@2, '[]')))
            """, feedId, kept);
        statements.Run("DELETE FROM story_index WHERE rowid IN (SELECT id FROM temp.dropped)");
        return statements.Run("DELETE FROM stories WHERE id IN (SELECT id FROM temp.dropped)");
    }

    /// <summary>Deletes the row of a feed, or notes since when it is removed where stories of it stay.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="feedId">The feed.</param>
    /// <param name="now">Unix seconds.</param>
    /// <returns>False if there is no such feed.</returns>
    public static bool DropFeed(SqliteConnection connection, long feedId, long now)
    {
        var statements = PreparedStatements.Of(connection);
        return statements.Run("DELETE FROM feeds WHERE id = @1 AND NOT EXISTS (SELECT 1 FROM stories WHERE feed_id = @1)", feedId) > 0
            || statements.Run("UPDATE feeds SET removed_at = @2 WHERE id = @1", feedId, now) > 0;
    }
}
