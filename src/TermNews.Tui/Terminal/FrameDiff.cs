namespace TermNews.Tui.Terminal;

/// <summary>
/// One encoding of a frame as a difference to the screen: the changed cells, with the shortest cursor motions and style changes between
/// them.
/// </summary>
internal sealed class FrameDiff(ScreenCell[,] frame, Pen pen, TerminalTraits traits)
{
    private const int WorthErasing = 4, WorthErasingInside = 11;
    private readonly StringBuilder _output = new();
    private readonly CursorMotion _motion = new(traits.HasColumnAddress);
    private readonly SgrWriter _looks = new(traits.Colors);
    private ScreenCell[,] _before = new ScreenCell[0, 0];
    private int _doubtfulUntil;   // Cells of the row up to here may show part of a cluster that is wider in this terminal.

    /// <summary>The state of the terminal after it.</summary>
    public Pen Pen { get; private set; } = pen;

    /// <summary>The screen is cleared first.</summary>
    public bool ClearsFirst { get; set; }

    /// <summary>The length in UTF-16 units.</summary>
    public int Length => _output.Length;

    private int Rows => frame.GetLength(0);

    private int Columns => frame.GetLength(1);

    /// <inheritdoc/>
    public override string ToString() => _output.ToString();

    /// <summary>Appends a sequence that changes neither cursor nor style.</summary>
    public void Append(string sequence) => _output.Append(sequence);

    /// <summary>Scrolls with a scroll region and line feeds or reverse indexes, which every terminal supports.</summary>
    public void Scroll(Scroll scroll)
    {
        _output.Append(CultureInfo.InvariantCulture, $"\e[{scroll.First + 1};{scroll.Last + 1}r");
        if (scroll.By > 0)
            _output.Append(CultureInfo.InvariantCulture, $"\e[{scroll.Last + 1}H").Append('\n', scroll.By);
        else
            _output.Append(CursorMotion.To(scroll.First, 0)).Insert(_output.Length, "\eM", -scroll.By);
        _output.Append("\e[r");
        Pen = Pen with { Row = -1, Column = -1 };   // DECSTBM homes the cursor by specification, but not in every emulator.
    }

    /// <summary>Appends the changed cells; ends with the plain style and no link.</summary>
    /// <param name="before">The cells on the screen.</param>
    public void Draw(ScreenCell[,] before)
    {
        _before = before;
        for (var row = 0; row < Rows; row++)
            DrawRow(row);
        Link(null, 0);
        Look(SgrWriter.Plain);
    }

    /// <summary>Moves the cursor.</summary>
    public void MoveTo(int row, int column)
    {
        if (Pen.Row == row && Pen.Column == column)
            return;
        _output.Append(_motion.Between(Pen.Row, Pen.Column, row, column));
        Pen = Pen with { Row = row, Column = column };
    }

    private void DrawRow(int row)
    {
        var blankFrom = BlankFrom(row);
        _doubtfulUntil = 0;
        for (var column = 0; column < Columns;)
        {
            var width = WidthAt(row, column);
            if (IsShown(row, column, width))
            {
                column += width;
                continue;
            }
            if (column >= blankFrom && (column < _doubtfulUntil || CountChanged(row, column, Columns) >= WorthErasing))
            {
                Erase(row, column, "\e[K");
                return;
            }
            column = EraseInside(row, column) ?? Repeat(row, column) ?? Send(row, column, width);
        }
    }

    private int WidthAt(int row, int column) =>
        column + 1 < Columns && frame[row, column + 1].IsRightHalf && !frame[row, column].IsRightHalf ? 2 : 1;

    private bool IsShown(int row, int column, int width) =>
        column >= _doubtfulUntil && _before[row, column] == frame[row, column] && (width == 1 || _before[row, column + 1].IsRightHalf);

    private int BlankFrom(int row)
    {
        var from = Columns;
        while (from > 0 && frame[row, from - 1] == ScreenCell.Blank)
            from--;
        return from;
    }

    private int CountChanged(int row, int column, int end)
    {
        var count = 0;
        for (; column < end; column++)
            count += _before[row, column] == frame[row, column] ? 0 : 1;
        return count;
    }

    private void Erase(int row, int column, string sequence)
    {
        MoveTo(row, column);
        Link(null, row);
        Look(SgrWriter.Plain);
        _output.Append(sequence);
    }

    /// <summary>Erases a long run of blanks inside a row (ECH); null where overwriting is shorter.</summary>
    private int? EraseInside(int row, int column)
    {
        if (!traits.HasEraseCharacters || frame[row, column] != ScreenCell.Blank)
            return null;
        var end = column;
        while (end < Columns && frame[row, end] == ScreenCell.Blank)
            end++;
        if (CountChanged(row, column, end) < WorthErasingInside || end == Columns || _before[row, end].IsRightHalf)
            return null;
        Erase(row, column, string.Create(CultureInfo.InvariantCulture, $"\e[{end - column}X"));
        return end;
    }

