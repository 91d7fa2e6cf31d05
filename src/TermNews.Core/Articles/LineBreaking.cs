using System.Globalization;
using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>
/// Cuts text into lines of at most so many cells: after spaces and hyphens, between ideographs, and inside a word only where it is
/// longer than a line.
/// </summary>
internal static class LineBreaking
{
    private const string NeverFirst = ")]}>.,!?:;%»”’…、。，．：；！？）］｝〉》」』】〕〗〙〟・ー―々ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％‰℃°′″";
    private const string NeverLast = "([{<«“‘（［｛〈《「『【〔〖〘〝￥＄￡";

    /// <summary>The lines of a text as ranges, without the spaces they were cut at; a line feed always ends a line.</summary>
    public static List<Range> Cut(string text, int width)
    {
        var cutter = new Cutter(text, Math.Max(2, width));
        for (var at = 0; at < text.Length;)
            at += cutter.Take(at, LengthAt(text, at));
        return cutter.Finish();
    }

    /// <summary>Whether lines may be cut on both sides of this character: Chinese, Japanese, symbols; Korean keeps its words.</summary>
    public static bool IsIdeographic(Rune rune) =>
        rune.Value is >= 0x2E80 and <= 0xA4CF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F
        or >= 0xFF01 and <= 0xFF60 or >= 0x1F300 and <= 0x1F64F or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD;

    private static int LengthAt(string text, int at)
    {
        if (text[at] is >= ' ' and < '\x7F' or '\n' && (at + 1 == text.Length || text[at + 1] < '\x7F'))
            return 1;
        return StringInfo.GetNextTextElementLength(text, at);
    }

    private static bool MayCutBetween(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (NeverFirst.Contains(after[0], StringComparison.Ordinal) || NeverLast.Contains(before[0], StringComparison.Ordinal))
            return false;
        if (before[0] < '\x7F' && after[0] < '\x7F')
            return false;
        Rune.DecodeFromUtf16(before, out var left, out _);
        Rune.DecodeFromUtf16(after, out var right, out _);
        return IsIdeographic(left) || IsIdeographic(right);
    }

    private sealed class Cutter(string text, int width)
    {
        private readonly List<Range> _lines = [];
        private int _start;         // Where the line begins.
        private int _cells;         // How wide it is up to here, spaces included.
        private int _cutEnd = -1;   // Where the line would end if it were cut, or -1; and the next would begin.
        private int _cutNext;
        private int _cellsAtCut;
        private int _previous = -1; // Where the grapheme before this one begins.

        public int Take(int at, int length)
        {
            var grapheme = text.AsSpan(at, length);
            if (grapheme[^1] == '\n')
                End(at, at + length);
            else if (grapheme[0] is ' ' or '\u200B')
                TakeSpace(at, length);
            else
                TakeVisible(at, grapheme);
            _previous = grapheme[^1] == '\n' ? -1 : at;
            return length;
        }

        public List<Range> Finish()
        {
            if (_start < text.Length || _lines.Count == 0 || text[^1] == '\n')
                _lines.Add(_start..TrimmedEnd(text.Length));
            return _lines;
        }

        private void TakeSpace(int at, int length)
        {
            if (at == _start && _lines.Count > 0 && _previous >= 0)
            {
                _start = at + length;   // A space that the line before was cut at.
                return;
            }
            if (_cutEnd < 0 || _cutNext != at)
                _cutEnd = at;
            _cells += text[at] == ' ' ? 1 : 0;
            (_cutNext, _cellsAtCut) = (at + length, _cells);
        }

        private void TakeVisible(int at, ReadOnlySpan<char> grapheme)
        {
            if (at > _start && _previous >= _start && text[_previous] is not ' ' && CutsBefore(at, grapheme))
                (_cutEnd, _cutNext, _cellsAtCut) = (at, at, _cells);
            var cells = TextWidth.OfGrapheme(grapheme);
            if (_cells + cells > width && at > _start)
            {
                if (_cutEnd > _start)
                    CutHere();
                else
                    End(at, at);
            }
            _cells += cells;
        }

        private void CutHere()
        {
            var kept = _cells - _cellsAtCut;
            End(_cutEnd, _cutNext);
            _cells = kept;
        }

        private void End(int end, int next)
        {
            _lines.Add(_start..TrimmedEnd(end));
            (_start, _cells, _cutEnd) = (next, 0, -1);
        }

        private int TrimmedEnd(int end)
        {
            while (end > _start && text[end - 1] == ' ')
                end--;
            return end;
        }

        private bool CutsBefore(int at, ReadOnlySpan<char> grapheme)
        {
            var before = text[at - 1];
            if (before is '-' or '\u00AD' or '\u2010' or '–' or '—' && char.IsLetter(grapheme[0]))
                return before is not '-' || (at - 2 >= _start && char.IsLetterOrDigit(text[at - 2]));
            return MayCutBetween(text.AsSpan(_previous, at - _previous), grapheme);
        }
    }
}
