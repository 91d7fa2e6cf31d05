namespace TermNews.Core.Storage.Searching;

/// <summary>A search in the query language of FTS5, ready to be bound.</summary>
/// <param name="Match">The terms that must occur; null for no condition.</param>
/// <param name="Without">The terms that must not occur; null for no condition.</param>
internal sealed record CompiledSearch(string? Match, string? Without)
{
    private const string Nothing = "feed : \"none\"";

    /// <summary>Compiles a search.</summary>
    /// <param name="search">The parsed search.</param>
    /// <param name="feeds">Finds the ids of feeds by a part of their title; called only for terms that name feeds.</param>
    public static CompiledSearch Of(SearchExpression search, Func<string, IEnumerable<long>> feeds)
    {
        if (search.IsEmpty)
            return new CompiledSearch(null, null);
        var without = search.None.Count == 0 ? null : string.Join(" OR ", search.None.Select(term => Compile(term, feeds)));
        if (search.All.Count == 0)
            return without is null ? new CompiledSearch(Nothing, null) : new CompiledSearch(null, without);
        return new CompiledSearch(string.Join(" AND ", search.All.Select(any =>
            $"({string.Join(" OR ", any.Select(term => Compile(term, feeds)))})")), without);
    }

    /// <summary>
    /// Terms are quoted, so that nothing in them is an operator. A term without a column searches all columns but the feed ids.
    /// </summary>
    private static string Compile(SearchTerm term, Func<string, IEnumerable<long>> feeds)
    {
        if (term.Column == SearchColumn.Feed)
        {
            var ids = string.Join(" OR ", feeds(term.Text).Select(id => $"\"{id}\""));
            return ids.Length == 0 ? Nothing : $"feed : ({ids})";
        }
        return $"{NameOf(term.Column)} : \"{SearchText.Separate(term.Text)}\"{(term.IsPrefix ? " *" : "")}";
    }

    private static string NameOf(SearchColumn column) => column switch
    {
        SearchColumn.Anywhere => "- feed",
        SearchColumn.Title => "title",
        SearchColumn.Author => "author",
        SearchColumn.Category => "categories",
        SearchColumn.Feed => "feed",
    };
}
