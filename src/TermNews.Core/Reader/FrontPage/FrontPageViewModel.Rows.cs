using System.Globalization;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.FrontPage;

public sealed partial class FrontPageViewModel
{
    private const int ColumnGap = 2;

    /// <summary>How the title row begins where it has room, as wide as the mark of a sample.</summary>
    internal const string ProgramName = "TermNews  ";

    /// <summary>ASCII stands in for symbols.</summary>
    public bool Ascii { get; set; }

    private const int NamedTabs = 66;

    private LineOptions Options => new(clock.GetUtcNow()) { Ascii = Ascii };

    /// <summary>The name of a list, as tabs show it.</summary>
    public static string NameOf(StoryList list) => list switch
    {
        StoryList.Latest => "Latest",
        StoryList.Popular => "Popular",
        StoryList.MustRead => "Must-Read",
        StoryList.Unread => "Unread",
        StoryList.Saved => "Saved",
        StoryList.Commented => "Comments",
        StoryList.All => "All",
    };

    /// <summary>
    /// The rows on the screen, from <see cref="FrontPageState.Top"/> on, or what an empty list says instead; the selected one is
    /// <see cref="FrontPageState.Selected"/> minus <see cref="FrontPageState.Top"/>.
    /// </summary>
    public IReadOnlyList<TextLine> Rows(int width)
    {
        var (state, options) = (State, Options);
        if (state.Lines.Count == 0)
            return [TextLine.Empty, .. EmptyList.WordsFor(state).SelectMany(words => Wrapped(words, width))];
        List<TextLine> rows = [.. state.Lines.Skip(state.Top).Take(state.Height).Select(line => line.Lay(width, options))];
        if (state.IsComplete && rows.Count < state.Height && EmptyList.EndOf(state) is { } end)
            rows.Add(new TextLine([new TextRun(TextWidth.Fit("    " + end, width), TextStyle.Dim)]));
        return rows;
    }

    /// <summary>A numbered column (Popular or Must-Read) beside a wide list.</summary>
    private IReadOnlyList<TextLine> Column(StoryList list, int width)
    {
        var (lines, options) = (list == StoryList.Popular ? State.Popular : State.MustRead, Options);
        var heading = new TextLine([new TextRun(TextWidth.Fit(NameOf(list), width), TextStyle.Bold | TextStyle.Accent)]);
        if (lines.Count == 0)
            return [heading, new TextLine([new TextRun(TextWidth.Fit("Nothing yet", width), TextStyle.Dim)])];
        return [heading, .. lines.SelectMany((line, place) => line.LayNumbered(place + 1, width, options))];
    }

    /// <summary>The list whose tab stands in a column of the title row; null for none.</summary>
    public StoryList? TabAt(int column, int width)
    {
        if (State.Search is not null || State.ShowsMuted)
            return null;
        var (tab, runs) = (-1, TabsFor(width));
        for (var at = 0; at < runs.Count && column >= 0; at++)
        {
            column -= TextWidth.Of(runs[at].Text);
            if (char.IsAsciiDigit(runs[at].Text[0]))
                tab++;
            if (column < 0)
                return char.IsAsciiDigit(runs[at].Text[0]) ? Tabs[tab] : null;
        }
        return null;
    }

    /// <summary>Popular and Must-Read for the area beside a wide list, next to each other.</summary>
    public IReadOnlyList<TextLine> Columns(int width)
    {
        var each = EachOf(width);
        var (left, right) = (Column(StoryList.Popular, each), Column(StoryList.MustRead, width - each - ColumnGap));
        return [.. Enumerable.Range(0, Math.Max(left.Count, right.Count)).Select(row => Beside(row, left, right, each + ColumnGap))];
    }

    private static int EachOf(int width) => (width - ColumnGap) / 2;

    private static TextLine Beside(int row, IReadOnlyList<TextLine> left, IReadOnlyList<TextLine> right, int at)
    {
        var (first, second) = (left.ElementAtOrDefault(row) ?? TextLine.Empty, right.ElementAtOrDefault(row));
        return second is null
            ? first
            : new TextLine([.. first.Runs, new TextRun(new string(' ', at - TextWidth.Of(first.ToString()))), .. second.Runs]);
    }

