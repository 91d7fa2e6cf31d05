using System.Collections.Concurrent;
using System.Net;
using System.Text;
using TermNews.Core.Configuration;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Fetches feeds and pages over HTTP, and feeds from files and programs, within limits, and says in one sentence why one could not be had.
/// </summary>
public sealed partial class FeedFetcher : IDisposable
{
    private const int MostTries = 6;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly FetchLimits _limits;
    private readonly bool _allowsPrograms;

    /// <summary>Hosts that speak HTTP/1.0 and close every connection without saying so.</summary>
    private readonly ConcurrentDictionary<string, bool> _oldHosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Servers that are not held to one visit at a time.</summary>
    private readonly ConcurrentDictionary<string, ServerPace> _paces = new(StringComparer.OrdinalIgnoreCase);

    private readonly AccessRules _access;

    /// <summary>Makes a fetcher; one is enough for the program.</summary>
    /// <param name="clock">Measures time-outs.</param>
    /// <param name="settings">Names, passwords and proxies, and whether programs may be run.</param>
    public FeedFetcher(TimeProvider clock, Settings settings)
        : this(clock, settings, new HostGate(clock), FetchLimits.Default)
    {
    }

    /// <summary>Makes a fetcher with queues and limits of its own.</summary>
    internal FeedFetcher(TimeProvider clock, Settings settings, HostGate gate, FetchLimits limits)
    {
        (_clock, _limits, Gate) = (clock, limits, gate);
        _allowsPrograms = settings.Network.AllowExec;
        _access = new AccessRules(settings.Feeds, MakeHandler);
    }

    /// <summary>The hosts' queues.</summary>
    internal HostGate Gate { get; }

