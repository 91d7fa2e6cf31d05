namespace TermNews.Tui.Terminal;

/// <summary>The terminal's state for the next character.</summary>
/// <param name="Row">The row of the cursor, from 0; -1 if it is uncertain.</param>
/// <param name="Column">The column of the cursor, from 0.</param>
/// <param name="Look">The current style.</param>
/// <param name="Link">The current link, or null.</param>
internal readonly record struct Pen(int Row, int Column, Attribute Look, string? Link)
{
    /// <summary>An unknown position with the plain style.</summary>
    public static Pen Unknown { get; } = new(-1, -1, SgrWriter.Plain, null);

    /// <summary>The upper left corner with the plain style.</summary>
    public static Pen Home { get; } = new(0, 0, SgrWriter.Plain, null);
}
