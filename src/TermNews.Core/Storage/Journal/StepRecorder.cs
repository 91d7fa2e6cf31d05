using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;

namespace TermNews.Core.Storage.Journal;

/// <summary>
/// Records a step within a transaction: temporary triggers write the inverse of each change of a row, as
/// https://sqlite.org/undoredo.html describes. They are there only meanwhile, so nothing else pays for them; where the transaction is
/// rolled back they go, too.
/// </summary>
internal sealed class StepRecorder
{
    /// <summary>A quarter of a year: longer than a holiday or an illness.</summary>
    private const long LongestSeconds = 90 * 24 * 60 * 60;

    /// <summary>Several days of a busy reader, who makes some 260 marks by hand in a session.</summary>
    private const long MostSteps = 1000;

    /// <summary>Bytes: the stories of some 50 busy feeds, as their texts are kept compressed.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Steps and rows forgotten with one step, so that no write takes long: more than one step adds in the mean.</summary>
    private const int ForgottenSteps = 2, ForgottenRows = 1000;

    private const int RowColumns = 32;

    /// <summary>Bytes of a row without its values, about.</summary>
    private const int RowOverhead = 64;

    private static readonly string SizeOf =
        $"""
        SELECT coalesce(sum({RowOverhead} + octet_length(columns)
            + {string.Join(" + ", Enumerable.Range(1, RowColumns).Select(static at => $"coalesce(octet_length(v{at}), 0)"))}), 0)
          FROM journal_rows WHERE id BETWEEN @1 AND @2
        """;

    private readonly SqliteConnection _connection;
    private readonly PreparedStatements _statements;
    private readonly StepKind _kind;
    private readonly long _lastBefore;

    private StepRecorder(SqliteConnection connection, StepKind kind)
    {
        (_connection, _statements, _kind) = (connection, PreparedStatements.Of(connection), kind);
        _lastBefore = LastRow();
        Execute(kind.Begin);
    }

    /// <summary>Begins to record what is done on a connection.</summary>
    public static StepRecorder Start(SqliteConnection connection, StepKind kind) => new(connection, kind);

    /// <summary>Ends recording. Where anything changed, it is a step from now on, and undone steps cannot be done again.</summary>
    /// <param name="now">Unix seconds.</param>
    /// <param name="words">What was done.</param>
    public void Keep(long now, Func<string> words)
    {
        if (End() is not { } rows)
            return;
        _statements.Run(
            """
            DELETE FROM journal_rows WHERE id IN (
                SELECT r.id FROM journal_steps s CROSS JOIN journal_rows r ON r.id BETWEEN s.first_row AND s.last_row
                 WHERE s.undone_at IS NOT NULL)
            """);
        _statements.Run("DELETE FROM journal_steps WHERE undone_at IS NOT NULL");
        _statements.Run("INSERT INTO journal_steps (at, kind, words, first_row, last_row, size) VALUES (@1, @2, @3, @4, @5, @6)",
            now, _kind.Name, ForeignText.CleanLine(words()), rows.First, rows.Last, rows.Size);
        Forget(now);
    }

    /// <summary>Ends recording; what was recorded replaces the rows of a step that was turned.</summary>
    /// <param name="step">The id of the step.</param>
    /// <param name="undoneAt">Unix seconds; null where it was done again.</param>
    public void Replace(long step, long? undoneAt)
    {
        var rows = End() ?? (First: _lastBefore + 1, Last: _lastBefore, Size: 0);
        _statements.Run(
            """
            DELETE FROM journal_rows WHERE id BETWEEN (SELECT first_row FROM journal_steps WHERE id = @1)
                                                  AND (SELECT last_row FROM journal_steps WHERE id = @1)
            """, step);
        _statements.Run("UPDATE journal_steps SET undone_at = @2, first_row = @3, last_row = @4, size = @5 WHERE id = @1",
            step, undoneAt, rows.First, rows.Last, rows.Size);
    }

    private (long First, long Last, long Size)? End()
    {
        Execute(_kind.End);
        var last = LastRow();
        return last == _lastBefore ? null : (_lastBefore + 1, last, _statements.RunForNumber(SizeOf, _lastBefore + 1, last));
    }

    /// <summary>Forgets the oldest steps where there are too many, and rows that no step has any more; the newest step stays.</summary>
    private void Forget(long now)
    {
        _statements.Run(
            """
            DELETE FROM journal_steps WHERE id IN (
                SELECT id FROM journal_steps
                 WHERE id < (SELECT max(id) FROM journal_steps)
                   AND (at < @1 OR (SELECT count(*) > @2 OR sum(size) > @3 FROM journal_steps))
                 ORDER BY id LIMIT @4)
            """, now - LongestSeconds, MostSteps, MostBytes, ForgottenSteps);
        _statements.Run(
            """
            DELETE FROM journal_rows WHERE id IN (
                SELECT id FROM journal_rows WHERE id < (SELECT min(first_row) FROM journal_steps) ORDER BY id LIMIT @1)
            """, ForgottenRows);
    }

    private long LastRow() => _statements.RunForNumber("SELECT coalesce(max(id), 0) FROM journal_rows");

    private void Execute(string statements)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}

/// <summary>Changes of the reader.</summary>
internal static class Changes
{
    /// <summary>
    /// Runs work in a transaction that is on the disk when this returns, and records it in the same transaction: for what the reader did.
    /// Where it changed nothing, there is no step.
    /// </summary>
    public static Task<T> ChangeAsync<T>(
        this NewsDatabase database, Step<T> step, Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken) =>
        database.KeepAsync(async connection =>
        {
            var recorder = StepRecorder.Start(connection, step.Kind);
            var result = await work(connection).ConfigureAwait(false);
            recorder.Keep(database.Now, () => step.Words(result));
            return result;
        }, cancellationToken, step.Kind.Noun);
}
