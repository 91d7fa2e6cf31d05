using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Distinguishes tables of data from tables for layout, and reads the former.</summary>
internal static class HtmlTables
{
    /// <summary>A bound against hostile pages; more columns fit no terminal.</summary>
    private const int MostColumns = 40;

    /// <summary>A bound against hostile pages; far above the tables of articles.</summary>
    private const int MostRows = 2000;

    private const string NeverInData = "table, ul, ol, dl, pre, blockquote, h1, h2, h3, h4, h5, h6, figure, iframe, video, hr, form";

    /// <summary>Whether a table holds data.</summary>
    public static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector(NeverInData) is not null)
            return false;
        var rows = RowsOf(table);
        var columns = rows.Select(row => CellsOf(row).Count()).DefaultIfEmpty(0).Max();
        return columns > 1 && (rows.Count > 1 || table.QuerySelector("th") is not null)
            && !table.QuerySelectorAll("td").Any(cell => cell.QuerySelectorAll("p").Length > 3);
    }

    /// <summary>Reads a table; all rows get the same number of cells.</summary>
    public static Table Read(IElement table, Func<IElement, List<Inline>> read)
    {
        List<TableRow> headers = [];
        List<TableRow> rows = [];
        var waiting = new int[MostColumns];
        var all = RowsOf(table).Take(MostRows).Select(row => (IsHeader: IsHeader(row), Cells: Cells(row, waiting, read))).ToList();
        var columns = all.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
        foreach (var (isHeader, cells) in all)
        {
            while (cells.Count < columns)
                cells.Add([]);
            (isHeader && rows.Count == 0 ? headers : rows).Add(new TableRow(cells));
        }
        var caption = table.QuerySelector("caption") is { } said ? ForeignText.CleanLine(HtmlSpaces.TextOf(said)) : string.Empty;
        return new Table(headers, rows) { Caption = caption.Length > 0 ? caption : null };
    }

    private static List<IElement> RowsOf(IElement table) => [.. table.QuerySelectorAll("tr")];

    private static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(cell => cell.LocalName is "td" or "th");

    private static bool IsHeader(IElement row) =>
        row.ParentElement?.LocalName == "thead" || (CellsOf(row).Any() && CellsOf(row).All(cell => cell.LocalName == "th"));

    /// <summary>The cells of a row; the place of a cell that spans from a row above stays empty.</summary>
    private static List<IReadOnlyList<Inline>> Cells(IElement row, int[] waiting, Func<IElement, List<Inline>> read)
    {
        List<IReadOnlyList<Inline>> cells = [];
        foreach (var cell in CellsOf(row))
        {
            while (cells.Count < MostColumns && waiting[cells.Count] > 0)
                Skip(cells, waiting);
            if (cells.Count == MostColumns)
                cells[^1] = [.. cells[^1], new TextInline(" "), .. read(cell)];
            else
                Place(cell, cells, waiting, read);
        }
        while (cells.Count < MostColumns && waiting[cells.Count] > 0)
            Skip(cells, waiting);
        return cells;
    }

    private static void Skip(List<IReadOnlyList<Inline>> cells, int[] waiting)
    {
        waiting[cells.Count]--;
        cells.Add([]);
    }

    private static void Place(IElement cell, List<IReadOnlyList<Inline>> cells, int[] waiting, Func<IElement, List<Inline>> read)
    {
        var inlines = read(cell);
        var namesRow = cell.LocalName == "th" && inlines.Count > 0 && cell.ParentElement is { } row && !IsHeader(row);
        var wide = Math.Clamp(HtmlWords.Number(cell.GetAttribute("colspan"), 1), 1, 20);
        var high = Math.Clamp(HtmlWords.Number(cell.GetAttribute("rowspan"), 1), 1, MostRows);
        for (var i = 0; i < wide && cells.Count < MostColumns; i++)
        {
            waiting[cells.Count] = high - 1;
            cells.Add(i > 0 ? [] : namesRow ? [new Strong(inlines)] : inlines);
        }
    }
}
