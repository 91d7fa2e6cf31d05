namespace TermNews.Core.Articles.Layout;

/// <summary>
/// Cuts a paragraph so that the squares of what its lines leave over are least together (the last line may be short): the ragged edge is
/// calm, as typesetters make it, instead of each line taking what fits.
/// </summary>
internal static class EvenLines
{
    /// <summary>Cuts it.</summary>
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

    /// <summary>A word alone on the last line costs as much as a somewhat ragged edge.</summary>
    private static double CostOf(TextPieces pieces, int first, int next, int left, int width)
    {
        if (next == pieces.Count)
            return first > 0 && left > width * 0.85 ? width * width * 0.04 : 0;
        return ((double)left * left) + (pieces.IsTornBefore(next) ? (double)width * width : 0);
    }
}
