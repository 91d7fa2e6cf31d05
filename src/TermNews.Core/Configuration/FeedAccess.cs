namespace TermNews.Core.Configuration;

/// <summary>
/// <c>[[feed]]</c>: how a feed, or all feeds below an address, are fetched. It is no record, so that nothing prints what it holds.
/// </summary>
public sealed class FeedAccess
{
    /// <summary>The address of the feed, or what the addresses of the feeds begin with.</summary>
    public required Uri Address { get; init; }

    /// <summary>All feeds below the address are meant.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The name that is told to the server; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The password that goes with the name.</summary>
    public string Password { get; init; } = "";

    /// <summary>The token that is shown to the server instead of a name; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The way to the server.</summary>
    public FeedProxy Proxy { get; init; } = FeedProxy.Environment;

    /// <summary>Whether a server is told who asks.</summary>
    public bool HasCredentials => User is not null || Token is not null;

    /// <summary>Whether an address is meant.</summary>
    public bool Covers(Uri uri) => IsOrigin(uri)
        && (IsPrefix
            ? uri.PathAndQuery.StartsWith(Address.PathAndQuery, StringComparison.Ordinal)
            : uri.PathAndQuery == Address.PathAndQuery);

    /// <summary>Whether an address has the scheme, the host and the port of this one.</summary>
    public bool IsOrigin(Uri uri) => uri.Scheme == Address.Scheme && uri.Port == Address.Port
        && uri.IdnHost.Equals(Address.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"[[feed]] {Address.Host}";
}

/// <summary>The way to a server.</summary>
/// <param name="IsDirect">Straight, through no proxy.</param>
/// <param name="Address">The proxy, perhaps with a name and a password; null for straight, or for what the environment says.</param>
public sealed record FeedProxy(bool IsDirect, Uri? Address)
{
    /// <summary>Through the proxy that the environment's variables name, if they do.</summary>
    public static FeedProxy Environment { get; } = new(false, null);

    /// <summary>Through no proxy.</summary>
    public static FeedProxy Direct { get; } = new(true, null);

    /// <inheritdoc/>
    public override string ToString() => IsDirect ? "none" : Address?.Host ?? "environment";
}
