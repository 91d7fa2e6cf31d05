using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Muting;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;
using TermNews.Core.Storage.Writing;

namespace TermNews.Core.Storage;

/// <summary>The subscriptions kept in a <see cref="NewsDatabase"/>. Visits are written by <see cref="VisitWriter"/>.</summary>
/// <param name="database">The database.</param>
public sealed class FeedRepository(NewsDatabase database) : IFeedRepository
{
    private readonly VisitWriter _visits = new(database);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<Feed>>(async connection =>
        {
            var rows = await connection.QueryAsync<FeedRow>(
                $"SELECT {FeedRow.Columns} FROM feeds f WHERE f.removed_at IS NULL", new { now = database.Now, cancellationToken })
                    .ConfigureAwait(false);
            return [.. rows.Select(row => row.ToFeed()).OrderBy(feed => feed.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(feed => feed.Id)];
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountFailingAsync(CancellationToken cancellationToken) =>
        database.RunAsync(connection => connection.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM feeds WHERE removed_at IS NULL AND error IS NOT NULL", new { cancellationToken }), cancellationToken);

    /// <inheritdoc/>
    public Task<Feed?> FindAsync(long feedId, CancellationToken cancellationToken) =>
        database.RunAsync(connection => FindAsync(connection, feedId, cancellationToken), cancellationToken);

    private async Task<Feed?> FindAsync(SqliteConnection connection, long feedId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<FeedRow>(
            $"SELECT {FeedRow.Columns} FROM feeds f WHERE f.id = @feedId AND f.removed_at IS NULL",
                new { feedId, now = database.Now, cancellationToken }).ConfigureAwait(false);
        return row?.ToFeed();
    }

    /// <inheritdoc/>
    public async Task<Feed> ResolveAsync(string idUrlOrTitle, CancellationToken cancellationToken)
    {
        var named = idUrlOrTitle.Trim();
        var feeds = await ListAsync(cancellationToken).ConfigureAwait(false);
        if (feeds.FirstOrDefault(feed => IsIdOrUrl(feed, named)) is { } exact)
            return exact;
        if (feeds.Where(feed => IsSameAddress(feed.ShownUrl, named)).ToList() is [_, ..] shown)
            return shown is [var masked] ? masked : throw Ambiguous(named, shown);
        var part = Folded.Of(named);
        List<Feed> found = part.Length == 0 ? [] : [.. feeds.Where(feed => Folded.Of(feed.Title).Contains(part, StringComparison.Ordinal))];
        if (found.Where(feed => Folded.Of(feed.Title) == part).ToList() is [var whole])
            return whole;
        return found switch
        {
            [var only] => only,
            [] => throw new NewsException(
                NewsFault.WrongUse, $"No feed is called \"{ShownAddress.Of(named)}\"; `termnews feeds` lists them."),
            _ => throw Ambiguous(named, found),
        };
    }

    private static NewsException Ambiguous(string named, List<Feed> found) =>
        new(NewsFault.WrongUse, $"\"{named}\" names {found.Count} feeds: {Names(found)}; give one's id.");

    private static bool IsSameAddress(string one, string other) =>
        string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.Ordinal);

    private static bool IsIdOrUrl(Feed feed, string named) => feed.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == named
        || IsSameAddress(feed.FeedUrl, named);

    private static string Names(List<Feed> feeds) =>
        string.Join(", ", feeds.Take(10).Select(feed => $"{feed.Title} ({feed.Id})")) + (feeds.Count > 10 ? ", …" : "");

    /// <inheritdoc/>
    public Task<IReadOnlyList<Feed>> AddAsync(IReadOnlyList<NewSubscription> subscriptions, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Adding, async connection =>
        {
            List<long> added = [];
            foreach (var subscription in subscriptions)
            {
                var (id, isNew) = await SubscribeAsync(connection, subscription, cancellationToken).ConfigureAwait(false);
                if (isNew)
                    added.Add(id);
                await AddTagsAsync(connection, id, subscription.Tags, cancellationToken).ConfigureAwait(false);
            }
            List<Feed> feeds = [];
            foreach (var id in added)
                feeds.Add((await FindAsync(connection, id, cancellationToken).ConfigureAwait(false))!);
            return (IReadOnlyList<Feed>)feeds;
        }, cancellationToken);

    private async Task<(long Id, bool IsNew)> SubscribeAsync(SqliteConnection connection, NewSubscription subscription,
        CancellationToken cancellationToken)
    {
        var feedUrl = subscription.FeedUrl.Trim();
        var known = await connection.QueryFirstOrDefaultAsync<KnownFeedRow>(
            "SELECT id, removed_at IS NOT NULL AS IsRemoved FROM feeds WHERE feed_url = @feedUrl",
            new { feedUrl, cancellationToken }).ConfigureAwait(false);
        if (known is { IsRemoved: 0 })
            return (known.Id, false);
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO feeds (feed_url, own_title, site_url, added_at) VALUES (@feedUrl, @ownTitle, @siteUrl, @now)
            ON CONFLICT (feed_url) DO UPDATE
               SET removed_at = NULL, own_title = excluded.own_title, site_url = coalesce(excluded.site_url, site_url),
                   added_at = excluded.added_at,
                   etag = NULL, last_modified = NULL, next_fetch_at = NULL, paused_until = NULL, error = NULL, failures = 0,
                   moving_to = NULL, gone_at = NULL, rhythm = NULL, time_to_live = NULL,
                   skip_hours = 0, skip_days = 0
            RETURNING id
            """,
            new { feedUrl, ownTitle = subscription.OwnTitle, siteUrl = subscription.SiteUrl, now = database.Now, cancellationToken })
                .ConfigureAwait(false);
        return (id, true);
    }

    private static async Task AddTagsAsync(SqliteConnection connection, long feedId, IReadOnlyList<string> tags,
        CancellationToken cancellationToken)
    {
        foreach (var tag in tags.Select(tag => tag.Trim()).Where(tag => tag.Length > 0))
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO feed_tags (feed_id, position, tag, folded)
                SELECT @feedId, (SELECT coalesce(max(position) + 1, 0) FROM feed_tags WHERE feed_id = @feedId), @tag, @folded
                 WHERE NOT EXISTS (SELECT 1 FROM feed_tags WHERE feed_id = @feedId AND folded = @folded)
                   AND EXISTS (SELECT 1 FROM feeds WHERE id = @feedId)
                """,
                new { feedId, tag, folded = Folded.Of(tag), cancellationToken }).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task SetTagsAsync(long feedId, IReadOnlyList<string> tags, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Tagging, async connection =>
    {
        await connection.ExecuteAsync("DELETE FROM feed_tags WHERE feed_id = @feedId", new { feedId, cancellationToken })
            .ConfigureAwait(false);
        await AddTagsAsync(connection, feedId, tags, cancellationToken).ConfigureAwait(false);
        return await TitleAsync(connection, feedId, cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task RenameAsync(long feedId, string? ownTitle, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Renaming, async connection =>
    {
        var title = await TitleAsync(connection, feedId, cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("UPDATE feeds SET own_title = @ownTitle WHERE id = @feedId",
            new { feedId, ownTitle = string.IsNullOrWhiteSpace(ownTitle) ? null : ownTitle.Trim(), cancellationToken })
                .ConfigureAwait(false);
        var muted = await MutedStories.OfAsync(connection, database.Now).ConfigureAwait(false);
        if (muted.NamesFeeds)
            await muted.LookAgainAsync(feedId).ConfigureAwait(false);
        return title;
    }, cancellationToken);

    /// <summary>
    /// Ends a subscription. Stories that the reader saved, pinned, commented on or has a draft for are kept, and the row of the feed with
    /// them.
    /// </summary>
    public Task RemoveAsync(long feedId, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Removing, async connection =>
    {
        var title = await TitleAsync(connection, feedId, cancellationToken).ConfigureAwait(false);
        FeedRemoval.DropStories(connection, feedId);
        await connection.ExecuteAsync("DELETE FROM feed_tags WHERE feed_id = @feedId", new { feedId, cancellationToken })
            .ConfigureAwait(false);
        FeedRemoval.DropFeed(connection, feedId, database.Now);
        return title;
    }, cancellationToken);

    private static async Task<string> TitleAsync(SqliteConnection connection, long feedId, CancellationToken cancellationToken) =>
        await connection.QueryFirstOrDefaultAsync<string>("SELECT coalesce(own_title, title, feed_url) FROM feeds WHERE id = @feedId",
            new { feedId, cancellationToken }).ConfigureAwait(false) ?? "a feed";

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, int>> StoreAsync(IReadOnlyList<FeedUpdate> updates, CancellationToken cancellationToken) =>
        _visits.StoreAsync(updates, cancellationToken);

    /// <inheritdoc/>
    public Task StoreFailuresAsync(IReadOnlyList<FeedFailure> failures, CancellationToken cancellationToken) =>
        _visits.StoreFailuresAsync(failures, cancellationToken);
}
