namespace TermNews.Core.Feeds.Parsing;

/// <summary>The namespace prefixes that are in scope, element by element.</summary>
internal sealed class NamespaceScope
{
    // A bound against hostile documents.
    private const int MostDeclarations = 256;

    private readonly List<(string Prefix, FeedNamespace Namespace, int Depth)> _declared = [];

    /// <summary>Adds the <c>xmlns</c> attributes of an element.</summary>
    public void Declare(IReadOnlyList<XmlAttribute> attributes, int depth)
    {
        foreach (var (name, value) in attributes)
        {
            if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || _declared.Count >= MostDeclarations)
                continue;
            if (name.Length == 5)
                _declared.Add(("", FeedNamespaces.FromAddress(value), depth));
            else if (name[5] == ':')
                _declared.Add((name[6..], FeedNamespaces.FromAddress(value), depth));
        }
    }

    /// <summary>Removes the declarations of elements deeper than this.</summary>
    public void Leave(int depth)
    {
        while (_declared.Count > 0 && _declared[^1].Depth >= depth)
            _declared.RemoveAt(_declared.Count - 1);
    }

    /// <summary>The vocabulary of a name. An unknown address counts as what its prefix usually means.</summary>
    public FeedNamespace Resolve(ReadOnlySpan<char> prefix)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            var (declared, found, _) = _declared[i];
            if (!prefix.Equals(declared, StringComparison.Ordinal))
                continue;
            return found == FeedNamespace.Other ? FeedNamespaces.FromPrefix(declared) : found;
        }
        return FeedNamespaces.FromPrefix(prefix.ToString());
    }
}
