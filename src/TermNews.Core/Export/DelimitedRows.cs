namespace TermNews.Core.Export;

/// <summary>
/// Comma-separated (RFC 4180, but lines end in LF) and tab-separated values, both with a header. A text that a spreadsheet would run as a
/// formula gets an apostrophe before it (OWASP, CSV injection).
/// </summary>
internal static class DelimitedRows
{
    private static readonly RowFormat Commas = new(',', HasHeader: true);
    private static readonly RowFormat Tabs = new('\t', HasHeader: true);

    /// <summary><c>csv</c>.</summary>
    public static ExportFormat Csv { get; } = new("csv", IsDocument: false, Commas.OpenStories) { Rows = Commas };

    /// <summary><c>tsv</c>.</summary>
    public static ExportFormat Tsv { get; } = new("tsv", IsDocument: false, Tabs.OpenStories) { Rows = Tabs };
}

/// <summary>Writes a line a row, with a delimiter between the values.</summary>
internal sealed class DelimitedRows<T>(TextWriter output, IReadOnlyList<Column<T>> columns, char delimiter, bool hasHeader) : IRowWriter<T>
{
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n");

    public void Start()
    {
        if (hasHeader)
            WriteLine(columns.Select(static column => column.Name));
    }

    public void Write(T row) => WriteLine(columns.Select(column => Cell(column, column.Text(row) ?? "")));

    /// <summary>Numbers stay numbers, and so does the plain output without a header, which goes to programs.</summary>
    private string Cell(Column<T> column, string value)
    {
        var clean = delimiter == '\t' ? ForeignText.CleanLine(value) : value;
        return hasHeader && !column.IsNumber && clean.Length > 0 && FormulaStarts.Contains(clean[0]) ? "'" + clean : clean;
    }

    private void WriteLine(IEnumerable<string> values) => output.Write(string.Join(delimiter, values.Select(Quote)) + "\n");

    /// <summary>RFC 4180 quotes for commas. Tab-separated values have no quotes, so white space in a value becomes one space.</summary>
    private string Quote(string value) => delimiter == '\t'
        ? ForeignText.CleanLine(value)
        : value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
