namespace TermNews.Core.Export;

/// <summary>A format that writes any table row by row.</summary>
/// <param name="Delimiter">The character between two values; null for JSON.</param>
/// <param name="HasHeader">Delimited rows begin with a line of column names.</param>
/// <param name="IsArray">JSON rows are the elements of one array, not a line each.</param>
public sealed record RowFormat(char? Delimiter = null, bool HasHeader = false, bool IsArray = false)
{
    /// <summary>A writer for columns.</summary>
    public IRowWriter<T> Open<T>(TextWriter output, IReadOnlyList<Column<T>> columns) => Delimiter is { } delimiter
        ? new DelimitedRows<T>(output, columns, delimiter, HasHeader)
        : new JsonRows<T>(output, columns, IsArray);

    /// <summary>A writer for the chosen fields of stories.</summary>
    internal IRowWriter<ExportedStory> OpenStories(TextWriter output, ExportSettings settings) => Open(output, settings.Fields.Columns);
}
