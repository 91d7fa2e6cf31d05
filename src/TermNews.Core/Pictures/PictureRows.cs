namespace TermNews.Core.Pictures;

/// <summary>Lays out a picture in rows of cells, assuming that a cell is twice as high as wide.</summary>
internal static class PictureRows
{
    /// <summary>Rows of a picture at most, so that text around it stays on a screen of 24 rows.</summary>
    private const int MostRows = 20;

    /// <summary>Pixels per column at least: small pictures are not enlarged.</summary>
    private const int PixelsOfColumn = 8;

    /// <summary>The rows of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cells">The available columns.</param>
    /// <param name="form">The form.</param>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Of(Picture picture, int cells, PictureForm form)
    {
        var (columns, rows) = SizeOf(picture, cells);
        return form switch
        {
            PictureForm.HalfBlocks => [.. Enumerable.Range(0, rows).Select(row => HalfBlocks(picture, columns, rows, row))],
            PictureForm.Placed => Placed(new PlacedPicture(picture, columns, rows)),
            PictureForm.None => [],
        };
    }

    private static (int Columns, int Rows) SizeOf(Picture picture, int cells)
    {
        var columns = Math.Clamp((picture.Width + PixelsOfColumn - 1) / PixelsOfColumn, 1, cells);
        var rows = Math.Max(1, (int)Math.Round(columns * (double)picture.Height / picture.Width / 2));
        return rows <= MostRows
            ? (columns, rows)
            : (Math.Clamp((int)Math.Round(MostRows * 2.0 * picture.Width / picture.Height), 1, columns), MostRows);
    }

    private static List<TextRun> HalfBlocks(Picture picture, int columns, int rows, int row)
    {
        List<TextRun> runs = [];
        for (var column = 0; column < columns; column++)
        {
            var (above, below) = (MeanOf(picture, columns, rows, column, 2 * row), MeanOf(picture, columns, rows, column, (2 * row) + 1));
            runs.Add((above, below) switch
            {
                (-1, -1) => new TextRun(" ") { Ink = new Ink(-1, -1) },
                (-1, _) => new TextRun("▄") { Ink = new Ink(below, -1) },
                _ => new TextRun("▀") { Ink = new Ink(above, below) },
            });
        }
        return runs;
    }

    private static int MeanOf(Picture picture, int columns, int rows, int column, int half) => picture.MeanOf(
        column * picture.Width / columns, half * picture.Height / (2 * rows), (column + 1) * picture.Width / columns,
        (half + 1) * picture.Height / (2 * rows));

    private static List<IReadOnlyList<TextRun>> Placed(PlacedPicture placed) =>
    [
        .. Enumerable.Range(0, placed.Rows)
            .Select(row =>
                (IReadOnlyList<TextRun>)[new TextRun(new string(' ', placed.Columns)) { Picture = new PictureRow(placed, row) }]),
    ];
}
