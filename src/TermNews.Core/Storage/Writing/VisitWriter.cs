using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Muting;
using TermNews.Core.Storage.Rows;

namespace TermNews.Core.Storage.Writing;

/// <summary>Writes what visits to feeds found: entries, the state of the feeds, and failures.</summary>
internal sealed class VisitWriter(NewsDatabase database)
{
    /// <inheritdoc cref="IFeedRepository.StoreAsync"/>
    public async Task<IReadOnlyDictionary<long, int>> StoreAsync(IReadOnlyList<FeedUpdate> updates, CancellationToken cancellationToken)
    {
        Dictionary<long, int> added = [];
        foreach (var batch in StoreBatch.Of(updates))
            await database.WriteAsync(connection => WriteAsync(connection, batch, added, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        if (added.Values.Sum() > 0)
            await database.WriteAsync(connection => connection.ExecuteAsync(
                "PRAGMA analysis_limit = 400; PRAGMA optimize", new { cancellationToken }), cancellationToken).ConfigureAwait(false);
        return added;
    }

    private async Task<bool> WriteAsync(
        SqliteConnection connection, StoreBatch batch, Dictionary<long, int> added, CancellationToken cancellationToken)
    {
        var muted = await MutedStories.OfAsync(connection, database.Now).ConfigureAwait(false);
        var writer = new StoryWriter(connection, muted);
        foreach (var part in batch.Parts)
        {
            var update = part.Update;
            var before = muted.NamesFeeds ? await NameAsync(connection, update.FeedId, cancellationToken).ConfigureAwait(false) : null;
            var isSubscribed = part.IsLast ? await VisitedAsync(connection, update, cancellationToken).ConfigureAwait(false)
                : await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM feeds WHERE id = @id AND removed_at IS NULL)",
                    new { id = update.FeedId, cancellationToken }).ConfigureAwait(false);
            if (!isSubscribed)
                continue;   // Unsubscribed during the fetch.
            var feed = before is null ? new FeedReference(update.FeedId, "", "")
                : await NameAsync(connection, update.FeedId, cancellationToken).ConfigureAwait(false);
            if (before?.Title != feed.Title && before is not null)
                await muted.LookAgainAsync(feed.Id).ConfigureAwait(false);
            added[update.FeedId] =
                added.GetValueOrDefault(update.FeedId) + writer.Write(update, feed, part.From, part.Count, cancellationToken);
        }
        return true;
    }

    /// <summary>The feed, with the title that mutes compare.</summary>
    private static async Task<FeedReference> NameAsync(SqliteConnection connection, long feedId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<FeedNameRow>(
            "SELECT coalesce(own_title, title, shown_address(feed_url)) AS Title, feed_url AS Url FROM feeds WHERE id = @feedId",
            new { feedId, cancellationToken }).ConfigureAwait(false);
        return new FeedReference(feedId, row?.Title ?? "", row?.Url ?? "");
    }

    private static async Task<bool> VisitedAsync(SqliteConnection connection, FeedUpdate update, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(
            """
            UPDATE feeds
               SET fetched_at = @fetchedAt, next_fetch_at = @nextFetchAt, rhythm = @rhythm, time_to_live = @timeToLive,
                   skip_hours = @skipHours, skip_days = @skipDays, title = coalesce(@title, title),
                   site_url = coalesce(@siteUrl, site_url),
                   etag = @etag, last_modified = @lastModified, error = NULL, failures = 0, paused_until = NULL, gone_at = NULL,
                   feed_url = iif(@movedTo = moving_to AND NOT EXISTS (SELECT 1 FROM feeds o WHERE o.feed_url = @movedTo),
                                  @movedTo, feed_url),
                   moving_to = iif(@movedTo = moving_to, NULL, @movedTo)
             WHERE id = @feedId AND removed_at IS NULL
            """,
            new
            {
                feedId = update.FeedId,
                fetchedAt = update.FetchedAt.ToUnixTimeSeconds(),
                nextFetchAt = update.NextFetchAt.ToUnixTimeSeconds(),
                rhythm = (long?)update.Pace.Rhythm?.TotalSeconds,
                timeToLive = (long?)update.Pace.TimeToLive?.TotalSeconds,
                skipHours = update.Pace.Skipped.Hours,
                skipDays = update.Pace.Skipped.Days,
                title = update.Title,
                siteUrl = update.SiteUrl,
                etag = update.ETag,
                lastModified = update.LastModified,
                movedTo = update.MovedTo,
                cancellationToken,
            }).ConfigureAwait(false) > 0;

    /// <inheritdoc cref="IFeedRepository.StoreFailuresAsync"/>
    public Task StoreFailuresAsync(IReadOnlyList<FeedFailure> failures, CancellationToken cancellationToken) =>
        database.WriteAsync(async connection =>
    {
        foreach (var failure in failures)
        {
            await connection.ExecuteAsync(
                """
                UPDATE feeds SET paused_until = @pausedUntil WHERE id = @feedId;
                UPDATE feeds SET fetched_at = @fetchedAt, next_fetch_at = @nextFetchAt, error = @error, failures = failures + 1,
                  gone_at = iif(@isGone, coalesce(gone_at, @fetchedAt), NULL), moving_to = NULL
                 WHERE id = @feedId AND NOT @isOnlyPaused
                """,
                new
                {
                    feedId = failure.FeedId,
                    fetchedAt = failure.FetchedAt.ToUnixTimeSeconds(),
                    nextFetchAt = failure.NextFetchAt?.ToUnixTimeSeconds(),
                    error = failure.Error,
                    pausedUntil = failure.PausedUntil?.ToUnixTimeSeconds(),
                    isGone = failure.IsGone,
                    isOnlyPaused = failure.IsOnlyPaused,
                    cancellationToken,
                }).ConfigureAwait(false);
        }
        return failures.Count;
    }, cancellationToken);
}
