namespace TermNews.Core.Reader;

/// <summary>Rows with text at both ends: the title row and the status row.</summary>
internal static class Bars
{
    /// <summary>Puts a text at the right end; the left side is cut if both do not fit.</summary>
    public static TextLine Spread(IReadOnlyList<TextRun> left, TextRun right, int width)
    {
        var rightText = TextWidth.Fit(right.Text, width);
        var rightCells = TextWidth.Of(rightText);
        var room = Math.Max(0, width - rightCells - (rightCells > 0 ? 1 : 0));
        List<TextRun> runs = [];
        foreach (var run in left)
        {
            var text = TextWidth.Fit(run.Text, room);
            if (text.Length == 0)
                break;
            runs.Add(run with { Text = text });
            room -= TextWidth.Of(text);
        }
        var gap = width - rightCells - runs.Sum(run => TextWidth.Of(run.Text));
        if (gap > 0)
            runs.Add(new TextRun(new string(' ', gap)));
        if (rightText.Length > 0)
            runs.Add(right with { Text = rightText });
        return new TextLine(runs);
    }

    /// <summary>The target of the run in a column, counted from 0; -1 for none.</summary>
    public static int TargetAt(TextLine line, int column)
    {
        foreach (var run in line.Runs)
        {
            column -= TextWidth.Of(run.Text);
            if (column < 0)
                return run.Target;
        }
        return -1;
    }

    /// <summary>As many hints as fit, separated by two spaces.</summary>
    public static string Join(IEnumerable<string> hints, int cells)
    {
        var text = string.Empty;
        foreach (var hint in hints)
        {
            var longer = text.Length == 0 ? hint : $"{text}  {hint}";
            if (TextWidth.Of(longer) > cells)
                break;
            text = longer;
        }
        return text;
    }
}
