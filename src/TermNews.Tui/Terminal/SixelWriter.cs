namespace TermNews.Tui.Terminal;

/// <summary>Encodes pictures as sixels (DEC STD 070 §8, VT340): bands of six pixel rows, with one pass per colour of the band.</summary>
internal static class SixelWriter
{
    private const int Reds = 6, Greens = 7, Blues = 6, Band = 6;

    private static readonly int[] Bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

    /// <summary>Encodes a picture at the cursor's position. Transparent pixels leave the screen as it is.</summary>
    public static string Write(Picture picture)
    {
        var colours = Quantize(picture);
        var output = new StringBuilder();
        output.Append(CultureInfo.InvariantCulture, $"\eP0;1;0q\"1;1;{picture.Width};{picture.Height}");
        foreach (var colour in colours.Where(colour => colour >= 0).Distinct().Order())
            AppendColour(output, colour);
        for (var top = 0; top < picture.Height; top += Band)
        {
            var rows = Math.Min(Band, picture.Height - top);
            var inBand = colours.AsSpan(top * picture.Width, rows * picture.Width).ToArray();
            foreach (var colour in inBand.Where(colour => colour >= 0).Distinct().Order())
                AppendPass(output, inBand, picture.Width, colour);
            output.Append('-');
        }
        return output.Append("\e\\").ToString();
    }

    private static void AppendColour(StringBuilder output, int colour)
    {
        var (red, green, blue) = (colour / (Greens * Blues), colour / Blues % Greens, colour % Blues);
        output.Append(
            CultureInfo.InvariantCulture, $"#{colour};2;{red * 100 / (Reds - 1)};{green * 100 / (Greens - 1)};{blue * 100 / (Blues - 1)}");
    }

    private static void AppendPass(StringBuilder output, int[] band, int width, int colour)
    {
        output.Append(CultureInfo.InvariantCulture, $"#{colour}");
        var (last, count) = (-1, 0);
        for (var column = 0; column < width; column++)
        {
            var bits = 0;
            for (var row = 0; row * width < band.Length; row++)
                bits |= band[(row * width) + column] == colour ? 1 << row : 0;
            if (bits != last)
            {
                AppendRun(output, last, count);
                (last, count) = (bits, 0);
            }
            count++;
        }
        if (last > 0)
            AppendRun(output, last, count);
        output.Append('$');
    }

    private static void AppendRun(StringBuilder output, int bits, int count)
    {
        const int worthCounting = 4;
        if (count >= worthCounting)
            output.Append(CultureInfo.InvariantCulture, $"!{count}").Append((char)('?' + bits));
        else
            output.Append((char)('?' + Math.Max(0, bits)), count);
    }

    /// <summary>Reduces a picture to 252 colours with dithering; -1 for transparent pixels.</summary>
    private static int[] Quantize(Picture picture)
    {
        var colours = new int[picture.Width * picture.Height];
        for (var at = 0; at < colours.Length; at++)
        {
            var pixel = picture.Pixels.AsSpan(at * Picture.PixelSize, Picture.PixelSize);
            var doubt = Bayer[(at / picture.Width % 4 * 4) + (at % picture.Width % 4)];
            colours[at] = pixel[3] < 128 ? -1
                : (((Step(pixel[0], Reds, doubt) * Greens) + Step(pixel[1], Greens, doubt)) * Blues) + Step(pixel[2], Blues, doubt);
        }
        return colours;
    }

    private static int Step(byte value, int steps, int doubt) =>
        Math.Min(steps - 1, ((value * (steps - 1) * 32) + (((2 * doubt) + 1) * byte.MaxValue)) / (32 * byte.MaxValue));
}
