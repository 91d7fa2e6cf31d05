namespace TermNews.Core.Text;

/// <summary>A picture as pixels.</summary>
/// <param name="Width">Pixels, 1 or more.</param>
/// <param name="Height">Pixels, 1 or more.</param>
/// <param name="Pixels">Four bytes each, from left to right and from top to bottom: red, green, blue, and how little is seen through (0 to
/// 255).</param>
public sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Bytes of a pixel.</summary>
    public const int PixelSize = 4;

    /// <summary>
    /// The mean colour of a part, as red, green and blue in a byte each (0xRRGGBB); -1 where more than half of it is seen through.
    /// </summary>
    /// <param name="left">The first column of pixels.</param>
    /// <param name="top">The first row of pixels.</param>
    /// <param name="right">The column after the last; at least one column is taken.</param>
    /// <param name="bottom">The row after the last; at least one row is taken.</param>
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

/// <summary>A picture with the cells of the screen that it takes.</summary>
/// <param name="picture">The picture.</param>
/// <param name="columns">Columns, 1 or more.</param>
/// <param name="rows">Rows, 1 or more.</param>
public sealed class PlacedPicture(Picture picture, int columns, int rows)
{
    /// <summary>The picture.</summary>
    public Picture Picture => picture;

    /// <summary>Columns that it takes.</summary>
    public int Columns => columns;

    /// <summary>Rows that it takes.</summary>
    public int Rows => rows;
}

/// <summary>One row of a picture on the screen.</summary>
/// <param name="Of">The picture.</param>
/// <param name="Row">Which of its rows, counted from 0.</param>
public sealed record PictureRow(PlacedPicture Of, int Row);

/// <summary>Colours of a cell that is a part of a picture, as 0xRRGGBB; -1 for the terminal's own.</summary>
/// <param name="Foreground">Of the letter.</param>
/// <param name="Background">Of what is behind it.</param>
public readonly record struct Ink(int Foreground, int Background);
