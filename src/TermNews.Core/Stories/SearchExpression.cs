using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Stories;

/// <summary>
/// What a reader typed as a search. Words must all occur; <c>OR</c> joins its two neighbours; <c>-</c> before a word, a phrase or a
/// column forbids it anywhere; <c>title:</c>, <c>author:</c>, <c>category:</c> and <c>feed:</c> name where; <c>*</c> at the end takes every
/// ending. <c>and</c> and <c>or</c> between two columns join them, in small letters, too. All else is words, so no text is an error. Only
/// forbidden words: everything but those. Only signs: nothing.
/// </summary>
internal sealed class SearchExpression
{
    private readonly List<List<SearchTerm>> _all = [];
    private readonly List<SearchTerm> _none = [];

    private SearchExpression(bool isEmpty) => IsEmpty = isEmpty;

    /// <summary>Nothing was typed: the search does not narrow.</summary>
    public bool IsEmpty { get; }

    /// <summary>Of each of these one must occur.</summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>> All => _all;

    /// <summary>None of these may occur.</summary>
    public IReadOnlyList<SearchTerm> None => _none;

    /// <summary>Whether there is anything to look for, or to keep out.</summary>
    public bool HasTerms => _all.Count + _none.Count > 0;

    /// <summary>Whether feeds are named, so that their titles are needed.</summary>
    public bool NamesFeeds => _all.SelectMany(any => any).Concat(_none).Any(term => term.Column == SearchColumn.Feed);

    /// <summary>Reads what was typed.</summary>
    public static SearchExpression Parse(string typed)
    {
        var expression = new SearchExpression(string.IsNullOrWhiteSpace(typed));
        var words = Split(typed.Replace('\0', ' '));
        var joins = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (expression._all.Count > 0 && i + 1 < words.Count && IsOr(words, i))
                joins = true;
            else if (i == 0 || i + 1 == words.Count || words[i] != "and" || !JoinsColumns(words, i))
                joins = expression.Add(words[i], joins);
        }
        return expression;
    }

    private static bool IsOr(List<string> words, int at) =>
        (words[at] == "OR" && !words[at + 1].StartsWith('-') && words[at + 1] != "OR")
        || (words[at] == "or" && !words[at + 1].StartsWith('-') && JoinsColumns(words, at));

    /// <summary>Nobody looks for "and" between two names of places.</summary>
    private static bool JoinsColumns(List<string> words, int at) =>
        SearchTerm.NamesColumn(words[at - 1].TrimStart('-')) && SearchTerm.NamesColumn(words[at + 1].TrimStart('-'));

    private bool Add(string word, bool joins)
    {
        var isForbidden = word.Length > 1 && word[0] == '-';
        if (SearchTerm.Read(isForbidden ? word[1..] : word) is not { } term)
            return joins;
        if (isForbidden)
            _none.Add(term);
        else if (joins)
            _all[^1].Add(term);
        else
            _all.Add([term]);
        return false;
    }

    /// <summary>Words at white space outside quotation marks; a mark that is never closed goes to the end.</summary>
    private static List<string> Split(string typed)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var c in typed)
        {
            isQuoted ^= c == '"';
            if (!char.IsWhiteSpace(c) || isQuoted)
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }
}

/// <summary>Where a word of a search must occur.</summary>
internal enum SearchColumn
{
    /// <summary>Anywhere but in the name of the feed.</summary>
    Anywhere,

    /// <summary>In the headline.</summary>
    Title,

    /// <summary>In the author's name.</summary>
    Author,

    /// <summary>In a category.</summary>
    Category,

    /// <summary>In the name of the feed, whatever its words are.</summary>
    Feed,
}

/// <summary>A word or phrase of a search.</summary>
/// <param name="Column">Where it must occur.</param>
/// <param name="Text">The word, or several that must follow each other.</param>
/// <param name="IsPrefix">The last word may go on.</param>
internal sealed record SearchTerm(SearchColumn Column, string Text, bool IsPrefix)
{
    private static readonly (string Prefix, SearchColumn Column)[] Columns =
    [
        ("title:", SearchColumn.Title), ("author:", SearchColumn.Author), ("category:", SearchColumn.Category), ("feed:", SearchColumn.Feed),
    ];

    /// <summary>Whether a word begins with the name of a column.</summary>
    public static bool NamesColumn(string word) =>
        Columns.Any(row => word.Length > row.Prefix.Length && word.StartsWith(row.Prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a word as it was typed; null where it has only signs.</summary>
    public static SearchTerm? Read(string word)
    {
        var column = SearchColumn.Anywhere;
        foreach (var (prefix, named) in Columns)
        {
            if (word.Length > prefix.Length && word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                (column, word) = (named, word[prefix.Length..]);
        }
        var text = word.Replace('"', ' ').Trim();
        return SearchText.HasWord(text) ? new SearchTerm(column, text.TrimEnd('*'), text.EndsWith('*')) : null;
    }
}
