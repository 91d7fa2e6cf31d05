namespace TermNews.Core.Feeds.Fetching;

/// <summary>The part of the configuration that the fetcher needs; the defaults are those of an empty configuration.</summary>
public sealed class FetchSettings
{
    /// <summary>Names, passwords and proxies, in the order of the configuration.</summary>
    public IReadOnlyList<FeedAccess> Feeds { get; init; } = [];

    /// <summary>Feeds may be written by programs on this machine (<c>exec:</c> addresses).</summary>
    public bool AllowsPrograms { get; init; }

    /// <summary>Looks up the addresses of a host and waits for them: getaddrinfo(3), which may take minutes.</summary>
    public Func<string, IPAddress[]> LookUp { get; init; } = Dns.GetHostAddresses;
}
