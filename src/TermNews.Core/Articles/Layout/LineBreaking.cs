using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Articles.Layout;

/// <summary>Cuts text into lines of at most so many cells, where <see cref="LineBreakRules"/> lets them be cut, and inside a word only
/// where it is longer than a line.</summary>
internal static class LineBreaking
{
    /// <summary>
    /// The lines of a text as ranges, without the spaces they were cut at; a line feed always ends a line.
    /// Each line takes what fits.
    /// </summary>
    public static List<Range> Cut(string text, int width) => Cut(text, width, Fill);

    /// <summary>As <see cref="Cut(string,int)"/>, with lines of a paragraph as evenly long as can be.</summary>
    public static List<Range> CutEvenly(string text, int width) => Cut(text, width, EvenLines.Fill);

    /// <summary>Whether this is a character of a script that writes a word with one or few characters and parts no words.</summary>
    public static bool IsIdeographic(Rune rune) =>
        rune.Value is >= 0x2E80 and <= 0xA4CF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F
        or >= 0xFF01 and <= 0xFF60 or >= 0x1F300 and <= 0x1F64F or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD;

    private static List<Range> Cut(string text, int width, Action<TextPieces, int, List<Range>> fill)
    {
        List<Range> lines = [];
        var cells = Math.Max(2, width);
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var paragraph = text[start..(end < 0 ? text.Length : end)];
            List<Range> cut = [];
            if (paragraph.Length <= cells && TextWidth.Of(paragraph) <= cells)
                cut.Add(0..paragraph.TrimEnd(' ').Length);
            else
                fill(TextPieces.Of(paragraph, cells), cells, cut);
            foreach (var line in cut)
                lines.Add((start + line.Start.Value)..(start + line.End.Value));
            if (end < 0)
                break;
            start = end + 1;
        }
        return lines;
    }

    private static void Fill(TextPieces pieces, int width, List<Range> lines)
    {
        var first = 0;
        for (var next = 1; next <= pieces.Count; next++)
        {
            if (next < pieces.Count && pieces.Width(first, next + 1) <= width)
                continue;
            lines.Add(pieces.Line(first, next));
            first = next;
        }
    }
}
