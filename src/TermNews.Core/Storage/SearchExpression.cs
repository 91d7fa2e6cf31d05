using System.Text;

namespace TermNews.Core.Storage;

/// <summary>A search for the index, ready to be bound.</summary>
/// <param name="Match">What must occur; null where nothing must.</param>
/// <param name="Without">What must not; null where anything may.</param>
internal sealed record CompiledSearch(string? Match, string? Without);

/// <summary>
/// What a reader typed as a search. Words must all occur; <c>OR</c> joins its two neighbours; <c>-</c> before a word, a phrase or a
/// column forbids it anywhere; <c>title:</c>, <c>author:</c>, <c>category:</c> and <c>feed:</c> name where; <c>*</c> at the end takes every
/// ending. All else is words, so no text is an error. Only forbidden words: everything but those. Only signs: nothing.
/// </summary>
internal sealed class SearchExpression
{
    private static readonly (string Prefix, string Column)[] Columns =
        [("title:", "title"), ("author:", "author"), ("category:", "categories"), ("feed:", "feed")];

    private readonly List<List<Term>> _all = [];   // Each inner list: one of them must occur.
    private readonly List<Term> _none = [];

    private SearchExpression(bool isEmpty) => IsEmpty = isEmpty;

    /// <summary>Nothing was typed: the search does not narrow.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether feeds are named, so that their titles are needed.</summary>
    public bool NamesFeeds => _all.SelectMany(any => any).Concat(_none).Any(term => term.Column == "feed");

    /// <summary>Reads what was typed.</summary>
    public static SearchExpression Parse(string typed)
    {
        var expression = new SearchExpression(string.IsNullOrWhiteSpace(typed));
        var words = Split(typed.Replace('\0', ' '));
        var joins = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "OR" && expression._all.Count > 0 && i + 1 < words.Count && !words[i + 1].StartsWith('-')
                && words[i + 1] != "OR")
                joins = true;
            else
                joins = expression.Add(words[i], joins);
        }
        return expression;
    }

    private bool Add(string word, bool joins)
    {
        var isForbidden = word.Length > 1 && word[0] == '-';
        if (Term.Read(isForbidden ? word[1..] : word, Columns) is not { } term)
            return joins;
        if (isForbidden)
            _none.Add(term);
        else if (joins)
            _all[^1].Add(term);
        else
            _all.Add([term]);
        return false;
    }

    /// <summary>The search in the index's own language.</summary>
    /// <param name="feeds">The ids of the feeds whose title has a text; asked only where feeds are named.</param>
    public CompiledSearch Compile(Func<string, IEnumerable<long>> feeds)
    {
        if (IsEmpty)
            return new CompiledSearch(null, null);
        var without = _none.Count == 0 ? null : string.Join(" OR ", _none.Select(term => term.Compile(feeds)));
        if (_all.Count == 0)
            return without is null ? new CompiledSearch(Term.Nothing, null) : new CompiledSearch(null, without);
        return new CompiledSearch(string.Join(" AND ", _all.Select(any =>
            $"({string.Join(" OR ", any.Select(t => t.Compile(feeds)))})")), without);
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

    private sealed record Term(string? Column, string Text, bool IsPrefix)
    {
        public const string Nothing = "feed : \"none\"";

        public static Term? Read(string word, (string Prefix, string Column)[] columns)
        {
            string? column = null;
            foreach (var (prefix, name) in columns)
            {
                if (word.Length > prefix.Length && word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    (column, word) = (name, word[prefix.Length..]);
            }
            var text = word.Replace('"', ' ').Trim();
            return SearchText.HasWord(text) ? new Term(column, text.TrimEnd('*'), text.EndsWith('*')) : null;
        }

        /// <summary>A quoted string is never an operator; words that name no column look everywhere but among the feeds' ids.</summary>
        public string Compile(Func<string, IEnumerable<long>> feeds)
        {
            if (Column == "feed")
            {
                var ids = string.Join(" OR ", feeds(Text).Select(id => $"\"{id}\""));
                return ids.Length == 0 ? Nothing : $"feed : ({ids})";
            }
            return $"{Column ?? "- feed"} : \"{SearchText.Separate(Text)}\"{(IsPrefix ? " *" : "")}";
        }
    }
}
