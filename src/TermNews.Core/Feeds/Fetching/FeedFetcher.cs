namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// The front door of fetching: gets feeds, pages and pictures over HTTP, and feeds from files and local programs, within limits. Failures
/// are results with one sentence for the reader, not exceptions. Safe for concurrent use.
/// </summary>
public sealed class FeedFetcher : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly FetchLimits _limits;
    private readonly bool _allowsPrograms;
    private readonly HttpSender _sender;

    /// <summary>Creates a fetcher; the program needs one.</summary>
    /// <param name="clock">The clock of time-outs and pauses.</param>
    /// <param name="settings">Credentials, proxies, and whether programs may be run.</param>
    public FeedFetcher(TimeProvider clock, FetchSettings settings)
        : this(clock, settings, new HostGate(clock), FetchLimits.Default)
    {
    }

    /// <summary>Creates a fetcher with its own queues and limits.</summary>
    internal FeedFetcher(TimeProvider clock, FetchSettings settings, HostGate gate, FetchLimits limits)
    {
        (_clock, _limits, Gate) = (clock, limits, gate);
        _allowsPrograms = settings.AllowsPrograms;
        _sender = new HttpSender(clock, settings, gate);
    }

    /// <summary>The queues of public hosts.</summary>
    internal HostGate Gate { get; }

    /// <summary>Fetches; conditionally (RFC 9110 §13) where the request has validators. Throws only when it is cancelled.</summary>
    internal async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (ProgramAddress.IsProgram(request.Url))
            return await RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var uri))
            return FetchResult.Failed(request.Url, "This is not an address that can be fetched.");
        if (uri.IsFile)
            return await FileSource.ReadAsync(request, uri, _limits, cancellationToken).ConfigureAwait(false);
        if (!HttpMessages.IsHttp(uri))
            return FetchResult.Failed(request.Url, $"Addresses that begin with {uri.Scheme}: cannot be fetched.");
        return await FollowAsync(request, uri, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a file; see <see cref="FileTransfer.CopyAsync"/>.</summary>
    internal Task<string?> DownloadAsync(
        FetchRequest request, Stream target, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken) =>
        new FileTransfer(_sender, _limits, _clock).CopyAsync(request, target, progress, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _sender.Dispose();

    private async Task<FetchResult> RunAsync(FetchRequest request, CancellationToken cancellationToken) => _allowsPrograms
        ? await ExecSource.ReadAsync(request, _limits, _clock, cancellationToken).ConfigureAwait(false)
        : FetchResult.Failed(
            request.Url, "Programs are run for feeds only where the configuration allows it: allow_exec = true under [network].");

    private async Task<FetchResult> FollowAsync(FetchRequest request, Uri first, CancellationToken cancellationToken)
    {
        // Links to pages come from foreign text, so pages never receive credentials of the configuration.
        var credentials = request.Kind is FetchKind.Page or FetchKind.Picture ? AccessRules.CredentialsIn(first)
            : _sender.Access.CredentialsFor(first);
        var trail = new RedirectTrail(first, _limits.Redirects, credentials) { Proxy = _sender.Access.ProxyFor(first) };
        var left = request.Timeout;
        while (true)
        {
            if (request.Kind == FetchKind.Feed && Gate.PausedUntil(trail.Current) is { } until)
                return LeftAlone(trail.Current, until);
            using var turn = request.Kind == FetchKind.Feed
                ? await Gate.EnterAsync(trail.Current, cancellationToken).ConfigureAwait(false) : null;
            // The visit before this one may have been told to stay away (Retry-After).
            if (turn is not null && Gate.PausedUntil(trail.Current) is { } now)
                return LeftAlone(trail.Current, now);
            var started = _clock.GetTimestamp();
            var result = await HopAsync(request, trail, left, cancellationToken).ConfigureAwait(false);
            if (result is not null)
                return result;
            left -= _clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return FetchResult.Failed(trail.Current.AbsoluteUri, FetchFault.OfTimeout(request.Timeout, trail.Host));
        }
    }

    /// <summary>Sends one request; null after a redirect, when the trail has moved on.</summary>
    private async Task<FetchResult?> HopAsync(FetchRequest request, RedirectTrail trail, TimeSpan left, CancellationToken cancellationToken)
    {
        var asked = trail.Current;
        var host = trail.Host;
        using var time = new FetchTime(left, _clock, cancellationToken);
        try
        {
            using var response = await _sender.SendAsync(request, trail, time.Token).ConfigureAwait(false);
            if (trail.Follow(response))
                return null;
            return await ReadAsync(request, response, trail, time).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = time.IsOver ? request.Timeout : HttpSender.ConnectTimeout;
            return FetchResult.Failed(asked.AbsoluteUri, FetchFault.OfTimeout(limit, host));
        }
        catch (Exception ex) when (FetchFault.IsExpected(ex))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return FetchResult.Failed(asked.AbsoluteUri, FetchFault.IsOfConnection(ex) && trail.Proxy.AddressFor(asked) is { } proxy
                ? FetchFault.OfProxyConnection(ex, proxy) : FetchFault.Sentence(ex, host));
        }
    }

    private async Task<FetchResult> ReadAsync(FetchRequest request, HttpResponseMessage response, RedirectTrail trail, FetchTime time)
    {
        var result = HttpMessages.Describe(response, trail, _clock.GetUtcNow());
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            // A 304 may omit validators that have not changed (RFC 9110 §15.4.5).
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
            wire, response.Content.Headers.ContentEncoding, limits, trail.Host, new(request.Kind == FetchKind.Feed, beforeLarge),
            time.Token).ConfigureAwait(false);
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
        FetchResult.Failed(uri.AbsoluteUri, $"{FetchFault.HostOf(uri)} asked to be left alone for a while.") with
        {
            RetryAfter = until,
            WasLeftAlone = true,
        };
}
