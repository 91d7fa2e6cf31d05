using System.Net.Http.Headers;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Credentials and proxies of the configuration, looked up by address. Each proxy has its own <see cref="HttpClient"/>: an <see
/// cref="IWebProxy"/> sees addresses only and would lose the feed's proxy after a redirect to another host.
/// </summary>
/// <param name="feeds"><c>[[feed]]</c> of the configuration.</param>
/// <param name="makeHandler">
/// Creates the message handler of a client, which connects to public addresses only if the argument is true.
/// </param>
internal sealed class AccessRules(IReadOnlyList<FeedAccess> feeds, Func<bool, SocketsHttpHandler> makeHandler) : IDisposable
{
    /// <summary>The key is the proxy as it was written, because <see cref="Uri"/> ignores the password when it compares.</summary>
    private readonly ConcurrentDictionary<(string Proxy, bool IsPublicOnly), Lazy<HttpClient>> _clients = new();

    /// <summary>
    /// The <c>Authorization</c> header for a feed, from the configuration, else from the address itself; null without credentials.
    /// </summary>
    public AuthenticationHeaderValue? CredentialsFor(Uri uri) =>
        Nearest(uri, feed => feed.HasCredentials) is { } access ? HeaderOf(access) : CredentialsIn(uri);

    /// <summary>Basic authentication from the name and password in an address; null without them.</summary>
    public static AuthenticationHeaderValue? CredentialsIn(Uri uri) =>
        uri.UserInfo.Length > 0 ? Basic(Uri.UnescapeDataString(uri.UserInfo)) : null;

    /// <summary>The proxy for an address; the nearest entry of the configuration that names one wins.</summary>
    public FeedProxy ProxyFor(Uri uri) => Nearest(uri, feed => feed.Proxy != FeedProxy.Environment)?.Proxy ?? FeedProxy.Environment;

    /// <summary>The client of a proxy, created on first use.</summary>
    /// <param name="proxy">The proxy.</param>
    /// <param name="isPublicOnly">
    /// Whether it connects to public addresses only. It has connections of its own then: one that is open already is not looked at again.
    /// </param>
    public HttpClient ClientFor(FeedProxy proxy, bool isPublicOnly)
    {
        var written = proxy.IsDirect ? "none" : proxy.Address?.OriginalString ?? "";
        return _clients.GetOrAdd((written, isPublicOnly), _ => new Lazy<HttpClient>(() => MakeClient(proxy, isPublicOnly))).Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Value.Dispose();
    }

    /// <summary>An entry for the address itself wins over one for a prefix, and a longer prefix over a shorter one.</summary>
    private FeedAccess? Nearest(Uri uri, Func<FeedAccess, bool> says) =>
        feeds.Where(feed => says(feed) && feed.Covers(uri))
            .MaxBy(feed => feed.IsPrefix ? feed.Address.PathAndQuery.Length : int.MaxValue);

    private HttpClient MakeClient(FeedProxy way, bool isPublicOnly)
    {
        var handler = makeHandler(isPublicOnly);
        // By default the handler uses the proxies of the environment (http_proxy and its kin).
        if (way.IsDirect)
            handler.UseProxy = false;
        else if (way.Address is { } address)
            handler.Proxy = ProxyAt(address);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static WebProxy ProxyAt(Uri address)
    {
        var bare = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        var parts = address.UserInfo.Split(':', 2);
        var credentials = parts[0].Length == 0
            ? null
            : new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
        return new WebProxy(bare) { Credentials = credentials };
    }

    private static AuthenticationHeaderValue HeaderOf(FeedAccess access) =>
        access.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : Basic($"{access.User}:{access.Password}");

    private static AuthenticationHeaderValue Basic(string userAndPassword) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword)));
}
