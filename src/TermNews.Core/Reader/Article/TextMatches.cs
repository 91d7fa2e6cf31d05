using TermNews.Core.Articles;

namespace TermNews.Core.Reader.Article;

/// <summary>The matches of a search in a page, also those that a line break divides.</summary>
internal sealed class TextMatches
{
    private static readonly bool[] Nothing = [];

    private readonly Dictionary<int, bool[]> _marks = [];
    private readonly List<int> _lines = [];

    private TextMatches(ComposedArticle page, string search) => (Page, Search) = (page, search);

    /// <summary>No search.</summary>
    public static TextMatches None { get; } = new(ComposedArticle.Empty, string.Empty);

    /// <summary>The page.</summary>
    public ComposedArticle Page { get; }

    /// <summary>The search; case is ignored.</summary>
    public string Search { get; }

    /// <summary>The lines in which a match begins, from top to bottom.</summary>
    public IReadOnlyList<int> Lines => _lines;

    /// <summary>For each character (UTF-16 code unit) of a line, whether it is part of a match; empty for none.</summary>
    public IReadOnlyList<bool> At(int line) => _marks.GetValueOrDefault(line, Nothing);

    /// <summary>The matches of a page.</summary>
    public static TextMatches Of(ComposedArticle page, string search)
    {
        var matches = new TextMatches(page, search);
        if (string.IsNullOrWhiteSpace(search))
            return matches;
        for (var line = 0; line < page.Lines.Count;)
        {
            var end = line + 1;
            while (end < page.Lines.Count && page.Lines[end].Block == page.Lines[line].Block && page.Lines[end].Runs.Count > 0)
                end++;
            matches.SearchIn(line, end);
            line = end;
        }
        return matches;
    }

    /// <summary>Searches in consecutive lines.</summary>
    private void SearchIn(int first, int end)
    {
        var text = new StringBuilder();
        List<(int Line, int At)> places = [];
        for (var line = first; line < end; line++)
            Append(Page.Lines[line].ToString(), line, text, places);
        var all = text.ToString();
        for (var at = all.IndexOf(Search, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = all.IndexOf(Search, at + Search.Length, StringComparison.OrdinalIgnoreCase))
        {
            Mark(places.GetRange(at, Search.Length));
        }
    }

    /// <summary>Appends a line. From the second line on, its leading bar or blanks are dropped, and a blank separates the words.</summary>
    private static void Append(string line, int number, StringBuilder text, List<(int Line, int At)> places)
    {
        var start = 0;
        if (text.Length > 0)
        {
            while (start < line.Length && (line[start] is ' ' or '│' or '|'))
                start++;
            if (start < line.Length && !(IsWithoutBlank(text[^1]) && IsWithoutBlank(line[start])))
            {
                text.Append(' ');
                places.Add((number, -1));
            }
        }
        text.Append(line, start, line.Length - start);
        for (var at = start; at < line.Length; at++)
            places.Add((number, at));
    }

    private static bool IsWithoutBlank(char c) =>
        !char.IsSurrogate(c) && (Scripts.IsIdeographic(new Rune(c)) || Scripts.IsSouthEastAsian(c));

    private void Mark(List<(int Line, int At)> places)
    {
        var first = places.Find(place => place.At >= 0).Line;
        if (_lines.Count == 0 || _lines[^1] != first)
            _lines.Add(first);
        foreach (var (line, at) in places.Where(place => place.At >= 0))
        {
            if (!_marks.TryGetValue(line, out var marks))
                _marks[line] = marks = new bool[Page.Lines[line].ToString().Length];
            marks[at] = true;
        }
    }
}
