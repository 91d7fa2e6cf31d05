using System.Net.Sockets;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>Distinguishes hosts of the local machine and private networks from public ones.</summary>
internal static class NetworkPlace
{
    /// <summary>
    /// Whether an address names this machine or a private network (RFC 1918, RFC 4193, RFC 6598, link-local), judged by its text without a
    /// look-up.
    /// </summary>
    public static bool IsPrivate(Uri uri)
    {
        var host = uri.IdnHost;
        if (uri.IsLoopback || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? IsPrivate(address)
            : !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether an address is of this machine or a private network, also in its forms in IPv6: mapped, NAT64 (RFC 6052), 6to4 (RFC 3056).
    /// </summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal || address.Equals(IPAddress.IPv6Any)
                || (EmbeddedIn(address.GetAddressBytes()) is { } inner && IsPrivate(inner));
        }
        var bytes = address.GetAddressBytes();
        return bytes[0] switch
        {
            0 or 10 or 127 => true,
            169 => bytes[1] == 254,
            172 => bytes[1] is >= 16 and <= 31,
            192 => bytes[1] == 168,
            100 => bytes[1] is >= 64 and <= 127,
            _ => false,
        };
    }

    /// <summary>The IPv4 address in 64:ff9b::/96 or 2002::/16; null for any other.</summary>
    private static IPAddress? EmbeddedIn(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> nat64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
        return bytes.StartsWith(nat64) ? new IPAddress(bytes[12..])
            : bytes[0] == 0x20 && bytes[1] == 0x02 ? new IPAddress(bytes[2..6])
            : null;
    }
}
