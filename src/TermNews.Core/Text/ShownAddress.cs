namespace TermNews.Core.Text;

/// <summary>Addresses as every output prints them. Only fetching and <c>export-opml --with-passwords</c> see the password itself.</summary>
public static class ShownAddress
{
    private const string Mask = "***";

    /// <summary>True if an address was printed with its password masked: it cannot be fetched.</summary>
    public static bool IsMasked(string address) =>
        address.Contains($":{Mask}@", StringComparison.Ordinal) && Of(address) == address;

    /// <summary>The address with <c>user:***@</c> for <c>user:password@</c> (RFC 3986, 3.2.1); any other text as it is.</summary>
    public static string Of(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal);
        if (start < 0 || !address.Contains('@', StringComparison.Ordinal))
            return address;
        start += 3;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#');
        var authority = end < 0 ? address.AsSpan(start) : address.AsSpan(start, end);
        var at = authority.LastIndexOf('@');
        var colon = at < 0 ? -1 : authority[..at].IndexOf(':');
        return colon < 0 || colon == at - 1 ? address
            : string.Concat(address.AsSpan(0, start + colon + 1), Mask, address.AsSpan(start + at));
    }
}
