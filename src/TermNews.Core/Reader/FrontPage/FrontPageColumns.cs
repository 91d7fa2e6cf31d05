namespace TermNews.Core.Reader.FrontPage;

/// <summary>Popular and Must-Read as numbered columns beside a wide list.</summary>
internal static class FrontPageColumns
{
    private const int Gap = 2;
    private const int RowsOfStory = 2;

    /// <summary>The rows of the area.</summary>
    public static IReadOnlyList<TextLine> Rows(FrontPageState state, int width, LineOptions options)
    {
        var each = EachOf(width);
        var left = Column(StoryList.Popular, state.Popular, each, options);
        var right = Column(StoryList.MustRead, state.MustRead, width - each - Gap, options);
        return [.. Enumerable.Range(0, Math.Max(left.Count, right.Count)).Select(row => Beside(row, left, right, each + Gap))];
    }

    /// <summary>The story in a place of the area, counted from 0; null for none.</summary>
    public static Story? StoryAt(FrontPageState state, int column, int row, int width)
    {
        var lines = column < EachOf(width) + Gap ? state.Popular : state.MustRead;
        return row > 0 && (row - 1) / RowsOfStory < lines.Count ? lines[(row - 1) / RowsOfStory].Story : null;
    }

    private static int EachOf(int width) => (width - Gap) / 2;

    private static IReadOnlyList<TextLine> Column(StoryList list, IReadOnlyList<StoryLine> lines, int width, LineOptions options)
    {
        var heading = new TextLine([new TextRun(TextWidth.Fit(list.Title, width), TextStyle.Bold | TextStyle.Accent)]);
        if (lines.Count == 0)
            return [heading, new TextLine([new TextRun(TextWidth.Fit("Nothing yet", width), TextStyle.Dim)])];
        return [heading, .. lines.SelectMany((line, place) => line.LayNumbered(place + 1, width, options))];
    }

    private static TextLine Beside(int row, IReadOnlyList<TextLine> left, IReadOnlyList<TextLine> right, int at)
    {
        var (first, second) = (left.ElementAtOrDefault(row) ?? TextLine.Empty, right.ElementAtOrDefault(row));
        return second is null
            ? first
            : new TextLine([.. first.Runs, new TextRun(new string(' ', at - TextWidth.Of(first.ToString()))), .. second.Runs]);
    }
}
