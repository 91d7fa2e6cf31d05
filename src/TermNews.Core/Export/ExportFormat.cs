namespace TermNews.Core.Export;

/// <summary>How stories are written.</summary>
public enum ExportFormat
{
    /// <summary>Aligned columns on a terminal, tab-separated and unabridged elsewhere.</summary>
    Text,

    /// <summary>One JSON array (RFC 8259).</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>Comma-separated values with a header (RFC 4180, but lines end in LF).</summary>
    Csv,

    /// <summary>Tab-separated values with a header.</summary>
    Tsv,

    /// <summary>Markdown (CommonMark).</summary>
    Markdown,

    /// <summary>One self-contained page.</summary>
    Html,

    /// <summary>An Atom 1.0 feed (RFC 4287).</summary>
    Atom,
}

/// <summary>The words that users type for formats: one table, in the order the help gives them.</summary>
public static class ExportFormats
{
    private static readonly (string Word, ExportFormat Format)[] Table =
    [
        ("text", ExportFormat.Text), ("json", ExportFormat.Json), ("ndjson", ExportFormat.Ndjson), ("jsonl", ExportFormat.Ndjson),
        ("csv", ExportFormat.Csv), ("tsv", ExportFormat.Tsv),
        ("md", ExportFormat.Markdown), ("html", ExportFormat.Html), ("atom", ExportFormat.Atom),
    ];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Table.Select(row => row.Word)];

    /// <summary>The format a word names.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it names none.</exception>
    public static ExportFormat Parse(string word)
    {
        foreach (var row in Table)
        {
            if (row.Word == word)
                return row.Format;
        }
        throw new NewsException(NewsFault.WrongUse, $"There is no format '{word}'. It is one of {string.Join(", ", Words)}.");
    }
}
