namespace TermNews.Core.Feeds.Parsing;

/// <summary>
/// A document type declaration: skipped, except for short entities of plain text that the document declares itself. External entities are
/// never read, and no entity may hold a reference, so an entity bomb is impossible.
/// </summary>
internal sealed partial class XmlDoctype
{
    // Bounds against hostile declarations; XHTML 1.0 declares 253 entities of one character each.
    private const int LongestValue = 256;
    private const int MostEntities = 512;
    private const int LongestSubset = 65536;

    private readonly Dictionary<string, string> _entities = new(StringComparer.Ordinal);

    [GeneratedRegex("""<!ENTITY\s+(?<name>[\w.\-]{1,64})\s+(?:"(?<value>[^"<%]*)"|'(?<value>[^'<%]*)')\s*>""")]
    private static partial Regex Declaration { get; }

    /// <summary>The entities by name.</summary>
    public IReadOnlyDictionary<string, string> Entities => _entities;

    /// <summary>Reads a declaration and returns its length.</summary>
    public int Read(ReadOnlySpan<char> declaration)
    {
        var close = declaration.IndexOf('>');
        var open = declaration.IndexOf('[');
        if (open < 0 || (close >= 0 && close < open))
            return close < 0 ? declaration.Length : close + 1;
        var subset = declaration[open..];
        var end = subset.IndexOf(']');
        while (end >= 0 && !subset[(end + 1)..].TrimStart().StartsWith(">"))
        {
            var next = subset[(end + 1)..].IndexOf(']');
            end = next < 0 ? -1 : end + 1 + next;
        }
        if (end < 0)
            return close < 0 ? declaration.Length : close + 1;
        Collect(subset[..Math.Min(end, LongestSubset)].ToString());
        return open + end + 1 + subset[(end + 1)..].IndexOf('>') + 1;
    }

    private void Collect(string subset)
    {
        foreach (Match match in Declaration.Matches(subset))
        {
            var value = Html.HtmlEntities.Decode(match.Groups["value"].Value);
            if (_entities.Count < MostEntities && value.Length <= LongestValue)
                _entities.TryAdd(match.Groups["name"].Value, value);
        }
    }
}
