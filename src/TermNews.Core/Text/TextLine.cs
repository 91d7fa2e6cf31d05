namespace TermNews.Core.Text;

/// <summary>How a run of text looks; the terminal decides how much of it can be shown.</summary>
[Flags]
public enum TextStyle
{
    /// <summary>As it is.</summary>
    Plain = 0,

    /// <summary>Heavier: headlines, strong, unread.</summary>
    Bold = 1,

    /// <summary>Lighter: dates, captions, marks of lesser weight.</summary>
    Dim = 2,

    /// <summary>Slanted: emphasis.</summary>
    Italic = 4,

    /// <summary>Underlined: links.</summary>
    Underline = 8,

    /// <summary>Struck through.</summary>
    Strike = 16,

    /// <summary>Foreground and background changed: the selected row, a found word.</summary>
    Reverse = 32,

    /// <summary>Code.</summary>
    Code = 64,

    /// <summary>A section's heading or an accent.</summary>
    Accent = 128,

    /// <summary>Something is wrong.</summary>
    Warning = 256,

    /// <summary>Black on white, whatever the terminal's colours are: codes for a camera.</summary>
    BlackOnWhite = 512,
}

/// <summary>Text of one look inside a line; never holds control characters or line feeds.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Its look.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain)
{
    /// <summary>Where it leads (an OSC 8 hyperlink), or null.</summary>
    public string? Link { get; init; }

    /// <summary>
    /// The number of the selectable thing it belongs to (a link, a related story, a share action), counted from 0 in its document; -1 for
    /// none.
    /// </summary>
    public int Target { get; init; } = -1;

    /// <summary>It belongs to text that runs from right to left. The text is in the order in which it is read, as all text is.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Colours of its own, where it is a part of a picture; null for those of the style.</summary>
    public Ink? Ink { get; init; }

    /// <summary>The row of a picture that the terminal draws over its blanks; null for none.</summary>
    public PictureRow? Picture { get; init; }
}

/// <summary>One line of a screen, laid out for a width.</summary>
/// <param name="Runs">Its text, from left to right.</param>
/// <param name="Block">The block of the document it belongs to, counted from 0; -1 for none.</param>
public sealed record TextLine(IReadOnlyList<TextRun> Runs, int Block = -1)
{
    /// <summary>A line without text.</summary>
    public static TextLine Empty { get; } = new([]);

    /// <summary>The text alone.</summary>
    public override string ToString() => string.Concat(Runs.Select(run => run.Text));
}
