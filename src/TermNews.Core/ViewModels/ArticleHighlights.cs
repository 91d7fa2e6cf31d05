using TermNews.Core.Text;

namespace TermNews.Core.ViewModels;

/// <summary>Shows in a line what is selected and what was searched for.</summary>
internal static class ArticleHighlights
{
    /// <summary>The line as it is drawn: after a margin, the selected target and all matches reversed.</summary>
    public static TextLine Show(TextLine line, ArticleState state, string margin)
    {
        IEnumerable<TextRun> runs = line.Runs;
        if (state.SelectedTarget >= 0)
            runs = runs.Select(run => run.Target == state.SelectedTarget ? run with { Style = run.Style | TextStyle.Reverse } : run);
        if (state.Search.Length > 0)
            runs = WithMatches([.. runs], line.ToString(), state.Search);
        return new TextLine(margin.Length == 0 ? [.. runs] : [new TextRun(margin), .. runs], line.Block);
    }

    private static List<TextRun> WithMatches(IReadOnlyList<TextRun> runs, string text, string search)
    {
        var isMatch = new bool[text.Length];
        for (var at = text.IndexOf(search, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = text.IndexOf(search, at + search.Length, StringComparison.OrdinalIgnoreCase))
            isMatch.AsSpan(at, search.Length).Fill(true);
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
