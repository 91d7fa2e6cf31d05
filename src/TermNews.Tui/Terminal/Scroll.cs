namespace TermNews.Tui.Terminal;

/// <summary>A block of rows that moved vertically between two frames, so that the terminal can scroll it.</summary>
/// <param name="First">The first row of the region.</param>
/// <param name="Last">Its last row.</param>
/// <param name="By">The rows by which the text moves up; negative for down.</param>
internal readonly record struct Scroll(int First, int Last, int By)
{
    /// <summary>Rows that must match: setting and resetting a scroll region costs about as much as one short row.</summary>
    private const int WorthScrolling = 2;

    /// <summary>The scroll that matches the most rows; null if none matches enough.</summary>
    /// <param name="before">The cells on the screen.</param>
    /// <param name="after">The new frame, of the same size.</param>
    public static Scroll? Find(ScreenCell[,] before, ScreenCell[,] after) =>
        Find(Hashes(before), Hashes(after), HashOf(ScreenCell.BlankFrame(1, after.GetLength(1)), 0));

    /// <summary>The screen after the scroll.</summary>
    public ScreenCell[,] Apply(ScreenCell[,] screen)
    {
        var scrolled = (ScreenCell[,])screen.Clone();
        for (var row = First; row <= Last; row++)
        {
            var from = row + By;
            for (var column = 0; column < screen.GetLength(1); column++)
                scrolled[row, column] = from >= First && from <= Last ? screen[from, column] : ScreenCell.Blank;
        }
        return scrolled;
    }

    private static int[] Hashes(ScreenCell[,] screen)
    {
        var hashes = new int[screen.GetLength(0)];
        for (var row = 0; row < hashes.Length; row++)
            hashes[row] = HashOf(screen, row);
        return hashes;
    }

    private static int HashOf(ScreenCell[,] screen, int row)
    {
        var hash = new HashCode();
        for (var column = 0; column < screen.GetLength(1); column++)
            hash.Add(screen[row, column]);
        return hash.ToHashCode();
    }

    private static Scroll? Find(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int blank)
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
