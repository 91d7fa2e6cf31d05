using System.Text;

namespace TermNews.Core.Html;

/// <summary>
/// The places of an HTML text that its own links lead to: footnotes and the way back from them, tables of contents. Only their names stay
/// in safe HTML, and only those of letters, digits and a few signs.
/// </summary>
internal sealed class SafePlaces
{
    private const int LongestName = 100;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SafePlaces()
    {
    }

    /// <summary>Those of a text without any.</summary>
    public static SafePlaces None { get; } = new();

    /// <summary>Those of an HTML text, which is read for them only where it may have some.</summary>
    public static SafePlaces Of(ReadOnlySpan<char> html)
    {
        if (!MayLeadInside(html) || !HasNames(html))
            return None;
        var places = new SafePlaces();
        places.Read(html);
        places._names.IntersectWith(places._asked);
        return places;
    }

    /// <summary>The name of a place that a link leads to; null for anything else.</summary>
    /// <param name="value">What an <c>id</c> or <c>name</c> says, references decoded.</param>
    public string? NameOf(string value) => _names.Contains(value) ? value : null;

    /// <summary><c>#name</c> where an address leads to a place in the same text and says no more; else null.</summary>
    public string? TargetOf(string address)
    {
        var trimmed = address.AsSpan().Trim();
        return _names.Count > 0 && trimmed is ['#', ..] && FragmentOf(address) is { } name && _names.Contains(name) ? "#" + name : null;
    }

    /// <summary>Most hashes belong to character references and colours.</summary>
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
