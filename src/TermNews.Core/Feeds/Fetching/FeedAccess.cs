namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// <c>[[feed]]</c>: credentials, proxy and retention of one feed, or of all feeds below an address. A class and not a record, so that no
/// generated <c>ToString</c> prints secrets.
/// </summary>
public sealed class FeedAccess
{
    /// <summary>The address of the feed, or the prefix of the addresses.</summary>
    public required Uri Address { get; init; }

    /// <summary>The address is a prefix.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The user name for basic authentication; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The password for <see cref="User"/>.</summary>
    public string Password { get; init; } = "";

    /// <summary>The bearer token, used instead of a name; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The proxy.</summary>
    public FeedProxy Proxy { get; init; } = FeedProxy.Environment;

    /// <summary>Days that stories are kept; 0 for ever, null for what <c>[retention]</c> says.</summary>
    public int? KeepDays { get; init; }

    /// <summary>The newest stories that are kept; 0 for all, null for what <c>[retention]</c> says.</summary>
    public int? KeepStories { get; init; }

    /// <summary>The entry is about how long stories are kept, and about nothing else.</summary>
    public bool IsOnlyKept => (KeepDays is not null || KeepStories is not null) && !HasCredentials && Proxy == FeedProxy.Environment;

    /// <summary>Whether there are credentials to send.</summary>
    public bool HasCredentials => User is not null || Token is not null;

    /// <summary>Whether the entry applies to an address.</summary>
    public bool Covers(Uri uri) => IsOrigin(uri)
        && (IsPrefix
            ? uri.PathAndQuery.StartsWith(Address.PathAndQuery, StringComparison.Ordinal)
            : uri.PathAndQuery == Address.PathAndQuery);

    /// <summary>Whether an address has the same origin (scheme, host and port).</summary>
    public bool IsOrigin(Uri uri) => uri.Scheme == Address.Scheme && uri.Port == Address.Port
        && uri.IdnHost.Equals(Address.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"[[feed]] {Address.Host}";
}

/// <summary>The way to a server.</summary>
/// <param name="IsDirect">No proxy is used.</param>
/// <param name="Address">The proxy, with optional credentials; null without a proxy or for that of the environment.</param>
public sealed record FeedProxy(bool IsDirect, Uri? Address)
{
    /// <summary>The proxy of the environment variables, if any.</summary>
    public static FeedProxy Environment { get; } = new(false, null);

    /// <summary>The proxy on the way to an address; null without one.</summary>
    public Uri? AddressFor(Uri target) => IsDirect ? null
        : Address ?? (HttpClient.DefaultProxy.IsBypassed(target) ? null : HttpClient.DefaultProxy.GetProxy(target));

    /// <summary>No proxy.</summary>
    public static FeedProxy Direct { get; } = new(true, null);

    /// <inheritdoc/>
    public override string ToString() => IsDirect ? "none" : Address?.Host ?? "environment";
}
