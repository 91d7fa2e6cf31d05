namespace TermNews.Tui.Plain;

/// <summary>A text that is written in pages.</summary>
internal sealed class PlainPager(PlainPrinter printer, Func<int> rows)
{
    private IReadOnlyList<string> _lines = [];
    private int _start;
    private int _end;

    /// <summary>The last line was written.</summary>
    public bool IsAtEnd => _end >= _lines.Count;

    /// <summary>Whether it is this text that is written.</summary>
    public bool Shows(IReadOnlyList<string> lines) => ReferenceEquals(lines, _lines);

    /// <summary>Writes the first page of a text.</summary>
    public void Show(IReadOnlyList<string> lines, int first = 0)
    {
        _lines = lines;
        WriteFrom(first);
    }

    /// <summary>Writes the next page.</summary>
    public void Next()
    {
        if (IsAtEnd)
            printer.Line("This is the end.");
        else
            WriteFrom(_end);
    }

    /// <summary>Writes the page before.</summary>
    public void Previous()
    {
        if (_start == 0)
            printer.Line("This is the beginning.");
        else
            WriteFrom(Math.Max(0, _start - rows()));
    }

    /// <summary>Goes on from the next line that has a text, round the end; false where none has.</summary>
    public bool Find(string text)
    {
        for (var step = 1; step <= _lines.Count; step++)
        {
            var at = (_start + step) % _lines.Count;
            if (!_lines[at].Contains(text, StringComparison.OrdinalIgnoreCase))
                continue;
            WriteFrom(at);
            return true;
        }
        return false;
    }

    private void WriteFrom(int first)
    {
        (_start, _end) = (first, (int)Math.Min(_lines.Count, (long)first + rows()));
        for (var at = _start; at < _end; at++)
            printer.Line(_lines[at]);
        if (_end < _lines.Count)
            printer.Line($"({Plural.Of(_lines.Count - _end, "more line")}; Enter goes on.)");
    }
}
