using System.Globalization;
using TermNews.Core.Text;

namespace TermNews.Tui.Tests.Terminal;

/// <summary>
/// A terminal without a window: takes bytes, keeps the screen. It knows what the output layer may send, and fails on all else.
/// </summary>
internal sealed class TestTerminal
{
    private readonly string[,] _cells;
    private readonly string[,] _looks;
    private readonly string?[,] _links;
    private SortedSet<string> _look = [];
    private string? _link;
    private int _row, _column, _first, _last;

    public TestTerminal(int columns, int rows)
    {
        (Columns, Rows) = (columns, rows);
        _cells = new string[rows, columns];
        _looks = new string[rows, columns];
        _links = new string?[rows, columns];
        _last = rows - 1;
        EraseAll();
    }

    public int Columns { get; }

    public int Rows { get; }

    public bool IsCursorShown { get; private set; }

    public (int Column, int Row) Cursor => (_column, _row);

    /// <summary>What can be seen of a cell: of a blank, its background and lines only.</summary>
    public string CellAt(int row, int column)
    {
        var look = _looks[row, column].Split(' ');
        if (_cells[row, column] == " " && !look.Any(name => name is "s4" or "s7" or "s9"))
            look = [.. look.Where(name => name.StartsWith('b'))];
        return $"{_cells[row, column]}|{string.Join(' ', look)}|{_links[row, column]}";
    }

    public string Row(int row) => string.Concat(Enumerable.Range(0, Columns).Select(column => _cells[row, column]));

    public void Take(string output)
    {
        for (var at = 0; at < output.Length;)
        {
            if (output[at] == '\e')
                at = TakeSequence(output, at + 1);
            else if (output[at] == '\r')
                (_column, at) = (0, at + 1);
            else if (output[at] == '\n')
                at = LineFeed(at);
            else if (output[at] == '\b')
                (_column, at) = (_column - 1, at + 1);
            else
                at = TakeText(output, at);
        }
    }

    private int LineFeed(int at)
    {
        if (_row == _last)
            Scroll(_first, _last, 1);
        else
            _row++;
        return at + 1;
    }

    private void Scroll(int from, int to, int by)
    {
        for (var row = from; row != to; row += by)
        {
            for (var column = 0; column < Columns; column++)
            {
                (_cells[row, column], _looks[row, column], _links[row, column]) =
                    (_cells[row + by, column], _looks[row + by, column], _links[row + by, column]);
            }
        }
        for (var column = 0; column < Columns; column++)
            Erase(to, column);
    }

    private int TakeText(string output, int at)
    {
        var length = StringInfo.GetNextTextElementLength(output, at);
        var grapheme = output.Substring(at, length);
        Assert.False(char.IsControl(grapheme[0]), $"a control character was sent: U+{(int)grapheme[0]:X4}");
        var width = TextWidth.OfGrapheme(grapheme);
        Assert.True(_column + width <= Columns, "text was sent over the right edge");
        BreakWideAt(_column);
        BreakWideAt(_column + width - 1);
        Set(_column, grapheme);
        if (width == 2)
            Set(_column + 1, string.Empty);
        _column += width;
        return at + length;
    }

    /// <summary>Writing on one half of a wide cluster destroys the other half.</summary>
    private void BreakWideAt(int column)
    {
        if (_cells[_row, column].Length == 0)
            _cells[_row, column - 1] = " ";
        if (column + 1 < Columns && _cells[_row, column + 1].Length == 0)
            _cells[_row, column + 1] = " ";
    }

    private void Set(int column, string grapheme)
    {
        _cells[_row, column] = grapheme;
        _looks[_row, column] = string.Join(' ', _look);
        _links[_row, column] = _link;
    }

    private int TakeSequence(string output, int at)
    {
        if (output[at] == ']')
        {
            var end = output.IndexOf("\e\\", at, StringComparison.Ordinal);
            var link = output[(at + 1)..end];
            Assert.Matches("^8;(id=[0-9a-f]+)?;", link);
            var address = link[(link.IndexOf(';', 2) + 1)..];
            _link = address.Length > 0 ? address : null;
            return end + 2;
        }
        if (output[at] == 'M')
        {
            Assert.Equal(_first, _row);
            Scroll(_last, _first, -1);
            return at + 1;
        }
        Assert.Equal('[', output[at]);
        var final = at + 1;
        while (output[final] is < '@' or > '~')
            final++;
        Control(output[(at + 1)..final], output[final]);
        return final + 1;
    }

    private void Control(string parameters, char final)
    {
        var numbers = parameters.TrimStart('?').Split(';').Select(n => n.Length == 0 ? 0 : int.Parse(n, CultureInfo.InvariantCulture))
            .ToArray();
        switch (final)
        {
            case 'H':
                (_row, _column) = (Math.Max(1, numbers[0]) - 1, numbers.Length > 1 ? Math.Max(1, numbers[1]) - 1 : 0);
                break;
            case 'A':
                _row -= Math.Max(1, numbers[0]);
                break;
            case 'B':
                _row += Math.Max(1, numbers[0]);
                break;
            case 'C':
                _column += Math.Max(1, numbers[0]);
                break;
            case 'D':
                _column -= Math.Max(1, numbers[0]);
                break;
            case 'G':
                _column = numbers[0] - 1;
                break;
            case 'X':
                for (var column = _column; column < _column + numbers[0]; column++)
                    Erase(_row, column);
                break;
            case 'b':
                for (var times = numbers[0]; times > 0; times--)
                    TakeText(_cells[_row, _column - 1], 0);
                break;
            case 'r':
                (_first, _last) = numbers.Length == 2 ? (numbers[0] - 1, numbers[1] - 1) : (0, Rows - 1);
                (_row, _column) = (0, 0);
                break;
            case 'K':
                for (var column = _column; column < Columns; column++)
                    Erase(_row, column);
                break;
            case 'J':
                Assert.Equal(2, numbers[0]);
                EraseAll();
                break;
            case 'm':
                Look(numbers);
                break;
            case 'h' or 'l':
                if (numbers[0] == 25)
                    IsCursorShown = final == 'h';
                break;
            default:
                Assert.Fail($"an unknown sequence was sent: CSI {parameters}{final}");
                break;
        }
    }

    private void Look(int[] codes)
    {
        foreach (var code in codes)
        {
            _look = code switch
            {
                0 => [],
                1 or 2 or 3 or 4 or 5 or 7 or 9 => [.. _look, $"s{code}"],
                22 => Without("s1", "s2"),
                23 or 24 or 25 or 27 or 29 => Without($"s{code - 20}"),
                39 => WithoutColour('f'),
                49 => WithoutColour('b'),
                (>= 30 and <= 37) or (>= 90 and <= 97) => [.. WithoutColour('f'), $"f{code}"],
                (>= 40 and <= 47) or (>= 100 and <= 107) => [.. WithoutColour('b'), $"b{code}"],
                _ => throw new InvalidOperationException($"SGR {code} is not a palette colour or a style"),
            };
        }
    }

    private SortedSet<string> Without(params string[] names) => [.. _look.Except(names)];

    private SortedSet<string> WithoutColour(char ground) => [.. _look.Where(name => name[0] != ground)];

    private void EraseAll()
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                Erase(row, column);
        }
    }

    private void Erase(int row, int column)
    {
        Assert.True(_look.Count == 0, "erased with a look, which terminals paint differently");
        (_cells[row, column], _looks[row, column], _links[row, column]) = (" ", string.Empty, null);
    }
}
