namespace TermNews.Core.Reader.Help;

/// <summary>What the help screen shows.</summary>
public sealed record HelpState
{
    /// <summary>All lines, for the width that was asked for.</summary>
    public IReadOnlyList<TextLine> Lines { get; init; } = [];

    /// <summary>The first line on the screen.</summary>
    public int Top { get; init; }

    /// <summary>Rows on the screen.</summary>
    public int Height { get; init; } = 20;
}

/// <summary>The help screen, made of the key map.</summary>
public sealed class HelpViewModel(KeyMap keys) : ViewModel<HelpState>(new())
{
    private const int KeyCells = 21;

    private static readonly (string Heading, KeyScope Scope)[] Sections =
    [
        ("Everywhere", KeyScope.Stories | KeyScope.Feeds),
        ("Lists and articles", KeyScope.Stories),
        ("In a list", KeyScope.List),
        ("In an article", KeyScope.Article),
        ("In a menu", KeyScope.Menu),
        ("In the feeds", KeyScope.Feeds),
        ("Writing", KeyScope.Comment | KeyScope.Prompt),
    ];

    /// <summary>Lays the help out.</summary>
    public void Resize(int width, int height)
    {
        State = State with { Lines = [.. Lay(width)], Height = Math.Max(1, height) };
        Scroll(0);
    }

    /// <summary>Scrolls by lines.</summary>
    public void Scroll(int lines) =>
        State = State with { Top = Math.Clamp(State.Top + lines, 0, Math.Max(0, State.Lines.Count - State.Height)) };

    private IEnumerable<TextLine> Lay(int width)
    {
        var left = keys.Table.Where(line => line.Keys.Count > 0).ToList();
        foreach (var (heading, scope) in Sections)
        {
            List<ReaderCommand> lines = [.. left.Where(line => IsOf(line, scope))];
            if (lines.Count == 0)
                continue;
            left.RemoveAll(lines.Contains);
            yield return new TextLine([new TextRun(TextWidth.Fit(heading, width), TextStyle.Bold | TextStyle.Accent)]);
            foreach (var line in lines)
                yield return Lay(line, width);
            yield return TextLine.Empty;
        }
    }

    /// <summary>A section of several screens has what works on all of them.</summary>
    private static bool IsOf(ReaderCommand line, KeyScope section) =>
        section.HasFlag(KeyScope.Comment) ? (line.Scope & section) != KeyScope.None : line.Scope.HasFlag(section);

    private static TextLine Lay(ReaderCommand line, int width)
    {
        var names = string.Join("  ", line.Keys);
        var cells = Math.Min(KeyCells, width / 2);
        return new TextLine(
        [
            new TextRun("  " + TextWidth.Pad(names, Math.Max(0, cells - 2)), TextStyle.Bold),
            new TextRun(TextWidth.Fit(line.Words, Math.Max(0, width - cells))),
        ]);
    }
}
