using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Reading;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Marking;

/// <summary>Writes the status of stories: marks, views and reading positions.</summary>
/// <param name="database">The database.</param>
/// <param name="reads">Makes filters of queries.</param>
/// <param name="readsTogether">Reading one story of a cluster marks all of it as read.</param>
internal sealed class StatusWriter(NewsDatabase database, FilteredReads reads, bool readsTogether) : IStoryStatus
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusBefore>> MarkAsync(
        IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Marking(change, isOne: storyIds.Count == 1), async connection =>
    {
        var rows = await connection.QueryAsync<StatusRow>(
            $"""
            SELECT {StatusRow.Columns} FROM story_status t
             WHERE (t.story_id IN (SELECT value FROM json_each(@ids))
                    OR t.cluster_id IN (SELECT o.cluster_id FROM story_status o
                                         WHERE @together AND o.story_id IN (SELECT value FROM json_each(@ids))))
               AND {WouldChange(change)}
            """,
            new { ids = StorageJson.OfIds(storyIds), together = readsTogether && change is (StatusChange.Read or StatusChange.Unread) })
                .ConfigureAwait(false);
        return await ChangeAsync(connection, [.. rows], change).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusBefore>> MarkAllAsync(
        StoryQuery query, StatusChange change, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Marking(change, isOne: false), async connection =>
    {
        var filter = await reads.FilterAsync(connection, query, cancellationToken, FilterReach.Clusters).ConfigureAwait(false);
        var rows = await connection.QueryAsync<StatusRow>(
            $"SELECT {StatusRow.Columns} FROM {filter.From} WHERE {filter.Where} AND {WouldChange(change)}", filter.Parameters)
                .ConfigureAwait(false);
        return await ChangeAsync(connection, [.. rows], change).ConfigureAwait(false);
    }, cancellationToken);

    private async Task<IReadOnlyList<StatusBefore>> ChangeAsync(
        SqliteConnection connection, List<StatusRow> rows, StatusChange change)
    {
        if (rows.Count == 0)
            return [];
        await connection.ExecuteAsync(
            $"UPDATE story_status SET {Assignment(change)} WHERE story_id IN (SELECT value FROM json_each(@ids))",
            new { ids = StorageJson.OfIds([.. rows.Select(row => row.StoryId)]), now = database.Now }).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToBefore())];
    }

    /// <summary>The condition for stories that a change would change.</summary>
    private static string WouldChange(StatusChange change) => $"t.{ColumnOf(change)} IS {(IsSet(change) ? "" : "NOT ")}NULL";

    private static string Assignment(StatusChange change) => $"{ColumnOf(change)} = {(IsSet(change) ? "@now" : "NULL")}";

    private static bool IsSet(StatusChange change) =>
        change is StatusChange.Read or StatusChange.Saved or StatusChange.Pinned or StatusChange.Hidden;

    private static string ColumnOf(StatusChange change) => change switch
    {
        StatusChange.Read or StatusChange.Unread => "read_at",
        StatusChange.Saved or StatusChange.Unsaved => "saved_at",
        StatusChange.Pinned or StatusChange.Unpinned => "pinned_at",
        StatusChange.Hidden or StatusChange.Shown => "hidden_at",
    };

    /// <inheritdoc/>
    public Task RecordViewAsync(long storyId, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        var changed = await connection.ExecuteAsync(
            "UPDATE story_status SET views = views + 1, viewed_at = @now, read_at = coalesce(read_at, @now) WHERE story_id = @storyId",
            new { storyId, now = database.Now, cancellationToken }).ConfigureAwait(false);
        if (!readsTogether)
            return changed;
        return await connection.ExecuteAsync(
            """
            UPDATE story_status SET read_at = @now
             WHERE read_at IS NULL AND cluster_id = (SELECT cluster_id FROM story_status WHERE story_id = @storyId)
            """,
            new { storyId, now = database.Now, cancellationToken }).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task RecordEndAsync(long storyId, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.ExecuteAsync(
        "UPDATE story_status SET finished_at = @now WHERE story_id = @storyId AND finished_at IS NULL",
        new { storyId, now = database.Now, cancellationToken }), cancellationToken);

    /// <inheritdoc/>
    public Task SavePositionAsync(long storyId, int position, bool isFullText, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => isFullText
            ? connection.ExecuteAsync(
                "UPDATE story_status SET full_text_position = @position WHERE story_id = @storyId AND full_text_position <> @position",
                new { storyId, position, cancellationToken })
            : connection.ExecuteAsync(
                "UPDATE story_status SET position = @position WHERE story_id = @storyId AND position <> @position",
                new { storyId, position, cancellationToken }), cancellationToken);
}
