namespace TermNews.Core.Articles.Layout;

/// <summary>A paragraph as measured pieces between its line break opportunities. No piece is wider than a line.</summary>
internal sealed class TextPieces
{
    private readonly string _text;
    private readonly List<Piece> _pieces = [];
    private int _cells;

    private TextPieces(string text) => _text = text;

    /// <summary>A piece.</summary>
    /// <param name="Start">The index of its first character.</param>
    /// <param name="End">The index after its last character, trailing spaces excluded.</param>
    /// <param name="Before">The width of all text before it, in cells.</param>
    /// <param name="Cells">Its width in cells, trailing spaces excluded.</param>
    /// <param name="IsTorn">It ends inside a word that is longer than a line.</param>
    private readonly record struct Piece(int Start, int End, int Before, int Cells, bool IsTorn);

    /// <summary>The number of pieces.</summary>
    public int Count => _pieces.Count;

    /// <summary>The pieces of a paragraph for lines of a width in cells.</summary>
    public static TextPieces Of(string text, int width)
    {
        var pieces = new TextPieces(text);
        var start = 0;
        foreach (var end in LineBreakRules.Breaks(text).Append(text.Length))
        {
            pieces.Add(start, end, width);
            start = end;
        }
        return pieces;
    }

    /// <summary>The width in cells of a line of the pieces from <c>first</c> up to, but not including, <c>next</c>.</summary>
    public int Width(int first, int next) => _pieces[next - 1].Before + _pieces[next - 1].Cells - _pieces[first].Before;

    /// <summary>The range of characters of that line.</summary>
    public Range Line(int first, int next) => _pieces[first].Start.._pieces[next - 1].End;

    /// <summary>Whether a line that ends before this piece ends inside a word.</summary>
    public bool IsTornBefore(int next) => _pieces[next - 1].IsTorn;

    private void Add(int start, int end, int width)
    {
        var bare = end;
        while (bare > start && _text[bare - 1] is ' ' or '\u200B')
            bare--;
        var cells = Cells(start, bare);
        var hyphen = bare > start && _text[bare - 1] == '\u00AD' ? 1 - Cells(bare - 1, bare) : 0;
        if (cells + hyphen > width)
            Tear(start, bare, width);
        else
            Put(start, bare, cells, hyphen, isTorn: false);
        _cells += Cells(bare, end);
    }

    /// <summary>A soft hyphen takes a cell only at the end of a line, so it counts only for a line that ends there.</summary>
    private void Put(int start, int end, int cells, int hyphen, bool isTorn)
    {
        _pieces.Add(new Piece(start, end, _cells, cells + hyphen, isTorn));
        _cells += cells;
    }

    /// <summary>A word that is longer than a line may break after each of its grapheme clusters.</summary>
    private void Tear(int start, int end, int width)
    {
        for (var at = start; at < end;)
        {
            var next = at + StringInfo.GetNextTextElementLength(_text, at);
            Put(at, next, Math.Min(width, Cells(at, next)), _text[at] == '\u00AD' ? 1 : 0, isTorn: next < end);
            at = next;
        }
    }

    private int Cells(int start, int end) => TextWidth.Of(_text.AsSpan(start, end - start));
}
