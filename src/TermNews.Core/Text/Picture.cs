namespace TermNews.Core.Text;

/// <summary>A picture as an array of pixels.</summary>
/// <param name="Width">The width in pixels, at least 1.</param>
/// <param name="Height">The height in pixels, at least 1.</param>
/// <param name="Pixels">Four bytes per pixel, in rows from the top left: red, green, blue and alpha (255 is opaque).</param>
public sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Bytes per pixel.</summary>
    public const int PixelSize = 4;

    /// <summary>The mean colour of a rectangle as 0xRRGGBB; -1 if more than half of it is transparent.</summary>
    /// <param name="left">The first column of pixels.</param>
    /// <param name="top">The first row of pixels.</param>
    /// <param name="right">The column after the last; at least one column is read.</param>
    /// <param name="bottom">The row after the last; at least one row is read.</param>
    public int MeanOf(int left, int top, int right, int bottom)
    {
        long red = 0, green = 0, blue = 0, alpha = 0, count = 0;
        for (var row = top; row < Math.Max(bottom, top + 1); row++)
        {
            for (var at = ((row * Width) + left) * PixelSize; at < ((row * Width) + Math.Max(right, left + 1)) * PixelSize; at += PixelSize)
            {
                long seen = Pixels[at + 3];
                (red, green, blue) = (red + (Pixels[at] * seen), green + (Pixels[at + 1] * seen), blue + (Pixels[at + 2] * seen));
                (alpha, count) = (alpha + seen, count + 1);
            }
        }
        return alpha * 2 <= count * byte.MaxValue ? -1 : (int)(((red / alpha) << 16) | ((green / alpha) << 8) | (blue / alpha));
    }
}

/// <summary>A picture with its size in cells.</summary>
/// <param name="picture">The picture.</param>
/// <param name="columns">Columns, at least 1.</param>
/// <param name="rows">Rows, at least 1.</param>
public sealed class PlacedPicture(Picture picture, int columns, int rows)
{
    /// <summary>The picture.</summary>
    public Picture Picture => picture;

    /// <summary>Its columns.</summary>
    public int Columns => columns;

    /// <summary>Its rows.</summary>
    public int Rows => rows;
}

/// <summary>One row of a picture on the screen.</summary>
/// <param name="Of">The picture.</param>
/// <param name="Row">The index of the row, from 0.</param>
public sealed record PictureRow(PlacedPicture Of, int Row);

/// <summary>The colours of a picture's cell as 0xRRGGBB; -1 for the terminal's default.</summary>
/// <param name="Foreground">The colour of the character.</param>
/// <param name="Background">The colour behind it.</param>
public readonly record struct Ink(int Foreground, int Background);