    /// <summary>Fetches. Never throws but when it is cancelled.</summary>
    internal async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (ProgramAddress.IsProgram(request.Url))
            return await RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var uri))
            return Failed(request.Url, "This is not an address that can be fetched.");
        if (uri.IsFile)
            return await FileSource.ReadAsync(request, uri, _limits, cancellationToken).ConfigureAwait(false);
        if (!IsHttp(uri))
            return Failed(request.Url, $"Addresses that begin with {uri.Scheme}: cannot be fetched.");
        return await FollowAsync(request, uri, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _access.Dispose();

    private async Task<FetchResult> RunAsync(FetchRequest request, CancellationToken cancellationToken) => _allowsPrograms
        ? await ExecSource.ReadAsync(request, _limits, _clock, cancellationToken).ConfigureAwait(false)
        : Failed(request.Url, "Programs are run for feeds only where the configuration allows it: allow_exec = true under [network].");

    private async Task<FetchResult> FollowAsync(FetchRequest request, Uri first, CancellationToken cancellationToken)
    {
        // Anybody's links lead to pages, so no password of the configuration is shown to them.
        var credentials = request.Kind is FetchKind.Page or FetchKind.Picture ? AccessRules.CredentialsIn(first) : _access.CredentialsFor(first);
        var trail = new RedirectTrail(first, _limits.Redirects, credentials) { Proxy = _access.ProxyFor(first) };
        var left = request.Timeout;
        while (true)
        {
            if (request.Kind == FetchKind.Feed && Gate.PausedUntil(trail.Current) is { } until)
                return LeftAlone(trail.Current, until);
            using var turn = request.Kind == FetchKind.Feed
                ? await Gate.EnterAsync(trail.Current, cancellationToken).ConfigureAwait(false) : null;
            // Whoever was let in before may have been told to stay away.
            if (turn is not null && Gate.PausedUntil(trail.Current) is { } now)
                return LeftAlone(trail.Current, now);
            var started = _clock.GetTimestamp();
            var result = await HopAsync(request, trail, left, cancellationToken).ConfigureAwait(false);
            if (result is not null)
                return result;
            left -= _clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return Failed(trail.Current.AbsoluteUri, FetchFault.OfTimeout(request.Timeout, trail.Host));
        }
    }

    /// <summary>Asks the current address; null when it redirects, and the trail has gone on.</summary>
    private async Task<FetchResult?> HopAsync(FetchRequest request, RedirectTrail trail, TimeSpan left, CancellationToken cancellationToken)
    {
        var asked = trail.Current;
        var host = trail.Host;
        using var time = new FetchTime(left, _clock, cancellationToken);
        try
        {
            using var response = await SendAsync(request, trail, time.Token).ConfigureAwait(false);
            if (trail.Follow(response))
                return null;
            return await ReadAsync(request, response, trail, time).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = time.IsOver ? request.Timeout : ConnectTimeout;
            return Failed(asked.AbsoluteUri, FetchFault.OfTimeout(limit, host));
        }
        catch (Exception ex) when (FetchFault.IsExpected(ex))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var missed = trail.Proxy.Address is { } proxy && FetchFault.IsOfConnection(ex) ? FetchFault.HostOf(proxy) : host;
            return Failed(asked.AbsoluteUri, FetchFault.Sentence(ex, missed));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(FetchRequest request, RedirectTrail trail, CancellationToken cancellationToken)
    {
        var http = _access.ClientFor(trail.Proxy);
        for (var tries = 1; ; tries++)
        {
            using var message = HttpMessages.Make(request, trail);
            message.Headers.ConnectionClose = _oldHosts.ContainsKey(trail.Current.Authority);
            using var turn = await EnterAsync(trail.Current, cancellationToken).ConfigureAwait(false);
            try
            {
                var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
                turn?.TakeAnswer();
                if (response.Version < HttpVersion.Version11)
                    _oldHosts.TryAdd(trail.Current.Authority, true);
                return response;
            }
            catch (HttpRequestException ex) when (tries < MostTries && FetchFault.IsWithoutAnswer(ex))
            {
                // A connection that was kept for reuse had been closed over there; a new one is likely to work.
            }
        }
    }

    /// <summary>Waits until the server has room for one more; a public host has one visit at a time anyway.</summary>
    private async Task<ServerPace.Turn?> EnterAsync(Uri uri, CancellationToken cancellationToken) => Gate.QueueOf(uri) is not null
        ? null
        : await _paces.GetOrAdd(uri.Authority, _ => new ServerPace(_clock)).EnterAsync(cancellationToken).ConfigureAwait(false);

    private async Task<FetchResult> ReadAsync(FetchRequest request, HttpResponseMessage response, RedirectTrail trail, FetchTime time)
    {
        var result = HttpMessages.Describe(response, trail, _clock.GetUtcNow());
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            // A 304 may leave out what has not changed.
            return result with
            {
                Status = FetchStatus.NotModified,
                ETag = result.ETag ?? request.ETag,
                LastModified = result.LastModified ?? request.LastModified,
            };
        }
        if (!response.IsSuccessStatusCode)
            return Refused(response, result, trail);
        var limits = request.MostBytes is { } most ? _limits with { WireBytes = most, ContentBytes = most } : _limits;
        if (response.Content.Headers.ContentLength > limits.WireBytes)
            throw FetchedBody.TooLarge(trail.Host, limits.WireBytes);
        var wire = await response.Content.ReadAsStreamAsync(time.Token).ConfigureAwait(false);
        await using var _ = wire.ConfigureAwait(false);
        Func<long, Task>? beforeLarge = request.Place is { } place ? _ => time.WaitForAsync(place) : null;
        var body = await FetchedBody.ReadAsync(
            wire, response.Content.Headers.ContentEncoding, limits, trail.Host, new(request.Kind == FetchKind.Feed, beforeLarge), time.Token)
            .ConfigureAwait(false);
        return result with { Content = body.Content.Content, Buffer = body.Content, WireBytes = body.WireBytes };
    }

    private FetchResult Refused(HttpResponseMessage response, FetchResult result, RedirectTrail trail)
    {
        if (result.RetryAfter is { } until && response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            Gate.Pause(trail.Current, until);
        return result with
        {
            Status = FetchStatus.Failed,
            Error = FetchFault.OfStatus((int)response.StatusCode, trail.Host, trail.Credentials is not null),
        };
    }

    private static FetchResult LeftAlone(Uri uri, DateTimeOffset until) =>
        Failed(uri.AbsoluteUri, $"{FetchFault.HostOf(uri)} asked to be left alone for a while.") with
        {
            RetryAfter = until,
            WasLeftAlone = true,
        };

    private static FetchResult Failed(string url, string sentence) => new() { Status = FetchStatus.Failed, Url = url, Error = sentence };

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    private static SocketsHttpHandler MakeHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        ConnectCallback = HostLookup.ConnectAsync,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
        ResponseHeaderEncodingSelector = static (name, _) => name == "Location" ? Encoding.UTF8 : null,
    };
}
