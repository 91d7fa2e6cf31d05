using Terminal.Gui.Drawing;

namespace TermNews.Tui.Terminal;

/// <summary>The visible content of one cell.</summary>
/// <param name="Grapheme">Its grapheme cluster; empty for the right half of a wide one.</param>
/// <param name="Look">Its style, normalised for blanks: a bold space equals a plain one.</param>
/// <param name="Link">Its link (OSC 8), or null.</param>
/// <param name="Picture">The part of a picture over it, or null.</param>
internal readonly record struct ScreenCell(string Grapheme, Attribute Look, string? Link, PictureCell? Picture = null)
{
    /// <summary>A cell of a cleared screen.</summary>
    public static ScreenCell Blank { get; } = new(" ", SgrWriter.Plain, null);

    /// <summary>Only its background is visible.</summary>
    public bool IsSpace => Grapheme is " ";

    /// <summary>The right half of a wide cluster.</summary>
    public bool IsRightHalf => Grapheme.Length == 0;

    /// <summary>The cells of a frame.</summary>
    public static ScreenCell[,] FrameOf(Cell[,] cells, FrameExtras extras)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var frame = new ScreenCell[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var cell = Of(cells[row, column], extras.LinkAt(row, column), extras.PictureAt(row, column));
                frame[row, column] = cell with { Grapheme = extras.MarkedAt(row, column, cell.Grapheme) };
            }
        }
        return frame;
    }

    /// <summary>The cells of a cleared screen.</summary>
    public static ScreenCell[,] BlankFrame(int rows, int columns)
    {
        var frame = new ScreenCell[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                frame[row, column] = Blank;
        }
        return frame;
    }

    private static ScreenCell Of(Cell cell, string? link, PictureCell? picture)
    {
        var (grapheme, look) = (StrayJoiners.Drop(cell.Grapheme ?? " "), cell.Attribute ?? SgrWriter.Plain);
        return new ScreenCell(grapheme, grapheme is " " ? SgrWriter.OnBlank(look) : look, link, picture);
    }
}
