using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Views;

/// <summary>
/// Writes lines of styled text into the cells of the screen, measured with <see cref="TextWidth"/>: a wide cluster takes two cells, the
/// second of them empty. Nothing else draws.
/// </summary>
internal sealed class LinePainter(
    Palette palette, FrameExtras extras, bool isAscii, bool hasLinks, KittyPictures? kitty = null, bool hasIsolates = false)
{
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    /// <summary>Where the cursor is shown; null hides it.</summary>
    public Point? Cursor
    {
        get => extras.Cursor;
        set => extras.Cursor = value;
    }

    /// <summary>Draws one row of an area; the rest of the row is blank.</summary>
    /// <param name="driver">The screen.</param>
    /// <param name="row">The row on the screen.</param>
    /// <param name="left">The first column.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="line">The text.</param>
    /// <param name="extra">A style for the whole row, over the runs' own: <see cref="TextStyle.Reverse"/> for the selected one.</param>
    public void Draw(IDriver driver, int row, int left, int width, TextLine line, TextStyle extra = TextStyle.Plain)
    {
        if (driver.Contents is not { } cells || row < 0 || row >= cells.GetLength(0))
            return;
        var end = Math.Min(left + width, cells.GetLength(1));
        var column = left;
        foreach (var run in line.Runs)
            column = DrawRun(cells, row, column, end, run, extra);
        if (hasIsolates)
            Isolate(cells, row, left, end, line);
        var blank = palette[extra];
        for (; column < end; column++)
            Put(cells, row, column, " ", blank, null);
        driver.GetOutputBuffer().DirtyLines[row] = true;
    }

    /// <summary>
    /// The texts from right to left, each without the blanks around it, so that the terminal orders nothing else of the row with them.
    /// </summary>
    private void Isolate(Cell[,] cells, int row, int left, int end, TextLine line)
    {
        var column = left;
        for (var at = 0; at < line.Runs.Count && column < end; at++)
        {
            var first = column;
            column += WidthOf(line.Runs[at]);
            if (!line.Runs[at].IsRightToLeft)
                continue;
            while (at + 1 < line.Runs.Count && line.Runs[at + 1].IsRightToLeft)
                column += WidthOf(line.Runs[++at]);
            var last = Math.Min(column, end) - 1;
            while (first < last && cells[row, first].Grapheme is " ")
                first++;
            while (last > first && cells[row, last].Grapheme is " " or "")
                last--;
            extras.Isolate(row, first, last);
        }
    }

    private static int WidthOf(TextRun run) => run.Picture?.Of.Columns ?? TextWidth.Of(run.Text);

    private int DrawRun(Cell[,] cells, int row, int column, int end, TextRun run, TextStyle extra)
    {
        if (run.Picture is { } picture)
            return DrawPicture(cells, row, column, end, picture);
        var look = run.Ink is { } ink ? new Attribute(ColourOf(ink.Foreground), ColourOf(ink.Background), Style.None)
            : palette[run.Style | extra];
        var link = hasLinks ? run.Link : null;
        var text = isAscii ? AsciiStandIns.For(run.Text) : run.Text;
        for (var at = 0; at < text.Length && column < end;)
        {
            var length = IsPlain(text, at) ? 1 : StringInfo.GetNextTextElementLength(text, at);
            var grapheme = length == 1 && text[at] < 128 ? Ascii[text[at]] : text.Substring(at, length);
            at += length;
            var width = TextWidth.OfGrapheme(grapheme);
            if (width == 0)
                continue;
            if (column + width > end)
                break;
            Put(cells, row, column, grapheme, look, link);
            if (width == 2)
                Put(cells, row, column + 1, string.Empty, look, link);
            column += width;
        }
        return column;
    }

    /// <summary>A row of a picture: placeholders where the terminal knows them, else blanks that it is drawn over.</summary>
    private int DrawPicture(Cell[,] cells, int row, int column, int end, PictureRow picture)
    {
        var look = kitty?.LookOf(picture.Of) ?? palette[TextStyle.Plain];
        for (var at = 0; at < picture.Of.Columns && column < end; at++, column++)
        {
            if (kitty is null)
            {
                Put(cells, row, column, " ", look, null);
                extras.SetPicture(row, column, new PictureCell(picture.Of, picture.Row, at));
            }
            else if (at < KittyPictures.Most && picture.Row < KittyPictures.Most)
            {
                Put(cells, row, column, KittyPictures.GraphemeAt(picture.Row, at), look, null);
            }
        }
        return column;
    }

    private static Color ColourOf(int rgb) => rgb < 0 ? Color.None : new Color(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);

    private static bool IsPlain(string text, int at) =>
        text[at] is >= ' ' and <= '~' && (at + 1 == text.Length || text[at + 1] < '\x7F');

    private void Put(Cell[,] cells, int row, int column, string grapheme, Attribute look, string? link)
    {
        cells[row, column] = new Cell(look, true, grapheme);
        extras.SetLink(row, column, link);
        extras.SetPicture(row, column, null);
        extras.SetPlain(row, column);
    }
}
