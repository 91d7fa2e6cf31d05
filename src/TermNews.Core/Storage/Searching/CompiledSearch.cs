using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Storage.Searching;

/// <summary>A search in the index's own language, ready to be bound.</summary>
/// <param name="Match">What must occur; null where nothing must.</param>
/// <param name="Without">What must not; null where anything may.</param>
internal sealed record CompiledSearch(string? Match, string? Without)
{
    private const string Nothing = "feed : \"none\"";

    /// <summary>Compiles a search.</summary>
    /// <param name="search">What was typed.</param>
    /// <param name="feeds">The ids of the feeds whose title has a text; asked only where feeds are named.</param>
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

    /// <summary>A quoted string is never an operator; words that name no column look everywhere but among the feeds' ids.</summary>
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
