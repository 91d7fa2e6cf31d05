using System.Drawing;

namespace TermNews.Tui.Terminal;

/// <summary>
/// What a frame has beside the toolkit's cells: where the cells lead, what is drawn over them, and where the cursor stands.
/// </summary>
internal sealed class FrameExtras
{
    private const string RightToLeftIsolate = "\u2067", EndOfIsolate = "\u2069";
    private string?[,] _links = new string?[0, 0];
    private readonly Dictionary<(int Row, int Column), PictureCell> _pictures = [];
    private readonly Dictionary<(int Row, int Column), (string Before, string After)> _isolates = [];

    /// <summary>Where the cursor is shown; null hides it.</summary>
    public Point? Cursor { get; set; }

    /// <summary>The address a cell leads to, or null.</summary>
    public string? LinkAt(int row, int column) =>
        row < _links.GetLength(0) && column < _links.GetLength(1) ? _links[row, column] : null;

    /// <summary>Lets a cell lead somewhere, or nowhere.</summary>
    public void SetLink(int row, int column, string? link)
    {
        if (row >= _links.GetLength(0) || column >= _links.GetLength(1))
        {
            if (link is null)
                return;
            Grow(Math.Max(row + 1, _links.GetLength(0)), Math.Max(column + 1, _links.GetLength(1)));
        }
        _links[row, column] = link;
    }

    /// <summary>The part of a picture that is drawn over a cell, or null.</summary>
    public PictureCell? PictureAt(int row, int column) =>
        _pictures.Count > 0 && _pictures.TryGetValue((row, column), out var picture) ? picture : null;

    /// <summary>Has a part of a picture drawn over a cell, or none.</summary>
    public void SetPicture(int row, int column, PictureCell? picture)
    {
        if (picture is { } part)
            _pictures[(row, column)] = part;
        else if (_pictures.Count > 0)
            _pictures.Remove((row, column));
    }

    /// <summary>What is sent for a cell: its cluster, with the marks around it that isolate a text from right to left.</summary>
    public string MarkedAt(int row, int column, string grapheme) =>
        _isolates.Count > 0 && _isolates.TryGetValue((row, column), out var marks) ? marks.Before + grapheme + marks.After : grapheme;

    /// <summary>Isolates a text from right to left: from a cell to another of its row.</summary>
    public void Isolate(int row, int first, int last)
    {
        _isolates[(row, first)] = (RightToLeftIsolate, first == last ? EndOfIsolate : string.Empty);
        if (first != last)
            _isolates[(row, last)] = (string.Empty, EndOfIsolate);
    }

    /// <summary>A cell is no longer the end of an isolated text.</summary>
    public void SetPlain(int row, int column)
    {
        if (_isolates.Count > 0)
            _isolates.Remove((row, column));
    }

    /// <summary>Forgets all of it, before everything is drawn anew at another size.</summary>
    public void Clear()
    {
        Array.Clear(_links);
        _pictures.Clear();
        _isolates.Clear();
    }

    private void Grow(int rows, int columns)
    {
        var grown = new string?[Math.Max(rows, 64), Math.Max(columns, 256)];
        for (var row = 0; row < _links.GetLength(0); row++)
        {
            for (var column = 0; column < _links.GetLength(1); column++)
                grown[row, column] = _links[row, column];
        }
        _links = grown;
    }
}
