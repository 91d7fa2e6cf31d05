using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Muting;
using TermNews.Core.Storage.Rows;

namespace TermNews.Core.Storage;

/// <summary>The mutes kept in a <see cref="NewsDatabase"/>.</summary>
/// <param name="database">The database.</param>
public sealed class MuteRepository(NewsDatabase database) : IMuteRepository
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Mute>> ListAsync(CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<Mute>>(
        async connection => [.. (await MutedStories.ListAsync(connection, database.Now).ConfigureAwait(false)).OrderBy(mute => mute.Kind)],
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MuteCount>> CountAsync(CancellationToken cancellationToken)
    {
        var mutes = await ListAsync(cancellationToken).ConfigureAwait(false);
        if (mutes.Count == 0)
            return [];
        var counts = new int[mutes.Count];
        foreach (var subject in await MutedAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var at = 0; at < counts.Length; at++)
                counts[at] += mutes[at].Covers(subject) ? 1 : 0;
        }
        return [.. mutes.Select((mute, at) => new MuteCount(mute, counts[at]))];
    }

    /// <inheritdoc/>
    public Task<int> CountUnreadableAsync(CancellationToken cancellationToken) => database.RunAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<MuteRow>(
                MuteRow.SelectActive, new { now = database.Now, cancellationToken }).ConfigureAwait(false);
            return rows.Count(row => row.ToMute() is null);
        }, cancellationToken);

    private Task<IReadOnlyList<MuteSubject>> MutedAsync(CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<MuteSubjectRow>(
            $"""
            SELECT {MuteSubjectRow.Columns} FROM {MuteSubjectRow.From}
             WHERE t.muted_until > 0 AND t.muted_until > @now AND t.hidden_at IS NULL AND f.removed_at IS NULL
            """,
            new { now = database.Now, cancellationToken }),
            static row => row.ToSubject(), cancellationToken);

    /// <inheritdoc/>
    public Task<MuteChange> AddAsync(Mute mute, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Muting, async connection =>
    {
        await connection.ExecuteAsync(
            "DELETE FROM mutes WHERE until <= @now", new { now = database.Now, cancellationToken }).ConfigureAwait(false);
        var before = await TakeAsync(connection, mute, cancellationToken).ConfigureAwait(false);
        await PutAsync(connection, mute, cancellationToken).ConfigureAwait(false);
        var kept = mute with { Until = MuteRow.ReadEnd(MuteRow.EndOf(mute.Until)) };
        return new MuteChange(kept, before, (await LookAgainAsync(connection, mute).ConfigureAwait(false)).Covered);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<int?> RemoveAsync(Mute mute, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Unmuting(mute), async connection =>
    {
        if (await TakeAsync(connection, mute, cancellationToken).ConfigureAwait(false) is null)
            return (int?)null;
        return (await LookAgainAsync(connection, mute).ConfigureAwait(false)).Free;
    }, cancellationToken);

    /// <inheritdoc/>
    public async Task ConfigureAsync(IReadOnlyList<Mute> configured, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        List<Mute> wanted = [.. configured.Where(mute => mute.IsActive(now)).Select(Kept)];
        if (database.IsReadOnly || await AreAsync(wanted, cancellationToken).ConfigureAwait(false))
            return;
        await database.WriteAsync(async connection =>
        {
            var had = await MutedStories.ListAsync(connection, database.Now).ConfigureAwait(false);
            await connection.ExecuteAsync("DELETE FROM mutes WHERE is_configured", new { cancellationToken }).ConfigureAwait(false);
            foreach (var mute in wanted)
                await PutAsync(connection, mute, cancellationToken).ConfigureAwait(false);
            foreach (var mute in had.Where(mute => mute.IsConfigured).Concat(wanted).Distinct().ToList())
                await LookAgainAsync(connection, mute).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> AreAsync(List<Mute> wanted, CancellationToken cancellationToken)
    {
        var had = await ListAsync(cancellationToken).ConfigureAwait(false);
        return wanted.ToHashSet().SetEquals(had.Where(mute => mute.IsConfigured));
    }

    private static Mute Kept(Mute mute) => mute with { IsConfigured = true, Until = MuteRow.ReadEnd(MuteRow.EndOf(mute.Until)) };

    private async Task<(int Covered, int Free)> LookAgainAsync(SqliteConnection connection, Mute mute) =>
        await (await MutedStories.OfAsync(connection, database.Now).ConfigureAwait(false)).LookAgainAsync(mute).ConfigureAwait(false);

    /// <summary>Deletes an active mute of the same kind and text. Returns it, or null if there is none.</summary>
    private async Task<Mute?> TakeAsync(SqliteConnection connection, Mute mute, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<MuteRow>(
            MuteRow.SelectActive, new { now = database.Now, cancellationToken }).ConfigureAwait(false);
        if (rows.FirstOrDefault(row => row.ToMute()?.IsSame(mute) ?? false) is not { } found)
            return null;
        await connection.ExecuteAsync("DELETE FROM mutes WHERE id = @id", new { id = found.Id, cancellationToken }).ConfigureAwait(false);
        return found.ToMute();
    }

    private static Task<int> PutAsync(SqliteConnection connection, Mute mute, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
        "INSERT INTO mutes (kind, text, feed_id, until, is_configured) VALUES (@kind, @text, @feedId, @until, @isConfigured)",
        new
        {
            kind = MuteKinds.WordOf(mute.Kind),
            text = mute.Text,
            feedId = mute.FeedId,
            until = MuteRow.EndOf(mute.Until),
            isConfigured = mute.IsConfigured,
            cancellationToken,
        });
}
