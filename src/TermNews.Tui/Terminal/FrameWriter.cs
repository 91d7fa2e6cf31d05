using System.Drawing;
using System.Globalization;
using System.Text;
using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Turns a frame into the bytes that change the screen into it: only cells that differ from the last frame are sent. A shadow
/// of the last frame is kept; <see cref="Forget"/> drops it when the screen may show something else.
/// </summary>
internal sealed class FrameWriter
{
    private const int WorthErasing = 4, WorthRepeating = 4, WorthScrolling = 4;
    private readonly StringBuilder _output = new();
    private ScreenCell[,] _shadow = new ScreenCell[0, 0];
    private bool _isUnknown = true;
    private Attribute? _look;
    private string? _link;
    private int _row = -1, _column = -1;   // The terminal's cursor; -1 when it is not known.
    private Point? _cursor;

    private readonly record struct ScreenCell(string Grapheme, Attribute Look, string? Link)
    {
        public static ScreenCell Blank { get; } = new(" ", SgrWriter.Plain, null);
    }

    /// <summary>The next frame is sent whole.</summary>
    public void Forget() => _isUnknown = true;

    /// <summary>What to send for a frame; empty where nothing changed.</summary>
    public string Write(Cell[,] cells, FrameExtras extras)
    {
        _output.Clear();
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        if (_isUnknown || _shadow.GetLength(0) != rows || _shadow.GetLength(1) != columns)
            StartAnew(rows, columns);
        else
            ScrollWhatMoved(cells, extras, rows, columns);
        for (var row = 0; row < rows; row++)
            WriteRow(cells, extras, row, columns);
        SetLink(null);
        if (_output.Length > 0)
            SgrWriter.AppendChange(_output, _look, SgrWriter.Plain);
        _look = SgrWriter.Plain;
        PlaceCursor(extras.Cursor);
        return _output.ToString();
    }

    private void StartAnew(int rows, int columns)
    {
        _shadow = new ScreenCell[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                _shadow[row, column] = ScreenCell.Blank;
        }
        (_isUnknown, _look, _link, _row, _column, _cursor) = (false, SgrWriter.Plain, null, 0, 0, null);
        _output.Append("\e[m\e[?25l\e[H\e[2J");
    }

    private void ScrollWhatMoved(Cell[,] cells, FrameExtras extras, int rows, int columns)
    {
        if (CountChangedRows(cells, extras, rows, columns) <= WorthScrolling)
            return;
        var (before, after, blank) = (new int[rows], new int[rows], 0);
        for (var column = 0; column < columns; column++)
        {
            blank = HashCode.Combine(blank, ScreenCell.Blank);
            for (var row = 0; row < rows; row++)
            {
                before[row] = HashCode.Combine(before[row], _shadow[row, column]);
                after[row] = HashCode.Combine(after[row], CellAt(cells, extras, row, column));
            }
        }
        if (Scroll.Find(before, after, blank) is not { } scroll)
            return;
        SendScroll(scroll);
        ShiftShadow(scroll, columns);
    }

