using System.Globalization;

namespace TermNews.Tui.Tests.Terminal;

/// <summary>Reads sixels back into pixels, as a terminal does.</summary>
internal static class SixelReader
{
    /// <summary>The colour of each pixel as 0xRRGGBB; -1 where none was set.</summary>
    public static int[,] Read(string sequence, int width, int height)
    {
        var pixels = new int[height, width];
        for (var at = 0; at < width * height; at++)
            pixels[at / width, at % width] = -1;
        var colours = new Dictionary<int, int>();
        var (row, column, colour, count) = (0, 0, 0, 1);
        for (var at = sequence.IndexOf('q', StringComparison.Ordinal) + 1; sequence[at] != '\e';)
        {
            switch (sequence[at])
            {
                case '"': Numbers(sequence, ref at); break;
                case '#' when Numbers(sequence, ref at) is { } numbers:
                    colour = numbers[0];
                    if (numbers.Length == 5)
                        colours[colour] = (numbers[2] * 255 / 100 << 16) | (numbers[3] * 255 / 100 << 8) | (numbers[4] * 255 / 100);
                    break;
                case '!': count = Numbers(sequence, ref at)[0]; break;
                case '$': (column, at) = (0, at + 1); break;
                case '-': (row, column, at) = (row + 6, 0, at + 1); break;
                default:
                    for (; count > 0; count--, column++)
                    {
                        for (var bit = 0; bit < 6; bit++)
                        {
                            if (((sequence[at] - '?') >> bit & 1) != 0)
                                pixels[row + bit, column] = colours[colour];
                        }
                    }
                    (count, at) = (1, at + 1);
                    break;
            }
        }
        return pixels;
    }

    private static int[] Numbers(string text, ref int at)
    {
        var start = ++at;
        while (char.IsAsciiDigit(text[at]) || text[at] == ';')
            at++;
        return [.. text[start..at].Split(';').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
    }
}
