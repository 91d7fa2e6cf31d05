namespace TermNews.Core.Reader.Article;

/// <summary>Highlights the selected target and the matches of a search in a line.</summary>
internal static class ArticleHighlights
{
    /// <summary>The line as it is drawn: after a margin, with the selected target and all matches in reverse.</summary>
    /// <param name="line">The line.</param>
    /// <param name="matches">For each of its characters (UTF-16 code units), whether it is part of a match; empty for none.</param>
    /// <param name="selectedTarget">The selected target, or -1.</param>
    /// <param name="margin">Blanks before the line.</param>
    public static TextLine Show(TextLine line, IReadOnlyList<bool> matches, int selectedTarget, string margin)
    {
        IEnumerable<TextRun> runs = line.Runs;
        if (selectedTarget >= 0)
            runs = runs.Select(run => run.Target == selectedTarget ? run with { Style = run.Style | TextStyle.Reverse } : run);
        if (matches.Count > 0)
            runs = WithMatches([.. runs], matches);
        return new TextLine(margin.Length == 0 ? [.. runs] : [new TextRun(margin), .. runs], line.Block);
    }

    private static List<TextRun> WithMatches(IReadOnlyList<TextRun> runs, IReadOnlyList<bool> isMatch)
    {
        List<TextRun> shown = [];
        var start = 0;
        foreach (var run in runs)
        {
            for (var at = 0; at < run.Text.Length;)
            {
                var end = at + 1;
                while (end < run.Text.Length && isMatch[start + end] == isMatch[start + at])
                    end++;
                var style = isMatch[start + at] ? run.Style | TextStyle.Reverse : run.Style;
                shown.Add(run with { Text = run.Text[at..end], Style = style });
                at = end;
            }
            start += run.Text.Length;
        }
        return shown;
    }
}
