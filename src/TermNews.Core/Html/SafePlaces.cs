namespace TermNews.Core.Html;

/// <summary>
/// The fragment targets within an HTML text: footnotes and their back links, tables of contents. Only their ids stay in safe HTML, and only
/// ids of letters, digits and a few signs.
/// </summary>
internal sealed class SafePlaces
{
    /// <summary>Characters of an id at most, by choice.</summary>
    private const int LongestName = 100;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SafePlaces()
    {
    }

    /// <summary>No targets.</summary>
    public static SafePlaces None { get; } = new();

    /// <summary>Collects the targets of an HTML text; texts that cannot have any are not scanned.</summary>
    public static SafePlaces Of(ReadOnlySpan<char> html)
    {
        if (!MayLeadInside(html) || !HasNames(html))
            return None;
        var places = new SafePlaces();
        places.Read(html);
        places._names.IntersectWith(places._asked);
        return places;
    }

    /// <summary>The id if a link leads to it; null otherwise.</summary>
    /// <param name="value">The value of <c>id</c> or <c>name</c> with references decoded.</param>
    public string? NameOf(string value) => _names.Contains(value) ? value : null;

    /// <summary><c>#id</c> if an address is a fragment of the same text; null otherwise.</summary>
    public string? TargetOf(string address)
    {
        var trimmed = address.AsSpan().Trim();
        return _names.Count > 0 && trimmed is ['#', ..] && FragmentOf(address) is { } name && _names.Contains(name) ? "#" + name : null;
    }

    /// <summary>Excludes hashes of character references and colours, which most are.</summary>
    private static bool MayLeadInside(ReadOnlySpan<char> html)
    {
        for (var from = 0; html[from..].IndexOf('#') is >= 0 and var found; from += found + 1)
        {
            if (from + found > 0 && html[from + found - 1] is not ('&' or ':' or ' ' or ',' or ';' or '(' or '>' or '\n'))
                return true;
        }
        return false;
    }

    private static bool HasNames(ReadOnlySpan<char> html) =>
        html.Contains("id=", StringComparison.OrdinalIgnoreCase) || html.Contains("name=", StringComparison.OrdinalIgnoreCase);

    private void Read(ReadOnlySpan<char> html)
    {
        var tokens = new HtmlTokenizer(html);
        while (tokens.Read())
        {
            if (tokens.Token != HtmlToken.Start)
                continue;
            if (HtmlElements.RoleOf(tokens.Name) == HtmlRole.Dropped)
                tokens.SkipRawText(tokens.Name);
            else
                ReadTag(ref tokens);
        }
    }

    private void ReadTag(ref HtmlTokenizer tokens)
    {
        while (tokens.ReadAttribute(out var name, out var value))
        {
            if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
                Add(_asked, value.Contains('#') ? FragmentOf(HtmlEntities.Decode(value)) : null);
            else if (name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.Equals("name", StringComparison.OrdinalIgnoreCase))
                Add(_names, HtmlEntities.Decode(value));
        }
    }

    private static void Add(HashSet<string> names, string? name)
    {
        if (name is { Length: > 0 and <= LongestName } && name.EnumerateRunes().All(IsKept))
            names.Add(name);
    }

    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or ':';

    private static string? FragmentOf(string address) =>
        address.LastIndexOf('#') is >= 0 and var hash ? Uri.UnescapeDataString(address[(hash + 1)..].TrimEnd()) : null;
}
