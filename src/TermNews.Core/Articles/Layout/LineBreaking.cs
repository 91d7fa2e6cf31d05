namespace TermNews.Core.Articles.Layout;

/// <summary>Breaks text into lines of a width in cells, at the opportunities of <see cref="LineBreakRules"/>, and inside a word only if
/// the word is longer than a line.</summary>
internal static class LineBreaking
{
    /// <summary>
    /// The lines of a text as ranges, without the spaces at their ends; a line feed always ends a line.
    /// Each line is filled.
    /// </summary>
    public static List<Range> Cut(string text, int width) => Cut(text, width, Fill);

    /// <summary>As <see cref="Cut(string,int)"/>, with the lines of a paragraph as even as possible.</summary>
    public static List<Range> CutEvenly(string text, int width) => Cut(text, width, EvenLines.Fill);

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