    private int CountChangedRows(Cell[,] cells, FrameExtras extras, int rows, int columns)
    {
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            var column = 0;
            while (column < columns && _shadow[row, column] == CellAt(cells, extras, row, column))
                column++;
            count += column < columns ? 1 : 0;
        }
        return count;
    }

    /// <summary>With a scroll region and line feeds or reverse indexes, which every terminal has.</summary>
    private void SendScroll(Scroll scroll)
    {
        _output.Append(CultureInfo.InvariantCulture, $"\e[{scroll.First + 1};{scroll.Last + 1}r");
        if (scroll.By > 0)
            _output.Append(CultureInfo.InvariantCulture, $"\e[{scroll.Last + 1}H").Append('\n', scroll.By);
        else
            _output.Append(CultureInfo.InvariantCulture, $"\e[{scroll.First + 1}H").Insert(_output.Length, "\eM", -scroll.By);
        _output.Append("\e[r");
        (_row, _column) = (0, 0);
    }

    private void ShiftShadow(Scroll scroll, int columns)
    {
        var old = (ScreenCell[,])_shadow.Clone();
        for (var row = scroll.First; row <= scroll.Last; row++)
        {
            var from = row + scroll.By;
            for (var column = 0; column < columns; column++)
                _shadow[row, column] = from >= scroll.First && from <= scroll.Last ? old[from, column] : ScreenCell.Blank;
        }
    }

    private void WriteRow(Cell[,] cells, FrameExtras extras, int row, int columns)
    {
        var blankFrom = BlankFrom(cells, extras, row, columns);
        for (var column = 0; column < columns;)
        {
            var cell = CellAt(cells, extras, row, column);
            var width = IsWide(cells, row, column, columns) ? 2 : 1;
            if (_shadow[row, column] == cell && (width == 1 || _shadow[row, column + 1].Grapheme.Length == 0))
            {
                column += width;
                continue;
            }
            if (column >= blankFrom && CountChanged(cells, extras, row, column, columns) > WorthErasing)
            {
                Erase(row, column, columns);
                return;
            }
            MoveTo(row, column, cells, extras);
            Send(cell, row, column, width);
            column += width;
        }
    }

    private static ScreenCell CellAt(Cell[,] cells, FrameExtras extras, int row, int column)
    {
        ref var cell = ref cells[row, column];
        var look = cell.Attribute ?? SgrWriter.Plain;
        return new ScreenCell(cell.Grapheme ?? " ", look, extras.LinkAt(row, column));
    }

    private static bool IsWide(Cell[,] cells, int row, int column, int columns) =>
        column + 1 < columns && cells[row, column + 1].Grapheme is { Length: 0 } && cells[row, column].Grapheme is { Length: > 0 };

    private static int BlankFrom(Cell[,] cells, FrameExtras extras, int row, int columns)
    {
        var from = columns;
        while (from > 0 && CellAt(cells, extras, row, from - 1) == ScreenCell.Blank)
            from--;
        return from;
    }

    private int CountChanged(Cell[,] cells, FrameExtras extras, int row, int column, int columns)
    {
        var count = 0;
        for (; column < columns; column++)
            count += _shadow[row, column] == CellAt(cells, extras, row, column) ? 0 : 1;
        return count;
    }

    private void Erase(int row, int column, int columns)
    {
        Address(row, column);
        SetLink(null);
        Look(SgrWriter.Plain);
        _output.Append("\e[K");
        for (; column < columns; column++)
            _shadow[row, column] = ScreenCell.Blank;
    }

    private void Send(ScreenCell cell, int row, int column, int width)
    {
        SetLink(cell.Link);
        Look(cell.Look);
        _output.Append(cell.Grapheme.Length == 0 ? " " : cell.Grapheme);
        _shadow[row, column] = cell;
        if (width == 2)
            _shadow[row, column + 1] = cell with { Grapheme = string.Empty };
        // Terminals disagree on the width of clusters, and wait at the last column: the place is only sure after plain characters.
        var isSure = column + width < _shadow.GetLength(1) && cell.Grapheme.Length == 1 && (width == 1 || cell.Grapheme[0] < '\uFB00');
        (_row, _column) = isSure ? (row, column + width) : (-1, -1);
    }

    private void MoveTo(int row, int column, Cell[,] cells, FrameExtras extras)
    {
        if (_row == row && _column == column)
            return;
        if (_row == row && _column >= 0 && _column < column && column - _column < WorthRepeating && CanRepeat(row, column, cells, extras))
        {
            for (; _column < column; _column++)
                _output.Append(_shadow[row, _column].Grapheme);
            return;
        }
        Address(row, column);
    }

    /// <summary>A few unchanged cells between two changed ones are cheaper sent again than stepped over.</summary>
    private bool CanRepeat(int row, int column, Cell[,] cells, FrameExtras extras)
    {
        for (var at = _column; at < column; at++)
        {
            var cell = CellAt(cells, extras, row, at);
            if (cell.Look != _look || cell.Link != _link || cell.Grapheme is not [>= ' ' and <= '~'])
                return false;
        }
        return true;
    }

    private void Address(int row, int column)
    {
        if (_row == row && _column == column)
            return;
        if (_row == row && _column >= 0 && column > _column)
            _output.Append(CultureInfo.InvariantCulture, $"\e[{column - _column}C");
        else if (column == 0 && _row >= 0 && row == _row + 1)
            _output.Append("\r\n");
        else if (column == 0)
            _output.Append(CultureInfo.InvariantCulture, $"\e[{row + 1}H");
        else
            _output.Append(CultureInfo.InvariantCulture, $"\e[{row + 1};{column + 1}H");
        (_row, _column) = (row, column);
    }

    private void Look(Attribute look)
    {
        SgrWriter.AppendChange(_output, _look, look);
        _look = look;
    }

    private void SetLink(string? link)
    {
        if (link == _link)
            return;
        _output.Append("\e]8;;").Append(link).Append("\e\\");
        _link = link;
    }

    private void PlaceCursor(Point? cursor)
    {
        if (cursor is not { } place)
        {
            if (_cursor is not null)
                _output.Append("\e[?25l");
            _cursor = null;
            return;
        }
        if (_output.Length == 0 && _cursor == cursor)
            return;
        Address(place.Y, place.X);
        if (_cursor is null)
            _output.Append("\e[?25h");
        _cursor = cursor;
    }
}