    /// <summary>Sends a run of one character with a repetition (REP); null where it is not shorter.</summary>
    private int? Repeat(int row, int column)
    {
        var cell = frame[row, column];
        if (!traits.HasRepeat || !HasSureWidth(cell, 1))
            return null;
        var end = column + 1;
        while (end < Columns && frame[row, end] == cell)
            end++;
        var again = string.Create(CultureInfo.InvariantCulture, $"\e[{end - column - 1}b");
        if (CountChanged(row, column, end) != end - column
            || Encoding.UTF8.GetByteCount(cell.Grapheme) * (end - column - 1) <= again.Length)
            return null;
        Send(row, column, 1);
        _output.Append(again);
        Pen = end < Columns ? Pen with { Column = end } : Pen with { Row = -1, Column = -1 };
        return end;
    }

    private int Send(int row, int column, int width)
    {
        var cell = frame[row, column];
        if (!StepOver(row, column))
            MoveTo(row, column);
        Link(cell.Link, row);
        LookFor(cell);
        if (DisputedWidth.Is(cell.Grapheme, width))
            return SendDisputed(cell, row, column, width);
        _output.Append(cell.IsRightHalf ? " " : cell.Grapheme);
        Pen = column + width < Columns && HasSureWidth(cell, width) ? Pen with { Row = row, Column = column + width }
            : Pen with { Row = -1, Column = -1 };
        return column + width;
    }

    /// <summary>
    /// Writes a cluster of disputed width. Its cells are blanked first, for terminals where it is narrower, and the cells behind it are
    /// sent again, for terminals where it is wider; at the right edge it must not wrap.
    /// </summary>
    private int SendDisputed(ScreenCell cell, int row, int column, int width)
    {
        var most = DisputedWidth.MostCells(cell.Grapheme);
        var mayWrap = column + most > Columns;
        _output.Append(mayWrap ? "\e[?7l" : string.Empty).Append(' ', width).Append(CursorMotion.To(row, column))
            .Append(cell.Grapheme).Append(mayWrap ? "\e[?7h" : string.Empty);
        _doubtfulUntil = Math.Max(_doubtfulUntil, Math.Min(Columns, column + most));
        Pen = Pen with { Row = -1, Column = -1 };
        return column + width;
    }

    /// <summary>Whether the cursor's position is certain after a cell, which it is only after plain characters.</summary>
    private static bool HasSureWidth(ScreenCell cell, int width) =>
        KittyPictures.Is(cell.Grapheme) || cell.Grapheme.Length == 1 && (width == 1 || cell.Grapheme[0] < '\uFB00')
            && !char.IsSurrogate(cell.Grapheme[0]);

    /// <summary>Sends the unchanged cells between two changed ones again where that is shorter than a motion.</summary>
    private bool StepOver(int row, int column)
    {
        if (Pen.Row != row || Pen.Column < 0 || Pen.Column >= column)
            return false;
        var cost = 0;
        for (var at = Pen.Column; at < column; at++)
        {
            var cell = frame[row, at];
            cost += Encoding.UTF8.GetByteCount(cell.Grapheme);
            if (cell.Link != Pen.Link || !HasSureWidth(cell, 1) || WidthAt(row, at) > 1 || !Suits(cell)
                || cost >= CursorMotion.CostOfRight(column - Pen.Column))
                return false;
        }
        for (var at = Pen.Column; at < column; at++)
            _output.Append(frame[row, at].Grapheme);
        return true;
    }

    private bool Suits(ScreenCell cell) => Pen.Look == cell.Look || (cell.IsSpace && SgrWriter.OnBlank(Pen.Look) == cell.Look);

    private void LookFor(ScreenCell cell)
    {
        if (!Suits(cell))
            Look(cell.Look);
    }

    private void Look(Attribute look)
    {
        _looks.AppendChange(_output, Pen.Look, look);
        Pen = Pen with { Look = look };
    }

    /// <summary>
    /// Starts or ends a hyperlink (OSC 8); one that continues in the next row has an id, so that terminals highlight it as one.
    /// </summary>
    private void Link(string? link, int row)
    {
        if (link == Pen.Link)
            return;
        _output.Append("\e]8;");
        if (link is not null && (LeadsTo(row - 1, link) || LeadsTo(row + 1, link)))
            _output.Append(CultureInfo.InvariantCulture, $"id={(ushort)Hash(link):x}");
        _output.Append(';').Append(link).Append("\e\\");
        Pen = Pen with { Link = link };
    }

    private bool LeadsTo(int row, string link)
    {
        if (row < 0 || row >= Rows)
            return false;
        for (var column = 0; column < Columns; column++)
        {
            if (frame[row, column].Link == link)
                return true;
        }
        return false;
    }

    /// <summary>A hash that is the same in every run (FNV-1a), unlike <see cref="string.GetHashCode()"/>.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
}
