namespace TermNews.Core.Export;

/// <summary>Writes stories in one format, one after the other, without keeping them.</summary>
public interface IStoryWriter
{
    /// <summary>Writes what stands before the first story.</summary>
    void Start();

    /// <summary>Writes a story.</summary>
    void Write(ExportedStory exported);

    /// <summary>Writes what stands after the last story.</summary>
    void Finish();
}

/// <summary>What a writer is told about the list.</summary>
public sealed record ExportSettings
{
    /// <summary>The chosen fields.</summary>
    public required StoryFields Fields { get; init; }

    /// <summary>The list's name for people ("Latest").</summary>
    public required string Title { get; init; }

    /// <summary>The time now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The width of the terminal that text goes to, in cells; null where it goes elsewhere.</summary>
    public int? TerminalWidth { get; init; }
}

/// <summary>Makes the writer of a format.</summary>
public static class StoryWriters
{
    /// <summary>The writer of a format.</summary>
    public static IStoryWriter Create(ExportFormat format, TextWriter output, ExportSettings settings) => format switch
    {
        ExportFormat.Text when settings is { TerminalWidth: { } width } => new AlignedStoryWriter(output, width, settings.Now),
        ExportFormat.Text => new DelimitedStoryWriter(output, settings.Fields, DelimitedStoryWriter.Tabs, hasHeader: false),
        ExportFormat.Json => new JsonStoryWriter(output, settings.Fields, isArray: true),
        ExportFormat.Ndjson => new JsonStoryWriter(output, settings.Fields, isArray: false),
        ExportFormat.Csv => new DelimitedStoryWriter(output, settings.Fields, DelimitedStoryWriter.Commas, hasHeader: true),
        ExportFormat.Tsv => new DelimitedStoryWriter(output, settings.Fields, DelimitedStoryWriter.Tabs, hasHeader: true),
        ExportFormat.Markdown => new MarkdownStoryWriter(output, settings),
        ExportFormat.Html => new HtmlStoryWriter(output, settings),
        ExportFormat.Atom => new AtomStoryWriter(output, settings),
    };
}
