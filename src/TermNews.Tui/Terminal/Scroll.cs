namespace TermNews.Tui.Terminal;

/// <summary>Rows that only moved up or down between two frames, so that the terminal can scroll them itself.</summary>
/// <param name="First">The first row of the region.</param>
/// <param name="Last">Its last row.</param>
/// <param name="By">How many rows the text goes up; down where it is negative.</param>
internal readonly record struct Scroll(int First, int Last, int By)
{
    private const int WorthScrolling = 3;

    /// <summary>The largest scroll that turns most of one frame into another; null where there is none worth its bytes.</summary>
    /// <param name="before">A hash for each row; equal where the rows are.</param>
    /// <param name="after">The same of the new frame.</param>
    /// <param name="blank">The hash of an empty row.</param>
    public static Scroll? Find(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int blank)
    {
        Scroll? best = null;
        var most = WorthScrolling - 1;
        for (var by = -(after.Length - 1); by < after.Length; by++)
        {
            if (by == 0)
                continue;
            for (var row = Math.Max(0, -by); row < after.Length - Math.Max(0, by); row++)
            {
                var length = RunLength(before, after, blank, row, by, out var gain);
                if (gain > most)
                    (most, best) = (gain, new Scroll(Math.Min(row, row + by), Math.Max(row + length - 1, row + length - 1 + by), by));
                row += length;
            }
        }
        return best;
    }

    private static int RunLength(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int blank, int row, int by, out int gain)
    {
        gain = 0;
        var length = 0;
        for (; row + length < after.Length && row + length + by < before.Length && row + length + by >= 0; length++)
        {
            var at = row + length;
            if (after[at] != before[at + by])
                break;
            if (after[at] != before[at] && after[at] != blank)
                gain++;
            else if (after[at] == before[at] && after[at] != blank)
                gain--;
        }
        return length;
    }
}
