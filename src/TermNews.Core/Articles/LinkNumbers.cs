namespace TermNews.Core.Articles;

/// <summary>Numbers the links of one page in the order in which they are met; an address that occurs again keeps its number.</summary>
internal sealed class LinkNumbers
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<ArticleLink> _links = [];

    public IReadOnlyList<ArticleLink> Links => _links;

    /// <summary>The index of a link, counted from 0.</summary>
    public int IndexOf(string url, string text)
    {
        if (_indexes.TryGetValue(url, out var known))
            return known;
        _indexes.Add(url, _links.Count);
        _links.Add(new ArticleLink(_links.Count + 1, url, text));
        return _links.Count - 1;
    }
}
