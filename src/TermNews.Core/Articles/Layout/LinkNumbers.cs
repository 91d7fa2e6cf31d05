namespace TermNews.Core.Articles.Layout;

/// <summary>
/// What one page has shown so far. Links are numbered in the order of the text (an address that occurs again keeps its number), and the
/// meaning of an abbreviation is shown once.
/// </summary>
internal sealed class LinkNumbers
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<ArticleLink> _links = [];
    private readonly HashSet<string> _meanings = new(StringComparer.Ordinal);
    private int _numbered;

    public IReadOnlyList<ArticleLink> Links => _links;

    /// <summary>Whether the meaning of an abbreviation is new on this page; notes it.</summary>
    public bool IsNewAbbreviation(string meaning) => _meanings.Add(meaning);

    /// <summary>The number of a link; 0 if it leads to a place in the same document.</summary>
    public int NumberOf(int index) => _links[index].Number;

    /// <summary>The index of a link, from 0.</summary>
    public int IndexOf(string url, string text)
    {
        if (_indexes.TryGetValue(url, out var known))
            return known;
        _indexes.Add(url, _links.Count);
        var isInside = url.StartsWith('#');
        _links.Add(new ArticleLink(isInside ? 0 : ++_numbered, url, text));
        return _links.Count - 1;
    }
}
