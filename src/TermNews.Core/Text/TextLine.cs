namespace TermNews.Core.Text;

/// <summary>The style of a run of text; a terminal shows as much of it as it can.</summary>
[Flags]
public enum TextStyle
{
    /// <summary>Plain.</summary>
    Plain = 0,

    /// <summary>Bold: headlines, strong, unread.</summary>
    Bold = 1,

    /// <summary>Faint: dates, captions, minor marks.</summary>
    Dim = 2,

    /// <summary>Italic: emphasis.</summary>
    Italic = 4,

    /// <summary>Underlined: links.</summary>
    Underline = 8,

    /// <summary>Struck through.</summary>
    Strike = 16,

    /// <summary>Reverse video: the selected row, a found word.</summary>
    Reverse = 32,

    /// <summary>Code.</summary>
    Code = 64,

    /// <summary>A heading or an accent.</summary>
    Accent = 128,

    /// <summary>An error.</summary>
    Warning = 256,

    /// <summary>Black on white whatever the terminal's colours are: QR codes.</summary>
    BlackOnWhite = 512,
}

/// <summary>Text of one style within a line, without control characters.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Its style.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain)
{
    /// <summary>Its link (OSC 8), or null.</summary>
    public string? Link { get; init; }

    /// <summary>The index of its selectable target (a link, a related story, a share action) in the document; -1 for none.</summary>
    public int Target { get; init; } = -1;

    /// <summary>It belongs to right-to-left text, which is stored in logical order.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Its own colours, for parts of a picture; null for those of the style.</summary>
    public Ink? Ink { get; init; }

    /// <summary>The row of a picture that the terminal draws over its spaces; null for none.</summary>
    public PictureRow? Picture { get; init; }
}

/// <summary>A line of the screen, laid out for a width.</summary>
/// <param name="Runs">Its runs from left to right.</param>
/// <param name="Block">The index of its block in the document; -1 for none.</param>
public sealed record TextLine(IReadOnlyList<TextRun> Runs, int Block = -1)
{
    /// <summary>An empty line.</summary>
    public static TextLine Empty { get; } = new([]);

    /// <summary>The text without styles.</summary>
    public override string ToString() => string.Concat(Runs.Select(run => run.Text));
}
