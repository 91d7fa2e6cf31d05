using TermNews.Core.Reader.Overlays;

namespace TermNews.Core.Reader.Session;

/// <summary>The state of the whole reader.</summary>
public sealed record ReaderState
{
    /// <summary>The scopes of the open screens, the one in front last.</summary>
    public IReadOnlyList<KeyScope> Screens { get; init; } = [];

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Rows of the terminal.</summary>
    public int Height { get; init; } = 24;

    /// <summary>The areas of the screen in front.</summary>
    public ReaderLayout Layout { get; init; } = ReaderLayout.OfPage(0, 1);

    /// <summary>The prompt that is open, or null.</summary>
    public ReaderPrompt? Prompt { get; init; }

    /// <summary>The question that waits for an answer, or null.</summary>
    public ReaderQuestion? Question { get; init; }

    /// <summary>The menu or note that is open, or null.</summary>
    public ReaderMenu? Menu { get; init; }

    /// <summary>The last event, for the status row; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>The notice is about a failure.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The progress of a refresh in words; null while there is none.</summary>
    public string? Progress { get; init; }

    /// <summary>The progress of a refresh in percent, 0 to 100; null while there is none, or before its first feed is counted.</summary>
    public int? Percent { get; init; }

    /// <summary>The sample edition is shown.</summary>
    public bool IsSample { get; init; }

    /// <summary>The first keys of an unfinished sequence, or empty.</summary>
    public string KeysBegun { get; init; } = string.Empty;

    /// <summary>The comment box is open.</summary>
    public bool IsWriting { get; init; }

    /// <summary>The reader has left; the program ends.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The scope of the screen in front.</summary>
    public KeyScope Screen => Screens[^1];

    /// <summary>List and article are beside each other.</summary>
    public bool IsWide => Width >= ReaderLayout.WideWidth;

    /// <summary>There is room for a notice of one line only.</summary>
    public bool IsTooSmall => Width < ReaderLayout.LeastWidth || Height < ReaderLayout.LeastHeight;
}
