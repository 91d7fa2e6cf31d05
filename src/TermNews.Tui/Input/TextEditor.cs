namespace TermNews.Tui.Input;

/// <summary>
/// A text and the caret in it, with the readline commands; the caret moves by grapheme clusters. The owner decides whether a changed text
/// is taken.
/// </summary>
internal sealed class TextEditor(bool isMultiline, Func<string, string> accept)
{
    private string _killed = string.Empty;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The place of the next character: an index into the text, always between clusters.</summary>
    public int Caret { get; private set; }

    /// <summary>Replaces the text; the caret is at its end.</summary>
    public void Reset(string text) => (Text, Caret) = (text, text.Length);

    /// <summary>Inserts at the caret what the owner takes.</summary>
    public void Insert(string text) => Replace(Caret, 0, isMultiline ? text : text.ReplaceLineEndings(" "));

    public void DeleteBefore() => Replace(ClusterBefore(Caret), Caret - ClusterBefore(Caret), string.Empty);

    public void DeleteAfter() => Replace(Caret, ClusterAfter(Caret) - Caret, string.Empty);

    public void MoveLeft() => Caret = ClusterBefore(Caret);

    public void MoveRight() => Caret = ClusterAfter(Caret);

    public void MoveWordLeft() => Caret = WordBefore(Caret);

    public void MoveWordRight() => Caret = WordAfter(Caret);

    public void MoveToLineStart() => Caret = LineStart(Caret);

    public void MoveToLineEnd() => Caret = LineEnd(Caret);

    /// <summary>Cuts to the end of the line; at its end, the line feed.</summary>
    public void KillToLineEnd() => Kill(Caret, LineEnd(Caret) is var end && end > Caret ? end : ClusterAfter(Caret));

    public void KillToLineStart() => Kill(LineStart(Caret), Caret);

    public void KillWordBefore() => Kill(WordBefore(Caret), Caret);

    public void KillWordAfter() => Kill(Caret, WordAfter(Caret));

    public void Yank() => Replace(Caret, 0, _killed);

    /// <summary>Moves to the row above or below, as the text is wrapped at a width; false at the first or last row.</summary>
    public bool MoveRow(int by, int width)
    {
        var rows = Rows(width);
        var (row, column) = CaretPlace(width);
        if (row + by < 0 || row + by >= rows.Count)
            return false;
        var (start, length) = rows[row + by];
        Caret = start;
        var isWrapped = row + by + 1 < rows.Count && Text[start + length] != '\n';
        foreach (var grapheme in TextWidth.Graphemes(Text.Substring(start, length)))
        {
            column -= TextWidth.OfGrapheme(grapheme);
            if (column < 0 || (isWrapped && Caret + grapheme.Length == start + length))
                break;   // The place after a wrapped row's last character is on the next row.
            Caret += grapheme.Length;
        }
        return true;
    }

    /// <summary>The rows of the text wrapped at a width, between words where there are any; line feeds belong to no row.</summary>
    public IReadOnlyList<(int Start, int Length)> Rows(int width)
    {
        List<(int, int)> rows = [];
        for (var start = 0; start <= Text.Length;)
        {
            var end = LineEnd(start);
            WrapLine(rows, start, end, Math.Max(2, width));
            start = end + 1;
        }
        return rows;
    }

    /// <summary>The caret's row and column in the wrapped text.</summary>
    public (int Row, int Column) CaretPlace(int width)
    {
        var rows = Rows(width);
        var row = rows.Count - 1;
        while (row > 0 && rows[row].Start > Caret)
            row--;
        var column = TextWidth.Of(Text.AsSpan(rows[row].Start, Math.Min(Caret - rows[row].Start, rows[row].Length)));
        return (row, Math.Min(column, width - 1));
    }

    private void WrapLine(List<(int, int)> rows, int start, int end, int width)
    {
        var (rowStart, cells, lastBreak) = (start, 0, -1);
        for (var at = start; at < end;)
        {
            var next = ClusterAfter(at);
            var wide = TextWidth.OfGrapheme(Text.AsSpan(at, next - at));
            if (cells + wide >= width && Text[at] != ' ')   // One cell stays free for the caret.
            {
                var cut = lastBreak > rowStart ? lastBreak : at;
                rows.Add((rowStart, cut - rowStart));
                (rowStart, lastBreak) = (cut, -1);
                cells = TextWidth.Of(Text.AsSpan(cut, at - cut));
            }
            cells += wide;
            if (Text[at] == ' ')
                lastBreak = next;
            at = next;
        }
        rows.Add((rowStart, end - rowStart));
    }

    private void Kill(int from, int to)
    {
        if (to <= from)
            return;
        _killed = Text[from..to];
        Replace(from, to - from, string.Empty);
    }

    private void Replace(int at, int count, string with)
    {
        var wished = string.Concat(Text.AsSpan(0, at), with, Text.AsSpan(at + count));
        var taken = accept(wished);
        var behind = Text.Length - at - count;
        Text = taken;
        Caret = taken == wished ? at + with.Length : Math.Clamp(taken.Length - behind, 0, taken.Length);
    }

    private int ClusterBefore(int at)
    {
        var start = LineStart(at);
        if (start == at)
            return Math.Max(0, at - 1);
        var before = start;
        foreach (var grapheme in TextWidth.Graphemes(Text[start..at]))
        {
            before = start;
            start += grapheme.Length;
        }
        return before;
    }

    private int ClusterAfter(int at) =>
        at >= Text.Length ? Text.Length : at + StringInfo.GetNextTextElementLength(Text, at);

    private int WordBefore(int at)
    {
        while (at > 0 && !IsInWord(Text[at - 1]))
            at--;
        while (at > 0 && IsInWord(Text[at - 1]))
            at--;
        return at;
    }

    private int WordAfter(int at)
    {
        while (at < Text.Length && !IsInWord(Text[at]))
            at++;
        while (at < Text.Length && IsInWord(Text[at]))
            at++;
        return at;
    }

    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;

    private int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    private int LineEnd(int at) => Text.IndexOf('\n', at) is >= 0 and var end ? end : Text.Length;
}
