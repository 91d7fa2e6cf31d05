using Attribute = Terminal.Gui.Drawing.Attribute;

namespace TermNews.Tui.Terminal;

/// <summary>What the terminal would do with the next character.</summary>
/// <param name="Row">Where the cursor stands, from 0; -1 where that is not sure.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Look">The look of what is written.</param>
/// <param name="Link">Where it leads, or null.</param>
internal readonly record struct Pen(int Row, int Column, Attribute Look, string? Link)
{
    /// <summary>Somewhere, writing plain text.</summary>
    public static Pen Unknown { get; } = new(-1, -1, SgrWriter.Plain, null);

    /// <summary>At the upper left, writing plain text.</summary>
    public static Pen Home { get; } = new(0, 0, SgrWriter.Plain, null);
}