    /// <summary>The story in the area beside a wide list; null for none.</summary>
    /// <param name="column">The column in the area, counted from 0.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="width">Columns of the area.</param>
    public Story? StoryInColumns(int column, int row, int width)
    {
        var lines = column < EachOf(width) + ColumnGap ? State.Popular : State.MustRead;
        return row > 0 && (row - 1) / 2 < lines.Count ? lines[(row - 1) / 2].Story : null;
    }

    /// <summary>How much is unread; empty until it is counted.</summary>
    public string UnreadWords => State.UnreadCount is { } unread ? string.Create(CultureInfo.InvariantCulture, $"{unread} unread") : "";

    /// <summary>The same, and how much is muted.</summary>
    internal string CountWords => State.ShowsMuted ? Plural.Stories(State.MutedCount) : State.MutedCount == 0 ? UnreadWords
        : string.Create(CultureInfo.InvariantCulture, $"{UnreadWords}, {State.MutedCount} muted");

    /// <summary>The title row: the tabs, or what is searched for, and how much is unread.</summary>
    public TextLine TitleRow(int width)
    {
        var right = State.Search is null
            ? UnreadWords
            : State.Lines.Count.ToString(CultureInfo.InvariantCulture) + (State.Lines.Count >= FoundAtMost ? " or more found" : " found");
        var left = State.Search is { } search ? SearchTitle(search) : State.ShowsMuted ? MutedTitle() : TabsFor(width);
        return Bars.Spread(left, new TextRun(right), width);
    }

    /// <summary>The right end of the status row: arrivals first, then feeds that fail, then what is muted.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="isRoomy">There is room for more than one of these.</param>
    public string StatusEnd(KeyMap keys, bool isRoomy = false)
    {
        if (State.Arrivals > 0)
        {
            var key = keys.KeyOf(ReaderCommand.ShowArrivals, KeyScope.List);
            return string.Create(CultureInfo.InvariantCulture, $"{State.Arrivals} new {(Ascii ? "-" : "—")} press {key}");
        }
        var muted = State.MutedCount == 0 || State.ShowsMuted ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"{State.MutedCount} muted, {keys.KeyOf(ReaderCommand.ShowMuted, KeyScope.List)}");
        if (State.FailingFeeds == 0)
            return muted;
        var feedsKey = keys.KeyOf(ReaderCommand.ShowFeeds, KeyScope.List);
        var feeds = State.FailingFeeds == 1 ? "feed" : "feeds";
        var failing = string.Create(CultureInfo.InvariantCulture, $"{State.FailingFeeds} {feeds} failing, {feedsKey}");
        return isRoomy && muted.Length > 0 ? $"{failing}  {muted}" : failing;
    }

    private static List<TextRun> SearchTitle(string search) => [new("Search: ", TextStyle.Bold), new(search)];

    private List<TextRun> MutedTitle() => [new($"Muted: {Plural.Stories(State.MutedCount)}", TextStyle.Bold)];

    private List<TextRun> TabsFor(int width)
    {
        var only = State.OnlyFeed?.Title ?? State.OnlyTag;
        List<TextRun> runs = width >= 72 ? [new TextRun(ProgramName, TextStyle.Bold)] : [];
        for (var at = 0; at < Tabs.Count; at++)
        {
            var isCurrent = Tabs[at] == State.List;
            var number = (at + 1).ToString(CultureInfo.InvariantCulture);
            var name = isCurrent || width >= NamedTabs ? $"{number} {NameOf(Tabs[at])}" : number;
            if (isCurrent && only is not null)
                name += $": {only}";
            runs.Add(new TextRun(name, isCurrent ? TextStyle.Bold | TextStyle.Underline : TextStyle.Plain));
            runs.Add(new TextRun(width >= NamedTabs ? "  " : " "));
        }
        return runs;
    }

    private static IEnumerable<TextLine> Wrapped(string words, int width) =>
        TextWrap.Wrap(words, Math.Max(10, Math.Min(width, 78) - 4))
            .Select(line => new TextLine([new TextRun(TextWidth.Fit("  " + line, width))]));
}
