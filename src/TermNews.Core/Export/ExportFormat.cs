namespace TermNews.Core.Export;

/// <summary>A format of lists, declared by its writer and listed in <see cref="ExportFormats"/>. The front door of this folder.</summary>
/// <param name="Word">The word that users type.</param>
/// <param name="IsDocument">The full text and the comments of a story belong to it, whatever fields were chosen.</param>
/// <param name="Open">Makes a writer for stories.</param>
public sealed record ExportFormat(string Word, bool IsDocument, Func<TextWriter, ExportSettings, IRowWriter<ExportedStory>> Open)
{
    /// <summary>A second word for the same format, or null.</summary>
    public string? OtherWord { get; init; }

    /// <summary>Plain text, which is aligned, shortened and limited on a terminal.</summary>
    public bool IsPlainText { get; init; }

    /// <summary>How it writes rows of any table; null if it writes stories only.</summary>
    public RowFormat? Rows { get; init; }

    /// <summary>How it writes a digest; null if it does not.</summary>
    public Action<TextWriter, Digest>? Digest { get; init; }

    /// <summary>The words that name it.</summary>
    public IEnumerable<string> Words => OtherWord is null ? [Word] : [Word, OtherWord];
}

/// <summary>The catalog of formats, in the order of the help.</summary>
public static class ExportFormats
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        AlignedStoryWriter.Format, JsonRows.Json, JsonRows.Ndjson, DelimitedRows.Csv, DelimitedRows.Tsv, MarkdownStoryWriter.Format,
        HtmlStoryWriter.Format, AtomStoryWriter.Format,
    ];

    /// <summary>The words for stories.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.SelectMany(static format => format.Words)];

    /// <summary>The words for tables.</summary>
    public static IReadOnlyList<string> ForTables { get; } = WordsOf(static format => format.Rows is not null);

    /// <summary>The words for digests.</summary>
    public static IReadOnlyList<string> ForDigests { get; } = WordsOf(static format => format.Digest is not null);

    /// <summary>The format that a word names.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such format.</exception>
    public static ExportFormat Parse(string word) => All.FirstOrDefault(format => format.Words.Contains(word))
        ?? throw new NewsException(NewsFault.WrongUse, $"There is no format '{word}'. It is one of {string.Join(", ", Words)}.");

    private static IReadOnlyList<string> WordsOf(Func<ExportFormat, bool> isMeant) =>
        [.. All.Where(isMeant).SelectMany(static format => format.Words)];
}
