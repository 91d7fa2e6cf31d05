namespace TermNews.Core.Export;

/// <summary>JSON: one array (RFC 8259), or one object a line (NDJSON).</summary>
internal static class JsonRows
{
    private static readonly RowFormat Array = new(IsArray: true);
    private static readonly RowFormat Lines = new();

    /// <summary><c>json</c>.</summary>
    public static ExportFormat Json { get; } = new("json", IsDocument: false, Array.OpenStories) { Rows = Array };

    /// <summary><c>ndjson</c> or <c>jsonl</c>.</summary>
    public static ExportFormat Ndjson { get; } = new("ndjson", IsDocument: false, Lines.OpenStories) { OtherWord = "jsonl", Rows = Lines };
}

/// <summary>Writes rows as JSON objects, a line each.</summary>
internal sealed class JsonRows<T>(TextWriter output, IReadOnlyList<Column<T>> columns, bool isArray) : IRowWriter<T>
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private bool _hasOne;

    public void Start()
    {
        if (isArray)
            output.Write('[');
    }

    public void Write(T row)
    {
        if (isArray)
            output.Write(_hasOne ? ",\n" : "\n");
        _hasOne = true;
        _bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_bytes, JsonText.Options))
            Column.WriteObject(json, columns, row);
        output.Write(Encoding.UTF8.GetString(_bytes.WrittenSpan));
        if (!isArray)
            output.Write('\n');
    }

    public void Finish()
    {
        if (isArray)
            output.Write(_hasOne ? "\n]\n" : "]\n");
    }
}
