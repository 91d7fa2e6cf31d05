namespace TermNews.Core.Configuration;

/// <summary>
/// <c>[[feed]]</c>: credentials and proxy of a feed, or of all feeds below an address. Not a record, so that no generated
/// <c>ToString</c> prints a secret.
/// </summary>
public sealed class FeedAccess
{
    /// <summary>The address of the feed, or the prefix of the feeds' addresses.</summary>
    public required Uri Address { get; init; }

    /// <summary>Whether the address is a prefix.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The user name for the server; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The password of the user.</summary>
    public string Password { get; init; } = "";

    /// <summary>The bearer token for the server, in place of a user name; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The proxy.</summary>
    public FeedProxy Proxy { get; init; } = FeedProxy.Environment;

    /// <summary>Whether credentials are sent.</summary>
    public bool HasCredentials => User is not null || Token is not null;

    /// <summary>Whether these settings apply to an address.</summary>
    public bool Covers(Uri uri) => IsOrigin(uri)
        && (IsPrefix
            ? uri.PathAndQuery.StartsWith(Address.PathAndQuery, StringComparison.Ordinal)
            : uri.PathAndQuery == Address.PathAndQuery);

    /// <summary>Whether an address has the same origin (scheme, host, port).</summary>
    public bool IsOrigin(Uri uri) => uri.Scheme == Address.Scheme && uri.Port == Address.Port
        && uri.IdnHost.Equals(Address.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"[[feed]] {Address.Host}";
}

/// <summary>A proxy, or none.</summary>
/// <param name="IsDirect">Whether no proxy is used.</param>
/// <param name="Address">The proxy, possibly with credentials; null: none, or that of the environment.</param>
public sealed record FeedProxy(bool IsDirect, Uri? Address)
{
    /// <summary>The proxy of the environment variables, if any.</summary>
    public static FeedProxy Environment { get; } = new(false, null);

    /// <summary>No proxy.</summary>
    public static FeedProxy Direct { get; } = new(true, null);

    /// <inheritdoc/>
    public override string ToString() => IsDirect ? "none" : Address?.Host ?? "environment";
}
