namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Sends single HTTP requests over pooled connections, with a slow start per server, and retries on connections that the server had closed.
/// </summary>
internal sealed class HttpSender(TimeProvider clock, FetchSettings settings, HostGate gate) : IDisposable
{
    /// <summary>
    /// Attempts per request. Of HTTP/1.0 servers, which close every connection without notice, a fifth of the feeds failed without retries.
    /// </summary>
    private const int MostTries = 6;

    /// <summary>The connect time-out: enough for three retransmissions of a SYN (after 1, 3 and 7 s).</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Hosts with HTTP/1.0, which close every connection without saying so.</summary>
    private readonly ConcurrentDictionary<string, bool> _oldHosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The slow start of each server that is exempt from the queue of public hosts.</summary>
    private readonly ConcurrentDictionary<string, ServerPace> _paces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Credentials and proxies by address.</summary>
    public AccessRules Access { get; } = new(settings.Feeds, isPublicOnly => MakeHandler(new HostLookup(settings.LookUp, isPublicOnly)));

    /// <inheritdoc/>
    public void Dispose() => Access.Dispose();

    /// <summary>Sends a request to the current address of a trail; gives the response once its headers have arrived.</summary>
    public async Task<HttpResponseMessage> SendAsync(FetchRequest request, RedirectTrail trail, CancellationToken cancellationToken)
    {
        var http = Access.ClientFor(trail.Proxy, trail.IsPublicOnly);
        for (var tries = 1; ; tries++)
        {
            using var message = HttpMessages.Make(request, trail);
            message.Headers.ConnectionClose = _oldHosts.ContainsKey(trail.Current.Authority);
            using var turn = await EnterAsync(trail.Current, cancellationToken).ConfigureAwait(false);
            try
            {
                var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                    .ConfigureAwait(false);
                turn?.TakeAnswer();
                if (response.Version < HttpVersion.Version11)
                    _oldHosts.TryAdd(trail.Current.Authority, true);
                return response;
            }
            catch (HttpRequestException ex) when (tries < MostTries && FetchFault.IsWithoutAnswer(ex))
            {
                // The server had closed a pooled connection; the next one is likely to work.
            }
        }
    }

    /// <summary>Waits for the server's slow start; public hosts have one visit at a time anyway.</summary>
    private async Task<ServerPace.Turn?> EnterAsync(Uri uri, CancellationToken cancellationToken) => gate.QueueOf(uri) is not null
        ? null
        : await _paces.GetOrAdd(uri.Authority, _ => new ServerPace(clock)).EnterAsync(cancellationToken).ConfigureAwait(false);

    private static SocketsHttpHandler MakeHandler(HostLookup hosts) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        ConnectCallback = hosts.ConnectAsync,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
        ResponseHeaderEncodingSelector = static (name, _) => name == "Location" ? Encoding.UTF8 : null,
    };
}
