namespace TermNews.Core.Articles.Layout;

/// <summary>
/// Breaks a paragraph so that the sum of the squared free cells of its lines is least (the last line may be short), as in Knuth and Plass,
/// "Breaking paragraphs into lines" (1981), instead of filling each line.
/// </summary>
internal static class EvenLines
{
    /// <summary>Adds the lines of a paragraph.</summary>
    public static void Fill(TextPieces pieces, int width, List<Range> lines)
    {
        var count = pieces.Count;
        var cost = new double[count + 1];
        var from = new int[count + 1];
        for (var next = 1; next <= count; next++)
        {
            cost[next] = double.MaxValue;
            for (var first = next - 1; first >= 0; first--)
            {
                var left = width - pieces.Width(first, next);
                if (left < 0)
                    break;
                var whole = cost[first] + CostOf(pieces, first, next, left, width);
                if (whole < cost[next])
                    (cost[next], from[next]) = (whole, first);
            }
        }
        var at = lines.Count;
        for (var next = count; next > 0; next = from[next])
            lines.Insert(at, pieces.Line(from[next], next));
    }

    /// <summary>The penalty of a single word on the last line (85 % free): that of a line with a fifth free. Both chosen by eye.</summary>
    private static double CostOf(TextPieces pieces, int first, int next, int left, int width)
    {
        if (next == pieces.Count)
            return first > 0 && left > width * 0.85 ? width * width * 0.04 : 0;
        return ((double)left * left) + (pieces.IsTornBefore(next) ? (double)width * width : 0);
    }
}
