namespace TermNews.Core.Export;

/// <summary>What a writer of stories needs to know about the list.</summary>
public sealed class ExportSettings
{
    /// <summary>The chosen fields.</summary>
    public required StoryFields Fields { get; init; }

    /// <summary>The title of the list, for example "Latest".</summary>
    public required string Title { get; init; }

    /// <summary>The current time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The width of the terminal in cells; null if the text goes elsewhere.</summary>
    public int? TerminalWidth { get; init; }
}
