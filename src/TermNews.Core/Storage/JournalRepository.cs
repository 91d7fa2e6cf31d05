using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Storage.Values;
using TermNews.Core.Undoing;

namespace TermNews.Core.Storage;

/// <summary>The journal kept in a <see cref="NewsDatabase"/>.</summary>
/// <param name="database">The database.</param>
public sealed class JournalRepository(NewsDatabase database) : IJournal
{
    private const string Columns = "id, at, kind, words, undone_at, first_row, last_row";

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalTurn>> UndoAsync(int count, CancellationToken cancellationToken) =>
        TurnAsync(count, isUndo: true, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalTurn>> RedoAsync(int count, CancellationToken cancellationToken) =>
        TurnAsync(count, isUndo: false, cancellationToken);

    private async Task<IReadOnlyList<JournalTurn>> TurnAsync(int count, bool isUndo, CancellationToken cancellationToken)
    {
        var turns = await database.KeepAsync(async connection =>
        {
            List<JournalTurn> turned = [];
            while (turned.Count < count && await NextAsync(connection, isUndo, cancellationToken).ConfigureAwait(false) is { } step)
                turned.Add(await TurnAsync(connection, step, isUndo ? database.Now : null).ConfigureAwait(false));
            return turned;
        }, cancellationToken, isUndo ? "an undo" : "a redo").ConfigureAwait(false);
        if (turns.Exists(static turn => turn.StoriesBack > 0))   // A search finds them again; cut short, the next refresh goes on with it.
            await new SearchIndex(database).CatchUpAsync(IndexPace.AtOnce, cancellationToken).ConfigureAwait(false);
        return turns;
    }

    private static Task<StepRow?> NextAsync(SqliteConnection connection, bool isUndo, CancellationToken cancellationToken) => isUndo
        ? connection.QueryFirstOrDefaultAsync<StepRow?>(
            $"SELECT {Columns} FROM journal_steps WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1", new { cancellationToken })
        : connection.QueryFirstOrDefaultAsync<StepRow?>(
            $"SELECT {Columns} FROM journal_steps WHERE undone_at IS NOT NULL ORDER BY id LIMIT 1", new { cancellationToken });

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalStep>> ListAsync(CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<StepRow>(
            $"SELECT {Columns} FROM journal_steps ORDER BY id DESC", new { cancellationToken }),
            static row => row.ToStep(), cancellationToken);

    private async Task<JournalTurn> TurnAsync(SqliteConnection connection, StepRow step, long? undoneAt)
    {
        if (StepKinds.All.FirstOrDefault(kind => kind.Name == step.Kind) is not { } kind)
            throw new NewsException(NewsFault.Unreadable,
                $"A newer version of this program made the last change ({step.Words}); undo it with that one.");
        var recorder = StepRecorder.Start(connection, kind);
        var turner = new StepTurner(connection, kind, database.Now);
        turner.Turn(step.FirstRow, step.LastRow);
        var facts = turner.Facts;
        await facts.SettleAsync(connection, database.Now).ConfigureAwait(false);
        recorder.Replace(step.Id, undoneAt);
        return new JournalTurn(step.Words)
        {
            Now = await StatusOfAsync(connection, [.. facts.Marked]).ConfigureAwait(false),
            CommentsOf = [.. facts.Commented],
            ChangesLists = kind.ChangesLists,
            StoriesBack = facts.StoriesBack,
            StoriesGone = facts.StoriesGone,
            Skipped = facts.Skipped,
        };
    }

    private static async Task<IReadOnlyList<StatusBefore>> StatusOfAsync(SqliteConnection connection, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = await connection.QueryAsync<StatusRow>(
            $"SELECT {StatusRow.Columns} FROM story_status t WHERE t.story_id IN (SELECT value FROM json_each(@ids))",
            new { ids = StorageJson.OfIds(ids) }).ConfigureAwait(false);
        return [.. rows.Select(static row => row.ToBefore())];
    }
}

/// <summary>A row of <c>journal_steps</c>.</summary>
internal sealed class StepRow
{
    public long Id { get; set; }
    public long At { get; set; }
    public string Kind { get; set; } = "";
    public string Words { get; set; } = "";
    public long? UndoneAt { get; set; }
    public long FirstRow { get; set; }
    public long LastRow { get; set; }

    public JournalStep ToStep() => new(Id, UnixTime.Read(At), Kind, Words, UnixTime.Read(UndoneAt));
}
