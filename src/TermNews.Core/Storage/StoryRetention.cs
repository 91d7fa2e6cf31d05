using Microsoft.Data.Sqlite;
using TermNews.Core.Retention;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Values;
using TermNews.Core.Storage.Writing;

namespace TermNews.Core.Storage;

/// <summary>Drops old stories of a <see cref="NewsDatabase"/>.</summary>
/// <param name="database">The database.</param>
public sealed class StoryRetention(NewsDatabase database) : IStoryRetention
{
    private const int SecondsOfADay = 24 * 60 * 60;

    private const string Old =
        $"""
        SELECT t.story_id, s.entry_guid
          FROM story_status t JOIN stories s ON s.id = t.story_id
         WHERE t.feed_id = @1
           AND (t.sort_at < @2 OR (@3 > 0 AND t.story_id IN (
               SELECT n.story_id FROM story_status n WHERE n.feed_id = @1 ORDER BY n.sort_at DESC, n.story_id DESC LIMIT -1 OFFSET @3)))
           AND {KeptStories.AreNot}
           AND {KeptStories.HaveNoDeletedComment}
         ORDER BY t.sort_at LIMIT @4
        """;

    /// <inheritdoc/>
    public async Task<int> ApplyAsync(Func<string, RetentionRule> ruleOf, CancellationToken cancellationToken)
    {
        var dropped = 0;
        foreach (var (feed, address) in await database.RunAsync(
            connection => Task.FromResult(Feeds(connection)), cancellationToken).ConfigureAwait(false))
        {
            var rule = ruleOf(address);
            if (rule.IsOff)
                await ForgetAsync(feed, cancellationToken).ConfigureAwait(false);
            else
                dropped += await DropAsync(feed, rule, cancellationToken).ConfigureAwait(false);
        }
        return dropped;
    }

    private static List<(long Id, string Address)> Feeds(SqliteConnection connection)
    {
        List<(long, string)> feeds = [];
        using var rows = PreparedStatements.Of(connection).Read("SELECT id, feed_url FROM feeds");
        while (rows.Read())
            feeds.Add((rows.GetInt64(0), rows.GetString(1)));
        return feeds;
    }

    /// <summary>A step has as many stories as one of a refresh, and only a feed with old stories takes the write lock.</summary>
    private async Task<int> DropAsync(long feed, RetentionRule rule, CancellationToken cancellationToken)
    {
        var dropped = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = await database.RunAsync(
                connection => Task.FromResult(Find(connection, feed, rule).Count), cancellationToken).ConfigureAwait(false);
            if (found == 0)
                return dropped;
            dropped += await database.WriteAsync(
                connection => Task.FromResult(Drop(connection, feed, Find(connection, feed, rule))), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private List<(long Id, string Guid)> Find(SqliteConnection connection, long feed, RetentionRule rule)
    {
        var earliest = rule.Days == 0 ? long.MinValue : database.Now - ((long)rule.Days * SecondsOfADay);
        List<(long, string)> found = [];
        using var rows = PreparedStatements.Of(connection).Read(Old, feed, earliest, rule.Count, StoreBatch.MostEntries);
        while (rows.Read())
            found.Add((rows.GetInt64(0), rows.GetString(1)));
        return found;
    }

    private static int Drop(SqliteConnection connection, long feed, List<(long Id, string Guid)> stories)
    {
        var statements = PreparedStatements.Of(connection);
        foreach (var (id, guid) in stories)
        {
            DroppedEntries.Add(statements, feed, guid);
            statements.Run("DELETE FROM story_index WHERE rowid = @1", id);
            statements.Run("DELETE FROM stories WHERE id = @1", id);
        }
        DroppedEntries.Trim(statements, feed);
        return stories.Count;
    }

    /// <summary>The feed is asked for the whole document, so that what it still lists comes back.</summary>
    private async Task ForgetAsync(long feed, CancellationToken cancellationToken)
    {
        var has = await database.RunAsync(connection => Task.FromResult(PreparedStatements.Of(connection).RunForNumber(
            "SELECT EXISTS (SELECT 1 FROM dropped_entries WHERE feed_id = @1)", feed)), cancellationToken).ConfigureAwait(false);
        if (has == 0)
            return;
        await database.WriteAsync(connection =>
        {
            var statements = PreparedStatements.Of(connection);
            statements.Run("UPDATE feeds SET etag = NULL, last_modified = NULL WHERE id = @1", feed);
            return Task.FromResult(statements.Run("DELETE FROM dropped_entries WHERE feed_id = @1", feed));
        }, cancellationToken).ConfigureAwait(false);
    }
}
