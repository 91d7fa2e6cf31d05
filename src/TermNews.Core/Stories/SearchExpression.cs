namespace TermNews.Core.Stories;

/// <summary>
/// A parsed search. All words must occur; <c>OR</c> joins its two neighbours; <c>-</c> before a word, a phrase or a column excludes it;
/// <c>title:</c>, <c>author:</c>, <c>category:</c> and <c>feed:</c> name a column; <c>*</c> at the end matches any ending. <c>and</c> and
/// <c>or</c> between two columns are operators in lower case too. Anything else is words, so within its bounds no input is an error. A
/// search of excluded words only finds everything else; a search of signs only finds nothing.
/// </summary>
internal sealed class SearchExpression
{
    /// <summary>Bounds by choice, far above what anybody types: a search of 2,000 phrases took more than 40 s.</summary>
    private const int MostTerms = 64, MostWords = 64, LongestSearch = 1_000;

    private readonly List<List<SearchTerm>> _all = [];
    private readonly List<SearchTerm> _none = [];

    private SearchExpression(bool isEmpty) => IsEmpty = isEmpty;

    /// <summary>True if nothing was typed: the search matches everything.</summary>
    public bool IsEmpty { get; }

    /// <summary>The groups of terms; one term of each must occur.</summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>> All => _all;

    /// <summary>The excluded terms.</summary>
    public IReadOnlyList<SearchTerm> None => _none;

    /// <summary>True if there is a term, required or excluded.</summary>
    public bool HasTerms => _all.Count + _none.Count > 0;

    /// <summary>True if a term names a feed, so that the titles of feeds are needed.</summary>
    public bool NamesFeeds => _all.SelectMany(any => any).Concat(_none).Any(term => term.Column == SearchColumn.Feed);

    /// <summary>Parses a search.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it is longer than its bounds.</exception>
    public static SearchExpression Parse(string typed)
    {
        if (typed.Length > LongestSearch)
            throw TooLong($"{LongestSearch:N0} characters");
        var expression = new SearchExpression(string.IsNullOrWhiteSpace(typed));
        var words = Split(typed.Replace('\0', ' '));
        if (words.Count > MostTerms)
            throw TooLong($"{MostTerms} words or phrases");
        if (words.Any(static word => word.Count(char.IsWhiteSpace) >= MostWords))
            throw TooLong($"{MostWords} words in a phrase");
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

    private static NewsException TooLong(FormattableString most) =>
        new(NewsFault.WrongUse, $"A search has at most {most.ToString(CultureInfo.InvariantCulture)}; shorten it.");

    private static bool IsOr(List<string> words, int at) =>
        (words[at] == "OR" && !words[at + 1].StartsWith('-') && words[at + 1] != "OR")
        || (words[at] == "or" && !words[at + 1].StartsWith('-') && JoinsColumns(words, at));

    /// <summary>"and" between two columns is an operator, as nobody searches for it there.</summary>
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

    /// <summary>Splits at white space outside quotation marks; an unclosed mark extends to the end.</summary>
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

/// <summary>The column in which a term must occur.</summary>
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

    /// <summary>In the title of the feed, as a part of it.</summary>
    Feed,
}

/// <summary>A term of a search: a word or a phrase.</summary>
/// <param name="Column">The column.</param>
/// <param name="Text">The word, or several consecutive ones.</param>
/// <param name="IsPrefix">True if the last word is a prefix.</param>
internal sealed record SearchTerm(SearchColumn Column, string Text, bool IsPrefix)
{
    private static readonly (string Prefix, SearchColumn Column)[] Columns =
    [
        ("title:", SearchColumn.Title), ("author:", SearchColumn.Author), ("category:", SearchColumn.Category),
            ("feed:", SearchColumn.Feed),
    ];

    /// <summary>True if a word begins with the name of a column.</summary>
    public static bool NamesColumn(string word) =>
        Columns.Any(row => word.Length > row.Prefix.Length && word.StartsWith(row.Prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Parses a term; null if it has only signs.</summary>
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
