namespace TermNews.Core.Words;

/// <summary>Names of feeds as a sentence can bear them.</summary>
internal static class FeedNames
{
    private const int MostCells = 30;

    private static readonly string[] Subtitles = [" – ", " — ", " - ", " | ", " · ", ": "];

    /// <summary>
    /// A title of more than 30 cells without its subtitle ("Al Jazeera – Breaking News, World News and Video from Al Jazeera"); cut where
    /// it has none.
    /// </summary>
    public static string Short(string title)
    {
        if (TextWidth.Of(title) <= MostCells)
            return title;
        var ends = Subtitles.Select(mark => title.IndexOf(mark, StringComparison.Ordinal)).Where(at => at > 0);
        return TextWidth.Fit(ends.DefaultIfEmpty().Min() is > 0 and var end ? title[..end] : title, MostCells);
    }
}
