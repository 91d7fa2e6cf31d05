using Dapper;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Marking;

/// <summary>Splits stories from their clusters by hand, and rejoins them.</summary>
internal sealed class ClusterSplits(NewsDatabase database) : IClusterSplits
{
    private const string IsOneOfThem = "story_id IN (SELECT value FROM json_each(@ids))";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<StoryRow>(
            $"""
            SELECT {StoryRow.Columns}, 0 AS Key
              FROM (SELECT o.story_id AS id, o.sort_at AS at FROM story_status o
                     WHERE o.story_id = @storyId
                        OR o.cluster_id = (SELECT c.cluster_id FROM story_status c WHERE c.story_id = @storyId)) k
              {StoryRow.Joins}
             ORDER BY k.at, k.id
            """,
            new { storyId, cancellationToken }),
            static row => row.ToStory(), cancellationToken);

    /// <inheritdoc/>
    public Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Splitting, async connection =>
    {
        var found = await connection.QueryAsync<long>(
            """
            SELECT story_id FROM story_status
             WHERE cluster_id = (SELECT cluster_id FROM story_status WHERE story_id = @storyId) AND story_id <> @storyId
             ORDER BY story_id
            """, new { storyId, cancellationToken }).ConfigureAwait(false);
        IReadOnlyList<long> others = [.. found];
        if (others.Count == 0)
            return null;
        var ids = StorageJson.OfIds(others);
        await connection.ExecuteAsync(
            "INSERT OR IGNORE INTO cluster_splits (story_id, other_id) SELECT @storyId, value FROM json_each(@ids)",
            new { storyId, ids, cancellationToken }).ConfigureAwait(false);
        await connection.ExecuteAsync(
            "UPDATE story_status SET cluster_id = NULL WHERE story_id = @storyId", new { storyId, cancellationToken })
                .ConfigureAwait(false);
        await connection.ExecuteAsync(
            $"UPDATE story_status SET cluster_id = iif(@size > 1, @first, NULL) WHERE {IsOneOfThem}",
            new { ids, size = others.Count, first = others[0], cancellationToken }).ConfigureAwait(false);
        return new ClusterSplit(storyId, others);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Rejoining, async connection =>
    {
        var (storyId, ids) = (split.StoryId, StorageJson.OfIds([split.StoryId, .. split.Others]));
        await connection.ExecuteAsync(
            "DELETE FROM cluster_splits WHERE story_id = @storyId AND other_id IN (SELECT value FROM json_each(@ids))",
            new { storyId, ids, cancellationToken }).ConfigureAwait(false);
        return await connection.ExecuteAsync(
            $"""
            WITH together AS (
                SELECT story_id FROM story_status WHERE {IsOneOfThem}
                 UNION
                SELECT o.story_id FROM story_status o WHERE o.cluster_id IN (SELECT cluster_id FROM story_status WHERE {IsOneOfThem})
            )
            UPDATE story_status SET cluster_id = (SELECT min(story_id) FROM together) WHERE story_id IN (SELECT story_id FROM together)
            """, new { ids, cancellationToken }).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken) =>
        database.RunAsync<ClusterSplit?>(async connection =>
    {
        var found = await connection.QueryAsync<long>(
            "SELECT other_id FROM cluster_splits WHERE story_id = @storyId ORDER BY other_id", new { storyId, cancellationToken })
                .ConfigureAwait(false);
        IReadOnlyList<long> others = [.. found];
        return others.Count == 0 ? null : new ClusterSplit(storyId, others);
    }, cancellationToken);
}
