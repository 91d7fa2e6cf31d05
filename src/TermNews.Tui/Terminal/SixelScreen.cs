using TermNews.Core.Pictures;

namespace TermNews.Tui.Terminal;

/// <summary>Draws the pictures of a frame over their blank cells, and redraws them when they move or their cells are written.</summary>
/// <param name="cellSize">The size of a cell in pixels.</param>
internal sealed class SixelScreen(Func<Size> cellSize)
{
    private Dictionary<PlacedPicture, Area> _shown = [];

    /// <summary>The position of a picture and its visible rows.</summary>
    private readonly record struct Area(int Row, int Column, int First, int Count);

    /// <summary>There are pictures on the screen.</summary>
    public bool IsInUse => _shown.Count > 0;

    /// <summary>The bytes to send after the cells of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="isAnew">The screen was cleared.</param>
    public string Draw(ScreenCell[,] frame, bool isAnew)
    {
        var areas = AreasOf(frame);
        var output = new StringBuilder();
        foreach (var (picture, area) in areas)
        {
            if (isAnew || !_shown.TryGetValue(picture, out var before) || before != area)
                output.Append("\e7").Append(CursorMotion.To(area.Row, area.Column)).Append(SixelWriter.Write(PartOf(picture, area)))
                    .Append("\e8");
        }
        _shown = areas;
        return output.ToString();
    }

    private static Dictionary<PlacedPicture, Area> AreasOf(ScreenCell[,] frame)
    {
        Dictionary<PlacedPicture, Area> areas = [];
        for (var row = 0; row < frame.GetLength(0); row++)
        {
            for (var column = 0; column < frame.GetLength(1); column++)
            {
                if (frame[row, column].Picture is not { Column: 0 } cell)
                    continue;
                areas[cell.Of] = areas.TryGetValue(cell.Of, out var area)
                    ? area with { Count = area.Count + 1 }
                    : new Area(row, column, cell.Row, 1);
            }
        }
        return areas;
    }

    private Picture PartOf(PlacedPicture placed, Area area)
    {
        var cell = cellSize();
        var whole = PictureFile.Resize(placed.Picture, placed.Columns * cell.Width, placed.Rows * cell.Height);
        var row = whole.Width * cell.Height * Picture.PixelSize;
        return new Picture(whole.Width, area.Count * cell.Height, whole.Pixels[(area.First * row)..((area.First + area.Count) * row)]);
    }
}

/// <summary>A cell that is covered by a picture.</summary>
/// <param name="Of">The picture.</param>
/// <param name="Row">The row within it.</param>
/// <param name="Column">The column within it.</param>
internal readonly record struct PictureCell(PlacedPicture Of, int Row, int Column);
