using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TermNews.Core.Configuration;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Names, passwords and proxies of the configuration, found by address. There is an <see cref="HttpClient"/> for each proxy and not one
/// handler that asks an <see cref="IWebProxy"/>: that would see addresses only, and lose the feed's proxy when its server redirects.
/// </summary>
/// <param name="feeds"><c>[[feed]]</c> of the configuration.</param>
/// <param name="makeHandler">Makes what connects.</param>
internal sealed class AccessRules(IReadOnlyList<FeedAccess> feeds, Func<SocketsHttpHandler> makeHandler) : IDisposable
{
    /// <summary>By the proxy as it was written: addresses that differ in the password only are equal.</summary>
    private readonly ConcurrentDictionary<string, Lazy<HttpClient>> _clients = new(StringComparer.Ordinal);

    /// <summary>Tells the server of a feed who asks, as the configuration or else the address itself says; null where neither does.</summary>
    public AuthenticationHeaderValue? CredentialsFor(Uri uri) =>
        Nearest(uri, feed => feed.HasCredentials) is { } access ? HeaderOf(access) : CredentialsIn(uri);

    /// <summary>The name and password written in an address; null where there are none.</summary>
    public static AuthenticationHeaderValue? CredentialsIn(Uri uri) =>
        uri.UserInfo.Length > 0 ? Basic(Uri.UnescapeDataString(uri.UserInfo)) : null;

    /// <summary>The way to an address.</summary>
    public FeedProxy ProxyFor(Uri uri) =>
        Nearest(uri, feed => feed.Proxy != FeedProxy.Environment)?.Proxy ?? FeedProxy.Environment;

    /// <summary>The client that takes this way.</summary>
    public HttpClient ClientFor(FeedProxy proxy)
    {
        var written = proxy.IsDirect ? "none" : proxy.Address?.OriginalString ?? "";
        return _clients.GetOrAdd(written, _ => new Lazy<HttpClient>(() => MakeClient(proxy))).Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Value.Dispose();
    }

    /// <summary>What is written for the address itself goes before what is written for more.</summary>
    private FeedAccess? Nearest(Uri uri, Func<FeedAccess, bool> says) =>
        feeds.Where(feed => says(feed) && feed.Covers(uri))
            .MaxBy(feed => feed.IsPrefix ? feed.Address.PathAndQuery.Length : int.MaxValue);

    private HttpClient MakeClient(FeedProxy way)
    {
        var handler = makeHandler();
        // Nothing said: the handler's own default are the proxies that the environment names.
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
