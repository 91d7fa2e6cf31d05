using TermNews.Core.Articles.Layout;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The rows of the front page: the list, the title row with its tabs, and the end of the status row.</summary>
internal static class FrontPageRows
{
    /// <summary>The beginning of the title row where there is room for it; as wide as the mark of a sample.</summary>
    public const string ProgramName = "TermNews  ";

    private const int RoomForProgramName = 72;   // Columns: the tabs with their names and "0 unread" have 71.
    private const int RoomForNames = 66;
    private const int WidestWords = 78;

    /// <summary>The rows of the list on the screen, or the words of an empty list.</summary>
    public static IReadOnlyList<TextLine> Rows(FrontPageState state, int width, LineOptions options, KeyMap keys)
    {
        if (state.Lines.Count == 0)
            return [TextLine.Empty, .. EmptyList.WordsFor(state).SelectMany(words => Wrapped(keys.Fill(words), width))];
        List<TextLine> rows = [.. state.Lines.Skip(state.Top).Take(state.Height).Select(line => line.Lay(width, options))];
        if (state.IsComplete && rows.Count < state.Height && EmptyList.EndOf(state) is { } end)
            rows.Add(new TextLine([new TextRun(TextWidth.Fit("    " + end, width), TextStyle.Dim)]));
        return rows;
    }

    /// <summary>The title row; the <see cref="TextRun.Target"/> of a tab is its place in the tabs.</summary>
    /// <param name="state">The state.</param>
    /// <param name="width">Columns.</param>
    /// <param name="foundAtMost">Stories that a search finds at most.</param>
    public static TextLine Title(FrontPageState state, int width, int foundAtMost)
    {
        var right = state.Search is null
            ? UnreadWords(state)
            : state.Lines.Count.ToString(CultureInfo.InvariantCulture) + (state.Lines.Count >= foundAtMost ? " or more found" : " found");
        IReadOnlyList<TextRun> left = state.Search is { } search ? [new("Search: ", TextStyle.Bold), new(search)]
            : state.ShowsMuted ? [new($"Muted: {Plural.Stories(state.MutedCount)}", TextStyle.Bold)]
            : TabsOf(state, width);
        return Bars.Spread(left, new TextRun(right), width);
    }

    /// <summary>The right end of the status row: arrivals first, then failing feeds, then muted stories.</summary>
    public static string StatusEnd(FrontPageState state, KeyMap keys, bool isRoomy, bool isAscii)
    {
        if (state.Arrivals > 0)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"{state.Arrivals} new {(isAscii ? "-" : "—")} press {keys.Of(FrontPageCommands.ShowArrivals)}");
        }
        var muted = state.MutedCount == 0 || state.ShowsMuted ? string.Empty
            : keys.Fill(string.Create(CultureInfo.InvariantCulture, $"{state.MutedCount} muted, {{key:muted}}"));
        if (state.FailingFeeds == 0)
            return muted;
        var failing = keys.Fill($"{Plural.Of(state.FailingFeeds, "feed")} failing, {{key:feeds}}");
        return isRoomy && muted.Length > 0 ? $"{failing}  {muted}" : failing;
    }

    /// <summary>"12 unread"; empty until they are counted.</summary>
    public static string UnreadWords(FrontPageState state) =>
        state.UnreadCount is { } unread ? string.Create(CultureInfo.InvariantCulture, $"{unread} unread") : "";

    private static List<TextRun> TabsOf(FrontPageState state, int width)
    {
        var only = state.OnlyFeed?.Title ?? state.OnlyTag;
        List<TextRun> runs = width >= RoomForProgramName ? [new TextRun(ProgramName, TextStyle.Bold)] : [];
        foreach (var (at, list) in ListCatalog.Tabs.Index())
        {
            var isCurrent = list == state.List;
            var number = (at + 1).ToString(CultureInfo.InvariantCulture);
            var name = isCurrent || width >= RoomForNames ? $"{number} {list.Title}" : number;
            if (isCurrent && only is not null)
                name += $": {only}";
            runs.Add(new TextRun(name, isCurrent ? TextStyle.Bold | TextStyle.Underline : TextStyle.Plain) { Target = at });
            runs.Add(new TextRun(width >= RoomForNames ? "  " : " "));
        }
        return runs;
    }

    private static IEnumerable<TextLine> Wrapped(string words, int width) =>
        TextWrap.Wrap(words, Math.Max(10, Math.Min(width, WidestWords) - 4))
            .Select(line => new TextLine([new TextRun(TextWidth.Fit("  " + line, width))]));
}
