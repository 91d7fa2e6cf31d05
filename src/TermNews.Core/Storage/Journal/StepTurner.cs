using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;

namespace TermNews.Core.Storage.Journal;

/// <summary>
/// Does the inverse of each row of a step. What no longer applies, because a story or feed has gone meanwhile, is skipped: no statement
/// here fails by a constraint.
/// </summary>
/// <param name="connection">The database, within a transaction.</param>
/// <param name="kind">The kind of the step.</param>
/// <param name="now">Unix seconds.</param>
internal sealed class StepTurner(SqliteConnection connection, StepKind kind, long now)
{
    private const int RowsAtOnce = 200;   // Rows with texts have up to some 100 kB, so that is 20 MB of memory.

    private static readonly Dictionary<string, JournalTable> Tables = JournalTable.All.ToDictionary(static table => table.Name);

    private readonly PreparedStatements _statements = PreparedStatements.Of(connection);
    private readonly Dictionary<(string Deed, string Table, string Columns), string> _sql = [];
    private readonly Dictionary<long, long> _blocks = [];   // Blocks of texts whose numbers were taken meanwhile.

    /// <summary>What was touched.</summary>
    public TurnFacts Facts { get; } = new();

    /// <summary>Turns the rows of a step, from the last to the first.</summary>
    public void Turn(long firstRow, long lastRow)
    {
        var rows = new List<JournalRow>(RowsAtOnce);
        do
        {
            rows.Clear();
            using (var reader = _statements.Read(
                "SELECT * FROM journal_rows WHERE id BETWEEN @1 AND @2 ORDER BY id DESC LIMIT @3", firstRow, lastRow, RowsAtOnce))
            {
                while (reader.Read())
                    rows.Add(JournalRow.Read(reader));
            }
            foreach (var row in rows)
            {
                if (!Turn(row))
                    Facts.Skipped++;
                lastRow = row.Id - 1;
            }
        }
        while (rows.Count == RowsAtOnce);
    }

    private bool Turn(JournalRow row)
    {
        Facts.Take(row, _statements);
        return (row.Subject, row.Deed) switch
        {
            ("feeds", "delete") => Drop(row) && FeedRemoval.DropFeed(connection, row.Id1, now),
            ("feeds", "update") when row["removed_at"] is long => Drop(row) && Run(row) > 0,
            ("stories", "insert") => Run(row) > 0 && _statements.Run("INSERT OR IGNORE INTO unindexed VALUES (@1)", row.Id1) >= 0,
            ("comments", "delete") when !kind.LeavesTombstones => DeleteWithoutTombstone(row),
            ("text_blocks", "insert") => InsertBlock(row),
            ("story_text", "insert") => InsertText(row),
            _ => Run(row) > 0,
        };
    }

    private bool Drop(JournalRow row)
    {
        Facts.StoriesGone += FeedRemoval.DropStories(connection, row.Id1, row[JournalTable.Kept] as string);
        return true;
    }

    private bool DeleteWithoutTombstone(JournalRow row)
    {
        string? uid = null;
        using (var found = _statements.Read("SELECT uid FROM comments WHERE id = @1", row.Id1))
            uid = found.Read() && !found.IsDBNull(0) ? found.GetString(0) : null;
        var isDeleted = Run(row) > 0;
        if (isDeleted && uid is not null)
            _statements.Run("DELETE FROM comment_tombstones WHERE uid = @1", uid);
        return isDeleted;
    }

    private bool InsertBlock(JournalRow row)
    {
        if (Run(row) == 0)
            _blocks[row.Id1] = _statements.RunForNumber(
                "INSERT INTO text_blocks (texts, packed) VALUES (@1, @2) RETURNING id", row["texts"], row["packed"]);
        return true;
    }

    private bool InsertText(JournalRow row)
    {
        var block = row["block_id"] is long known ? _blocks.GetValueOrDefault(known, known) : 0;
        return _statements.Run(
            $"""
            INSERT OR IGNORE INTO story_text (story_id, block_id, place)
            SELECT @1, @2, @3 WHERE {JournalTable.MarkOf("@2")} = @4 AND EXISTS (SELECT 1 FROM stories WHERE id = @1)
            """, row.Id1, block, row["place"], row[JournalTable.BlockMark]) > 0;
    }

    private int Run(JournalRow row) => _statements.Run(SqlOf(row), row.Values);

    private string SqlOf(JournalRow row)
    {
        var key = (row.Deed, row.Subject, row.ColumnList);
        if (!_sql.TryGetValue(key, out var sql))
            _sql.Add(key, sql = Make(row, Tables.GetValueOrDefault(row.Subject)));
        return sql;
    }

    /// <summary>The statement is made of names that are known here; none of the file's own words get into it.</summary>
    private static string Make(JournalRow row, JournalTable? table)
    {
        if (table is null || row.Columns.Except(table.Columns).Except([JournalTable.Kept]).Any())
            throw new NewsException(NewsFault.Unreadable, "A newer version of this program made the last change; undo it with that one.");
        var places = row.Columns.Index().ToDictionary(static pair => pair.Item, static pair => $"@{pair.Index + 1}");
        var isIt = string.Join(" AND ", table.Key.Select(column => $"{column} IS {places[column]}"));
        return row.Deed switch
        {
            "delete" => $"DELETE FROM {table.Name} WHERE {isIt}",
            "update" => $"UPDATE OR IGNORE {table.Name} SET {string.Join(", ", row.Columns.Intersect(table.Others)
                .Select(column => $"{column} = {places[column]}"))} WHERE {isIt}",
            _ => $"INSERT OR IGNORE INTO {table.Name} ({row.ColumnList}) SELECT {string.Join(", ", places.Values)}"
                + string.Concat(table.Parents.Select((parent, at) =>
                    $" {(at == 0 ? "WHERE" : "AND")} EXISTS (SELECT 1 FROM {parent.Table} WHERE id = {places[parent.Column]})")),
        };
    }
}

/// <summary>A row of <c>journal_rows</c>.</summary>
internal sealed record JournalRow(long Id, string Deed, string Subject, string ColumnList, object?[] Values)
{
    private const int FirstValue = 4;   // The columns before: id, deed, subject, columns.

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; } = ColumnList.Split(',');

    /// <summary>The first value, where it is the id of a row.</summary>
    public long Id1 => Values[0] as long? ?? 0;

    /// <summary>The value of a column; null if it has none or is not there.</summary>
    public object? this[string column] => Columns.Index().Where(pair => pair.Item == column).Select(pair => Values[pair.Index])
        .FirstOrDefault();

    /// <summary>Reads a row.</summary>
    public static JournalRow Read(SqliteDataReader reader)
    {
        var columns = reader.GetString(3);
        var values = new object?[columns.AsSpan().Count(',') + 1];
        for (var at = 0; at < values.Length; at++)
            values[at] = reader.IsDBNull(FirstValue + at) ? null : reader.GetValue(FirstValue + at);
        return new JournalRow(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), columns, values);
    }
}
