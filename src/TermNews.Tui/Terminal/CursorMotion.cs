namespace TermNews.Tui.Terminal;

/// <summary>Finds the shortest sequence that moves the cursor from one cell to another.</summary>
/// <param name="hasColumnAddress">The terminal supports CHA; the other sequences are those of the VT100.</param>
internal sealed class CursorMotion(bool hasColumnAddress)
{
    private const int WorthControls = 3;   // Up to this number, backspaces and line feeds are no longer than a sequence.

    /// <summary>The sequence.</summary>
    /// <param name="row">The row of the cursor, from 0; -1 if the position is unknown.</param>
    /// <param name="column">The column of the cursor, from 0.</param>
    /// <param name="toRow">The target row.</param>
    /// <param name="toColumn">The target column.</param>
    public string Between(int row, int column, int toRow, int toColumn)
    {
        var absolute = To(toRow, toColumn);
        if (row < 0)
            return absolute;
        var vertical = Vertical(toRow - row);
        var shortest = Shorter(absolute, Shorter("\r" + vertical + Horizontal(toColumn), vertical + Horizontal(toColumn - column)));
        return hasColumnAddress ? Shorter(shortest, vertical + Sequence(toColumn + 1, 'G')) : shortest;
    }

    /// <summary>The sequence for an unknown position of the cursor.</summary>
    public static string To(int row, int column) => (row, column) switch
    {
        (0, 0) => "\e[H",
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"\e[{row + 1}H"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\e[{row + 1};{column + 1}H"),
    };

    /// <summary>The cost in bytes of a motion to the right.</summary>
    public static int CostOfRight(int columns) => Sequence(columns, 'C').Length;

    private static string Shorter(string one, string other) => other.Length <= one.Length ? other : one;

    private static string Vertical(int rows) => rows switch
    {
        0 => string.Empty,
        < 0 => Sequence(-rows, 'A'),
        <= WorthControls => new string('\n', rows),
        _ => Sequence(rows, 'B'),
    };

    private static string Horizontal(int columns) => columns switch
    {
        0 => string.Empty,
        > 0 => Sequence(columns, 'C'),
        >= -WorthControls => new string('\b', -columns),
        _ => Sequence(-columns, 'D'),
    };

    private static string Sequence(int count, char final) =>
        count == 1 ? $"\e[{final}" : string.Create(CultureInfo.InvariantCulture, $"\e[{count}{final}");
}
