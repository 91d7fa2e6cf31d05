namespace TermNews.Core.Export;

/// <summary>A table that commands print in every row format: its columns, and its lines on a terminal.</summary>
/// <param name="columns">All columns, in the order of the output.</param>
public sealed class Table<T>(params IReadOnlyList<Column<T>> columns)
{
    /// <summary>The columns of plain text that does not go to a terminal; null for all.</summary>
    public IReadOnlyList<Column<T>>? Plain { get; init; }

    /// <summary>Composes the aligned lines for a terminal from the rows and the width in cells. Longer lines are cut.</summary>
    public required Func<IReadOnlyList<T>, int, IEnumerable<string>> Aligned { get; init; }

    /// <summary>Prints the table.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="word">The format, one of <see cref="ExportFormats.ForTables"/>.</param>
    /// <param name="width">The width of the terminal in cells; null if the output goes elsewhere.</param>
    public void Write(TextWriter output, IReadOnlyList<T> rows, string word, int? width)
    {
        var format = ExportFormats.Parse(word);
        if (format.IsPlainText && width is { } cells)
        {
            foreach (var line in Aligned(rows, cells))
                output.Write(TextWidth.Fit(line, cells).TrimEnd() + "\n");
            return;
        }
        var writer = format.Rows!.Open(output, format.IsPlainText ? Plain ?? columns : columns);
        writer.Start();
        foreach (var row in rows)
            writer.Write(row);
        writer.Finish();
    }
}
