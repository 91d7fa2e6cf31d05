namespace TermNews.Core.Articles.Layout;

/// <summary>Lays out a table as columns with lines between them and wrapped cells, or as records if columns would be too narrow.</summary>
internal sealed class TableLayout
{
    /// <summary>Cells: longer words may break, so that one address does not take the width of all columns.</summary>
    private const int LongestUnbrokenWord = 16;

    /// <summary>Cells: narrower columns show single syllables.</summary>
    private const int LeastColumn = 4;

    private readonly LayoutOptions _options;
    private readonly Func<InlineText> _newText;
    private readonly List<InlineText[]> _headers;
    private readonly List<InlineText[]> _rows;
    private readonly int _columns;

    public TableLayout(Table table, LayoutOptions options, Func<InlineText> newText)
    {
        (_options, _newText) = (options, newText);
        _headers = [.. table.Headers.Select(row => Texts(row, TextStyle.Bold))];
        _rows = [.. table.Rows.Select(row => Texts(row, TextStyle.Plain))];
        _columns = _headers.Concat(_rows).Select(row => row.Length).DefaultIfEmpty(0).Max();
    }

    private string Separator => _options.Ascii ? " | " : " │ ";

    public IEnumerable<List<TextRun>> Lines(int width) =>
        _columns == 0 ? [] : ColumnWidths(width) is { } widths ? Grid(widths) : Records(width);

    private InlineText[] Texts(TableRow row, TextStyle style) => [.. row.Cells.Select(cell => _newText().Add(cell, style))];

    /// <summary>The width of each column in cells; null if they do not fit.</summary>
    private int[]? ColumnWidths(int width)
    {
        var room = width - (Separator.Length * (_columns - 1));
        var natural = ColumnMaximum(cell => cell.NaturalWidth);
        if (natural.Sum() <= room)
            return natural;
        var widths = ColumnMaximum(cell => Math.Min(LongestUnbrokenWord, cell.LongestWord));
        for (var i = 0; i < _columns; i++)
            widths[i] = Math.Min(natural[i], Math.Max(LeastColumn, widths[i]));
        var left = room - widths.Sum();
        if (left < 0)
            return null;
        for (; left > 0; left--)
            widths[NeediestColumn(natural, widths)]++;
        return widths;
    }

    private int[] ColumnMaximum(Func<InlineText, int> measure)
    {
        var most = new int[_columns];
        foreach (var row in _headers.Concat(_rows))
        {
            for (var i = 0; i < row.Length; i++)
                most[i] = Math.Max(most[i], measure(row[i]));
        }
        return most;
    }

    private static int NeediestColumn(int[] natural, int[] widths)
    {
        var neediest = 0;
        for (var i = 1; i < widths.Length; i++)
        {
            if (natural[i] * widths[neediest] > natural[neediest] * widths[i] && natural[i] > widths[i])
                neediest = i;
        }
        return neediest;
    }

    private IEnumerable<List<TextRun>> Grid(int[] widths)
    {
        var toTheRight = Enumerable.Range(0, _columns).Select(IsNumeric).ToArray();
        foreach (var line in _headers.SelectMany(row => GridRow(row, widths, toTheRight)))
            yield return line;
        if (_headers.Count > 0)
            yield return [new TextRun(string.Join(_options.Ascii ? "-+-" : "─┼─", widths.Select(Dashes)), TextStyle.Dim)];
        var cellsWrap = _rows.Any(row => row.Where((cell, i) => cell.NaturalWidth > widths[i]).Any());
        foreach (var (row, index) in _rows.Select((row, index) => (row, index)))
        {
            if (cellsWrap && index > 0)
                yield return [new TextRun(string.Join(Separator, widths.Select(cells => new string(' ', cells))), TextStyle.Dim)];
            foreach (var line in GridRow(row, widths, toTheRight))
                yield return line;
        }
    }

    private string Dashes(int cells) => new(_options.Ascii ? '-' : '─', cells);

    private bool IsNumeric(int column)
    {
        var texts = _rows.Where(row => row.Length > column && !row[column].IsEmpty).Select(row => row[column].ToString()).ToList();
        return texts.Count > 0 && texts.TrueForAll(text => text.Any(char.IsDigit) && text.Count(char.IsLetter) <= 2);
    }

    private IEnumerable<List<TextRun>> GridRow(InlineText[] row, int[] widths, bool[] toTheRight)
    {
        var cells = row.Select((cell, i) => cell.IsEmpty ? [] : cell.Wrap(widths[i]).ToList()).ToArray();
        var height = cells.Select(lines => lines.Count).DefaultIfEmpty(0).Max();
        for (var y = 0; y < height; y++)
        {
            List<TextRun> line = [];
            for (var x = 0; x < _columns; x++)
            {
                if (x > 0)
                    line.Add(new TextRun(Separator, TextStyle.Dim));
                var isRightToLeft = x < row.Length && TextDirection.IsRightToLeft(row[x].ToString());
                List<TextRun> runs = x < cells.Length && y < cells[x].Count ? cells[x][y] : [];
                AddCell(line, isRightToLeft ? [.. TextDirection.Mark(runs)] : runs, widths[x], toTheRight[x] || isRightToLeft);
            }
            yield return line;
        }
    }

    private static void AddCell(List<TextRun> line, List<TextRun> runs, int width, bool toTheRight)
    {
        var room = width - runs.Sum(run => TextWidth.Of(run.Text));
        var spaces = new TextRun(new string(' ', Math.Max(0, room)));
        line.AddRange(room <= 0 ? runs : toTheRight ? [spaces, .. runs] : [.. runs, spaces]);
    }

    private IEnumerable<List<TextRun>> Records(int width)
    {
        if (_rows.Count == 0)
        {
            foreach (var line in _headers.SelectMany(row => row).Where(cell => !cell.IsEmpty).SelectMany(cell => cell.Wrap(width)))
                yield return line;
        }
        for (var i = 0; i < _rows.Count; i++)
        {
            if (i > 0)
                yield return [];
            foreach (var line in _rows[i].SelectMany((cell, column) => Record(cell, column, width)))
                yield return line;
        }
    }

    private IEnumerable<List<TextRun>> Record(InlineText cell, int column, int width)
    {
        if (cell.IsEmpty)
            yield break;
        var text = HeaderOf(column).Add(cell);
        var indent = string.Empty;
        foreach (var runs in text.Wrap(width - 2))
        {
            yield return indent.Length == 0 ? runs : [new TextRun(indent), .. runs];
            indent = "  ";
        }
    }

    private InlineText HeaderOf(int column)
    {
        var text = _newText();
        foreach (var header in _headers.Where(row => row.Length > column && !row[column].IsEmpty).Select(row => row[column]))
            text.Add(text.IsEmpty ? string.Empty : " ", TextStyle.Bold).Add(header);
        return text.IsEmpty ? text : text.Add(": ", TextStyle.Bold);
    }
}
