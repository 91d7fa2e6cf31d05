namespace TermNews.Core.Articles.Layout;

/// <summary>The lines of a code block, with syntax colours if its language is known.</summary>
internal static class CodeLines
{
    private const string Tab = "    ";

    /// <summary>The lines for a width in cells; longer lines are wrapped.</summary>
    public static IEnumerable<List<TextRun>> Of(CodeBlock code, int width)
    {
        var text = code.Text.Replace("\t", Tab, StringComparison.Ordinal);
        var styles = CodeColours.Of(text, code.Language);
        foreach (var range in LineBreaking.Cut(text, width))
            yield return Runs(text, range.Start.Value, range.End.Value, styles);
    }

    private static List<TextRun> Runs(string text, int start, int end, TextStyle[]? styles)
    {
        if (styles is null)
            return start == end ? [] : [new TextRun(text[start..end], TextStyle.Code)];
        List<TextRun> runs = [];
        for (var at = start; at < end;)
        {
            var next = at + 1;
            while (next < end && styles[next] == styles[at])
                next++;
            runs.Add(new TextRun(text[at..next], styles[at]));
            at = next;
        }
        return runs;
    }
}
