namespace TermNews.Tui.Terminal;

/// <summary>The parts of a frame besides the toolkit's cells: links, pictures, bidirectional isolates and the cursor.</summary>
internal sealed class FrameExtras
{
    private const string RightToLeftIsolate = "\u2067", EndOfIsolate = "\u2069";
    private string?[,] _links = new string?[0, 0];
    private readonly Dictionary<(int Row, int Column), PictureCell> _pictures = [];
    private readonly Dictionary<(int Row, int Column), (string Before, string After)> _isolates = [];

    /// <summary>The position of the visible cursor; null hides it.</summary>
    public Point? Cursor { get; set; }

    /// <summary>The link of a cell, or null.</summary>
    public string? LinkAt(int row, int column) =>
        row < _links.GetLength(0) && column < _links.GetLength(1) ? _links[row, column] : null;

    /// <summary>Sets or removes the link of a cell.</summary>
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

    /// <summary>The part of a picture over a cell, or null.</summary>
    public PictureCell? PictureAt(int row, int column) =>
        _pictures.Count > 0 && _pictures.TryGetValue((row, column), out var picture) ? picture : null;

    /// <summary>Sets or removes the part of a picture over a cell.</summary>
    public void SetPicture(int row, int column, PictureCell? picture)
    {
        if (picture is { } part)
            _pictures[(row, column)] = part;
        else if (_pictures.Count > 0)
            _pictures.Remove((row, column));
    }

    /// <summary>The characters that are sent for a cell: its cluster, with the isolate marks at the ends of a right-to-left text.</summary>
    public string MarkedAt(int row, int column, string grapheme) =>
        _isolates.Count > 0 && _isolates.TryGetValue((row, column), out var marks) ? marks.Before + grapheme + marks.After : grapheme;

    /// <summary>Isolates a right-to-left text between two cells of a row.</summary>
    public void Isolate(int row, int first, int last)
    {
        _isolates[(row, first)] = (RightToLeftIsolate, first == last ? EndOfIsolate : string.Empty);
        if (first != last)
            _isolates[(row, last)] = (string.Empty, EndOfIsolate);
    }

    /// <summary>Removes the isolate mark of a cell.</summary>
    public void SetPlain(int row, int column)
    {
        if (_isolates.Count > 0)
            _isolates.Remove((row, column));
    }

    /// <summary>Clears everything before a redraw at another size.</summary>
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
